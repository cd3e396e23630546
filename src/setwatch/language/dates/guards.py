"""What keeps words and numbers that only look like dates out: names, titles, verbs, bare numbers."""

import re
from datetime import date

from msgspec.structs import replace

from setwatch.language.dates import kinds
from setwatch.language.dates.grammar import Context
from setwatch.language.dates.parts import Part
from setwatch.language.dates.tokens import Token

EARLIEST = 1895
"""The year of the first film shown: bare four-digit numbers before are no years of news on film."""
FARTHEST = 15
"""How many years after the base a bare year may lie: further on lie titles (`2049`)."""
PRESENT = 2030
"""Stands for the base where there is none."""
FINISHED = frozenset(
    {
        *(kinds.DAY, kinds.OPEN_DAY, kinds.FULL_MONTH, kinds.FULL_DIVISION, kinds.RELATIVE_YEAR),
        *(kinds.RELATIVE_MONTH, kinds.WEEK, kinds.WEEKEND, kinds.WINDOW, kinds.RANGE),
    }
)
CANDIDATES = FINISHED | {
    *(kinds.YEAR, kinds.OPEN_MONTH, kinds.WEAK_MONTH, kinds.BARE_WEEKDAY, kinds.SEASON, kinds.WEAK_SEASON),
    *(kinds.OPEN_DIVISION, kinds.PAIR, kinds.ORDINAL, kinds.ORDINAL_WORD, kinds.MID, kinds.COMPOUND),
}
"""Kinds of token that may be a date."""
AFTER_TITLE = frozenset({"», ", "”, ", "“, ", '", ', "’, ", ",” ", '," ', ",’ "})
"""What stands between a title and its year."""
SURE = frozenset(kinds.WORDS[name] for name in ("in", "from", "to", "between"))
"""Words before a month that no first name has."""
QUOTES = frozenset("\"'“”‘’«»„‚_*")


def admitted(row: list[Token], at: int, context: Context) -> Part | None:
    """Return what the token at `at` names if it is a date where it stands, else None."""
    token = row[at]
    kind = token.kind
    if kind in FINISHED:
        return token.part if kind != kinds.DAY or _day(row, at, context) else None
    if kind == kinds.YEAR:
        return _bare_year(row, at, context)
    if kind == kinds.OPEN_MONTH:
        return token.part if not _in_name(row, at, context) else None
    if kind == kinds.WEAK_MONTH:
        cued = _cued(row, at, context) and not _capital_after(row, at, context)
        return Part(month=token.number, grain="month") if cued else None
    if kind == kinds.BARE_WEEKDAY:
        return _weekday(row, at, context)
    if kind in (kinds.SEASON, kinds.WEAK_SEASON, kinds.OPEN_DIVISION):
        return _season(row, at, context)
    if kind == kinds.PAIR:
        return _pair(row, at)
    if kind in (kinds.ORDINAL, kinds.ORDINAL_WORD, kinds.MID, kinds.COMPOUND):
        return _nth(row, at, context)
    return None


def _day(row: list[Token], at: int, context: Context) -> bool:
    """Whether a finished day is one: not `USA Today`, not `for the first time in 25 years`."""
    token, before = row[at], _before(row, at)
    part = token.part
    if part is None or part.window is None or before is None:
        return True
    if part.edge == "in" and context.low[before.start : before.end] in context.lexicon.not_in:
        return False
    return not (context.text[token.start].isupper() and _capital_before(row, at, context))


def _before(row: list[Token], at: int) -> Token | None:
    return row[at - 1] if at else None


def _cued(row: list[Token], at: int, context: Context) -> bool:
    """Whether the word before makes a date of this one."""
    before = _before(row, at)
    return before is not None and context.low[before.start : before.end] in context.lexicon.year_cues


def _capital_before(row: list[Token], at: int, context: Context) -> bool:
    """Whether the token goes on from a capitalised word of a name."""
    text = context.text
    before = _before(row, at)
    if before is None or before.kind != kinds.WORD or before.end + 1 != row[at].start:
        return False
    if not text[before.start].isupper() or context.low[before.start : before.end] in context.lexicon.year_cues:
        return False
    return text[before.end] == " "


def _capital_after(row: list[Token], at: int, context: Context) -> bool:
    text = context.text
    after = row[at + 1] if at + 1 < len(row) else None
    return (
        after is not None
        and after.kind not in (kinds.BREAK, kinds.OTHER)
        and after.start == row[at].end + 1
        and text[after.start].isupper()
    )


def _quoted(text: str, token: Token) -> bool:
    """Whether quotation or emphasis marks hold the token alone."""
    before = text[token.start - 1] if token.start else ""
    after = text[token.end] if token.end < len(text) else ""
    return before in QUOTES and after in QUOTES and bool(before and after)


def _in_name(row: list[Token], at: int, context: Context) -> bool:
    """Whether a month is a title of its own, or a first name before a surname."""
    token = row[at]
    if _quoted(context.text, token):
        return True
    named = context.low[token.start : token.end] in context.lexicon.first_names
    before = _before(row, at)
    return named and _capital_after(row, at, context) and (before is None or before.kind not in SURE)


def _bare_year(row: list[Token], at: int, context: Context) -> Part | None:
    """A bare year needs a cue: a word before, brackets, or `'s`; not `2001: A Space`, nor `in 2000 cinemas`."""
    text = context.text
    token = row[at]
    base = context.base or date(PRESENT, 1, 1)
    if not EARLIEST <= token.number <= base.year + FARTHEST or _quoted(text, token):
        return None
    before = text[token.start - 1] if token.start else ""
    after = text[token.end : token.end + 2]
    if (before and (before in "#$€£@/.:-+" or before.isalnum())) or after[:1] in ("%", "/", "-") or after[:1].isalnum():
        return None
    if after == ": " and text[token.end + 2 : token.end + 3].isupper():
        return None
    counted = row[at + 1].name if at + 1 < len(row) else ""
    if counted in context.lexicon.counted:
        return None
    if token.number % 100 == 0 and re.match(r" [a-z]{2,20}s\b", text[token.end : token.end + 24]):
        return None
    of_somebody = text[max(0, token.start - 3) : token.start] in ("'s ", "’s ")
    bracketed = before == "(" and after[:1] in (")", ",", ";")
    possessive = after in ("'s", "’s") and not _capital_before(row, at, context)
    titled = text[max(0, token.start - 3) : token.start] in AFTER_TITLE
    if bracketed or possessive or of_somebody or titled or _cued(row, at, context):
        return Part(year=token.number, grain="year")
    return None


def _weekday(row: list[Token], at: int, context: Context) -> Part | None:
    """A weekday, but `a Friday` is any, and `Freaky Friday` or `Friday Night` a name."""
    before = _before(row, at)
    if context.base is None or _quoted(context.text, row[at]) or (before and before.kind == kinds.CARDINAL):
        return None
    if before and context.low[before.start : before.end] in context.lexicon.named:
        return None
    on = before is not None and before.kind in (kinds.WORDS["on"], kinds.WORDS["in"])
    if not on and context.lexicon.capitals and (_capital_before(row, at, context) or _capital_after(row, at, context)):
        return None
    return row[at].part


def _season(row: list[Token], at: int, context: Context) -> Part | None:
    """A bare season needs `in the`, `this` or an edge; with those two it is taken already, so a cue is left."""
    token = row[at]
    if token.kind == kinds.OPEN_DIVISION and token.part and token.part.edge:
        return token.part
    before = _before(row, at)
    if before is not None and before.kind == kinds.WORDS["the"]:
        before = _before(row, at - 1)
    part = token.part or Part(division=token.number, grain="season")
    cued = before is not None and context.low[before.start : before.end] in context.lexicon.season_cues
    if cued or (token.kind == kinds.OPEN_DIVISION and not context.text[token.end - 1].isalpha()):
        return part
    return Part(division=part.division, grain="season", loose=True)


def _pair(row: list[Token], at: int) -> Part | None:
    """`4/22` after `on`, `from`, `to`; else only in a note, if one of them can be no month."""
    before, part = _before(row, at), row[at].part
    cues = {kinds.WORDS[name] for name in ("on", "from", "to", "between")}
    if part is None or (before is not None and before.kind in cues):
        return part
    return replace(part, loose=True) if (part.day or 0) > 12 else None


def _nth(row: list[Token], at: int, context: Context) -> Part | None:
    """`on the 27th`, where nothing follows that it could count: then it is a day of a month not named."""
    text = context.text
    token = row[at]
    if context.base is None or not 1 <= token.number <= 31:
        return None
    rest = text[token.end : token.end + 2].lstrip(" ")
    if rest[:1] not in ("", ".", "!", "?", ",", ";", ")", "\n"):
        return None
    before = _before(row, at)
    if before is None:
        return None
    if before.kind == kinds.WORDS["the"]:
        cue = _before(row, at - 1)
        cued = cue is not None and context.low[cue.start : cue.end] in context.lexicon.day_cues
    else:
        cued = before.kind == kinds.WORDS["on"] and token.kind in (kinds.MID, kinds.ORDINAL, kinds.COMPOUND)
    if not cued:
        return None
    return Part(day=token.number, loose=token.kind != kinds.ORDINAL)
