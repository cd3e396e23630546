"""One grammar for dates in text: the stretches that may hold a date, their tokens, the levels of rules, the guards."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from setwatch.language.dates.atoms import ATOMS
from setwatch.language.dates.compose import COMPOSED, EDGED, RANGES
from setwatch.language.dates.grammar import Context
from setwatch.language.dates.guards import CANDIDATES, admitted
from setwatch.language.dates.lexicon import LETTERS, Lexicon, lexicon_for
from setwatch.language.dates.parts import Found, Lean, Part
from setwatch.language.dates.relative import RELATIVE
from setwatch.language.dates.settle import settle
from setwatch.language.dates.spelled import spelled
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
    for each in search(text, base, lang, loose=False):
        for one in each.ends or (each,):
            found.append(DateMention(one.edtf, Span(one.start, one.end)))
    return tuple(found)


def search(
    text: str, base: date | None = None, lang: str = "en", *, lean: Lean = Lean.WORDS, loose: bool = True
) -> tuple[Found, ...]:
    """Return all that may be read as a date, in order, with the days that it covers.

    `loose` lets in readings that hold where the text is a note or a query about its reader's today (`the week`,
    `past few days`, `for the 27`). `lean` says which of the next and the last such day an open date is.
    """
    lexicon = lexicon_for(lang)
    low = lowered(text)
    context = Context(low, base, lexicon)
    found: list[Found] = []
    for start, end in [(0, len(low))] if loose else stretches(low, lexicon):
        row = tokens(text, low, start, end, lexicon)
        codes = "".join([token.kind for token in row])
        row, codes = spelled(row, codes)
        for level in LEVELS:
            row, codes = level.rewrite(row, codes, context)
        found += (each for each in _values(text, row, context, lean) if loose or not each.loose)
    return tuple(found)


def _values(text: str, row: list[Token], context: Context, lean: Lean) -> Iterator[Found]:
    for at, token in enumerate(row):
        if token.kind not in CANDIDATES:
            continue
        part = admitted(text, row, at, context)
        if part is None:
            continue
        value = _value((token.start, token.end), part, context, lean)
        if value is not None:
            yield value


def _value(at: tuple[int, int], part: Part, context: Context, lean: Lean) -> Found | None:
    if part.ends:
        return _range(at, part, part.ends, context, lean)
    open_ = part.year is None and (part.window is None or part.edge == "in")
    cue = cue_at(context.low, *at, context.lexicon) if open_ and context.base and lean is Lean.WORDS else 0
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
    begin, end = first.first, last.last
    if begin and end and (begin > end or lean is Lean.FUTURE):
        if lean is Lean.FUTURE or ends[1].year is not None or ends[1].window:
            first = _again(first, ends[0], end, Lean.PAST)
        else:
            last = _again(last, ends[1], begin, Lean.FUTURE)
    edtf = f"{first.edtf}/{last.edtf}"
    named = (first, last) if part.spans else None
    return Found(*at, edtf, first.first, last.last, part.grain, first.loose or last.loose, named)


def _again(found: Found, part: Part, base: date, lean: Lean) -> Found:
    """Return an end of a range with its open year settled by the other end."""
    if part.year is not None or part.window or part.relative_year:
        return found
    settled = settle(part, base, lean, 0)
    if settled is None or settled[1] is None:
        return found
    return replace(found, edtf=settled[0], first=settled[1][0], last=settled[1][1])


def cue_at(low: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Return 1 where the words of the sentence speak of what is to come, -1 of what is past, 0 where neither.

    The nearest cue before the date decides, then the first after it.
    """
    before = low[max(0, start - BEFORE) : start]
    ends = [match.end() for match in SENTENCE_END.finditer(before)]
    before = before[ends[-1] :] if ends else before
    lean = lexicon.lean
    words = LETTERS.findall(before)
    for at in range(len(words) - 1, -1, -1):
        cue = lean.get(f"{words[at - 1]} {words[at]}") or lean.get(words[at]) if at else lean.get(words[at])
        if cue:
            return cue
    after = low[end : end + AFTER]
    stop = SENTENCE_END.search(after)
    words = LETTERS.findall(after[: stop.start()] if stop else after)
    return next((lean[word] for word in words if word in lean), 0)
