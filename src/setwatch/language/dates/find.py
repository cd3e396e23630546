"""One grammar for dates in text: the stretches that may hold a date, their tokens, the levels of rules, the guards."""

import re
from collections.abc import Iterator
from datetime import date

from setwatch.language.dates.atoms import ATOMS
from setwatch.language.dates.compose import COMPOSED, EDGED, RANGES
from setwatch.language.dates.grammar import Context
from setwatch.language.dates.guards import admitted
from setwatch.language.dates.lexicon import Lexicon, lexicon_for
from setwatch.language.dates.parts import Found, Lean, Part
from setwatch.language.dates.relative import RELATIVE
from setwatch.language.dates.settle import settle
from setwatch.language.dates.tokens import Token, lowered, stretches, tokens
from setwatch.model import DateMention, Span

LEVELS = (ATOMS, RELATIVE, COMPOSED, EDGED, RANGES)
BEFORE, AFTER = 80, 32
"""How far before and after a date, in characters of its sentence, the words may say which way it lies."""
SENTENCE_END = re.compile(r"[.!?…]\s|\n")


def find_dates(text: str, base: date | None = None, lang: str = "en") -> tuple[DateMention, ...]:
    """Return the dates that `text` names, in order; relative ones and missing years are resolved against `base`.

    `lang` is a BCP 47 tag; dates of other languages are found where they can be nothing else. A year that neither
    the text nor `base` gives is `XXXX`. A range whose ends each name themselves (`from July 23 to November 19, 2021`)
    is two mentions, since films move from one date to another; one whose ends share a month or a week is one
    EDTF interval (`2020-07-06/2020-07-20`). Weekends and holidays are their month, weeks are intervals of days,
    parts of months and years (`mid-May`, `late 2020`) are the month or year.
    """
    found: list[DateMention] = []
    for each in search(text, base, lang):
        if each.loose:
            continue
        for one in each.ends or (each,):
            found.append(DateMention(one.edtf, Span(one.start, one.end)))
    return tuple(found)


def search(text: str, base: date | None = None, lang: str = "en", lean: Lean = Lean.WORDS) -> tuple[Found, ...]:
    """Return all that may be read as a date, in order, the loose readings too, with the days that it covers.

    Loose readings hold where the text is a note or a query about its reader's today (`the week`, `past few days`).
    `lean` says which of the next and the last such day an open date is.
    """
    lexicon = lexicon_for(lang)
    low = lowered(text)
    context = Context(low, base, lexicon)
    found: list[Found] = []
    for start, end in stretches(low, lexicon):
        row = tokens(text, low, start, end, lexicon)
        for level in LEVELS:
            row = level.rewrite(row, context)
        found += _values(text, row, context, lean)
    return tuple(found)


def _values(text: str, row: list[Token], context: Context, lean: Lean) -> Iterator[Found]:
    for at, token in enumerate(row):
        part = admitted(text, row, at, context)
        if part is None:
            continue
        value = _value((token.start, token.end), part, context, lean)
        if value is not None:
            yield value


def _value(at: tuple[int, int], part: Part, context: Context, lean: Lean) -> Found | None:
    if part.ends:
        return _range(at, part, part.ends, context, lean)
    cue = cue_at(context.low, *at, context.lexicon) if lean is Lean.WORDS else 0
    if part.edge == "in" and cue < 0:
        return None
    settled = settle(part, context.base, lean, cue)
    if settled is None:
        return None
    edtf, days = settled
    first, last = days or (None, None)
    return Found(*at, edtf, first, last, part.grain, part.loose)


def _range(at: tuple[int, int], part: Part, ends: tuple[Part, Part], context: Context, lean: Lean) -> Found | None:
    a, b, c, d = part.spans or (*at, *at)
    first = _value((a, b), ends[0], context, lean)
    last = _value((c, d), ends[1], context, lean)
    if first is None or last is None:
        return first or last
    if first.first and last.first and first.first > last.first and ends[1].year is None and first.last:
        again = settle(ends[1], first.last, Lean.FUTURE, 1)
        if again and again[1]:
            last = Found(c, d, again[0], *again[1], last.grain)
    edtf = f"{first.edtf}/{last.edtf}"
    named = (first, last) if part.spans else None
    return Found(*at, edtf, first.first, last.last, part.grain, first.loose or last.loose, named)


def cue_at(low: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Return 1 where the words of the sentence speak of what is to come, -1 of what is past, 0 where neither.

    The nearest cue before the date decides, then the first after it.
    """
    before = low[max(0, start - BEFORE) : start]
    for match in SENTENCE_END.finditer(before):
        cut = match.end()
        before = " " * cut + before[cut:]
    ahead, back = _last(lexicon.future, before), _last(lexicon.past, before)
    if ahead != back:
        return 1 if ahead > back else -1
    after = low[end : end + AFTER]
    stop = SENTENCE_END.search(after)
    after = after[: stop.start()] if stop else after
    future, past = lexicon.future.search(after), lexicon.past.search(after)
    if future and (past is None or future.start() < past.start()):
        return 1
    return -1 if past else 0


def _last(pattern: re.Pattern[str], text: str) -> int:
    at = -1
    for match in pattern.finditer(text):
        at = match.end()
    return at
