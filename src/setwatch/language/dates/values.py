"""The value of a part where it stands: the tense of the words around, the dates before it, the ends of a range."""

import re
from datetime import date

from msgspec.structs import replace

from setwatch.language.dates.grammar import Context
from setwatch.language.dates.lexicon import LETTERS
from setwatch.language.dates.parts import Found, Lean, Part
from setwatch.language.dates.settle import settle

BEFORE, AFTER = 80, 32
"""How far before and after a date, in characters of its sentence, the words may say which way it lies."""
NEAR = 100
"""How far before a date, in characters of its sentence, another may lend it its year."""
SENTENCE_END = re.compile(r"(?<![A-Z.])[.!?…][\"”’)»]*\s+(?=[\"“‘«(¿¡]?[^\W\d_a-z])|\n")
"""An end before a capital; not after an initial (`U.S.`), and never before a number (`Nov. 19`)."""


def value(at: tuple[int, int], part: Part, context: Context, before: Found | None) -> Found | None:
    """Return what a part of a date at `text[at[0]:at[1]]` comes to; `before` is the date found before it."""
    if part.ends:
        return _range(at, part, part.ends, context, before)
    if part.same_year:
        if before is None or before.first is None:
            return None
        part = replace(part, year=before.first.year)
    base, cue = context.base, 0
    open_ = part.year is None and not part.relative_year
    if open_ and part.window is None and (lender := _lender(at, part, context, before)):
        base = lender
    elif open_ and base and context.lean is Lean.WORDS and (part.window is None or part.edge == "in"):
        cue = cue_at(at, context)
    if part.edge == "in" and context.lean is Lean.WORDS and cue <= 0:
        return None
    settled = settle(part, base, context.lean, cue)
    if settled is None:
        return None
    edtf, days = settled
    first, last = days or (None, None)
    return Found(*at, edtf, first, last, part.grain, part.loose)


def _lender(at: tuple[int, int], part: Part, context: Context, before: Found | None) -> date | None:
    """Return the day or month told before in the same sentence, beside which an open one lies.

    `on April 3, 2020, and in the US on April 8`; where the base is known, a day is lent to a day alone,
    and only with no word of tense between them.
    """
    if (
        (part.month is None and part.holiday is None)
        or context.lean is not Lean.WORDS
        or before is None
        or before.first is None
    ):
        return None
    if before.grain not in (("day",) if context.base else ("day", "month")) or at[0] - before.end > NEAR:
        return None
    if context.base and (part.day is None or not YEAR_TOLD.search(context.text, before.start, before.end)):
        return None
    if SENTENCE_END.search(context.text, before.end, at[0]):
        return None
    between = LETTERS.findall(context.low, before.end, at[0]) if context.base else ()
    return None if any(abs(context.lexicon.lean.get(word, 0)) > 1 for word in between) else before.first


YEAR_TOLD = re.compile(r"\d{4}")


def _range(
    at: tuple[int, int], part: Part, ends: tuple[Part, Part], context: Context, before: Found | None
) -> Found | None:
    a, b, c, d = part.spans or (*at, *at)
    first, last = value((a, b), ends[0], context, before), value((c, d), ends[1], context, before)
    if first is None or last is None:
        return first or last
    begin, end = first.first, last.last
    if begin and end and (begin > end or context.lean is Lean.FUTURE):
        if context.lean is Lean.FUTURE or ends[1].year is not None or ends[1].window:
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


def cue_at(at: tuple[int, int], context: Context) -> int:
    """Return 2 where the words of the sentence speak of what is to come, -2 of what is past, 0 where neither.

    Auxiliaries alone (`was`, `had`) speak weakly: -1.

    The nearest cue before the date decides, then the first after it.
    """
    start, end = at
    begin = max(0, start - BEFORE)
    for match in SENTENCE_END.finditer(context.text, begin, start):
        begin = match.end()
    lean = context.lexicon.lean
    words = LETTERS.findall(context.low, begin, start)
    for place in range(len(words) - 1, -1, -1):
        pair = f"{words[place - 1]} {words[place]}" if place else ""
        cue = lean.get(pair) or lean.get(words[place])
        if cue:
            return cue
    stop = SENTENCE_END.search(context.text, end, end + AFTER)
    words = LETTERS.findall(context.low, end, stop.start() if stop else end + AFTER)
    return next((lean[word] for word in words if word in lean), 0)
