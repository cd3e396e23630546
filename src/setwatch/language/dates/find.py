"""One grammar for dates in text: the stretches that may hold a date, their tokens, the levels of rules, the guards."""

from collections.abc import Iterator
from datetime import date

from setwatch.language.dates.atoms import ATOMS
from setwatch.language.dates.compose import COMPOSED, EDGED, RANGES
from setwatch.language.dates.grammar import Context
from setwatch.language.dates.guards import CANDIDATES, admitted
from setwatch.language.dates.lexicon import lexicon_for
from setwatch.language.dates.parts import Found, Lean
from setwatch.language.dates.relative import RELATIVE
from setwatch.language.dates.spelled import spelled
from setwatch.language.dates.tokens import Token, stretches, tokens
from setwatch.language.dates.values import value
from setwatch.language.words import Words, low_of
from setwatch.model import DateMention, Span

LEVELS = (ATOMS, RELATIVE, COMPOSED, EDGED, RANGES)


EARLIEST, LATEST = 1800, 2900
"""Years of a base that is believed: no news is older than film by much, and days beside it must be dates too."""


def find_dates(
    text: str, base: date | None = None, lang: str = "en", words: Words | None = None
) -> tuple[DateMention, ...]:
    """Return the dates that `text` names, in order; relative ones and missing years are resolved against `base`.

    `lang` is a BCP 47 tag; dates of other languages are found where they can be nothing else. A year that neither
    the text nor `base` gives is `XXXX`. A range whose ends each name themselves (`from July 23 to November 19, 2021`)
    is two mentions, since films move from one date to another; one whose ends share a month or a week is one
    EDTF interval (`2020-07-06/2020-07-20`). Weekends and holidays are their month, weeks are intervals of days,
    parts of months and years (`mid-May`, `late 2020`) are the month or year. `words` are those of the text, where they
    are known.
    """
    found: list[DateMention] = []
    for each in search(text, base, lang, loose=False, words=words):
        for one in each.ends or (each,):
            found.append(DateMention(one.edtf, Span(one.start, one.end)))
    return tuple(found)


def search(
    text: str,
    base: date | None = None,
    lang: str = "en",
    *,
    lean: Lean = Lean.WORDS,
    loose: bool = True,
    words: Words | None = None,
) -> tuple[Found, ...]:
    """Return all that may be read as a date, in order, with the days that it covers.

    `loose` lets in readings that hold where the text is a note or a query about its reader's today (`the week`,
    `past few days`, `for the 27`). `lean` says which of the next and the last such day an open date is.
    """
    if base is not None and not EARLIEST <= base.year <= LATEST:
        base = None
    lexicon = lexicon_for(lang)
    low = low_of(text)
    context = Context(text, low, base, lexicon, lean, loose)
    found: list[Found] = []
    for start, end in [(0, len(low))] if loose else stretches(low, lexicon, words):
        row = tokens(text, low, start, end, lexicon)
        codes = "".join([token.kind for token in row])
        row, codes = spelled(row, codes)
        for level in LEVELS:
            row, codes = level.rewrite(row, codes, context)
        values = _values(row, context, found[-1] if found else None)
        found += (each for each in values if loose or not each.loose)
    return tuple(found)


def _values(row: list[Token], context: Context, before: Found | None) -> Iterator[Found]:
    for at, token in enumerate(row):
        if token.kind not in CANDIDATES:
            continue
        part = admitted(row, at, context)
        found = value((token.start, token.end), part, context, before) if part else None
        if found is not None:
            before = found
            yield found
