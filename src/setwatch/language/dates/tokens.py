"""The tokens near digits and calendar words, each with its kind; the rest of the text is not looked at."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from setwatch.language.dates import kinds, numeric
from setwatch.language.dates.lexicon import Lexicon
from setwatch.language.dates.parts import Part

REACH = 48
"""How far before and after a digit or a calendar word its date may lie, in characters."""

WORDS = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d+")
TOKEN = re.compile(
    r"(?P<stamp>\d{4}-\d{2}-\d{2}t\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?(?![\w]))"
    r"|(?P<time>\d{1,2}[:h]\d{2}(?::\d{2})?(?![\w:]))"
    r"|(?P<three>(?:\d{4}(?P<s1>[./-])\d{1,2}(?P=s1)\d{1,2}|\d{1,2}(?P<s2>[./-])\d{1,2}(?P=s2)\d{2,4})(?![\w]|[./-]\d))"
    r"|(?P<iso>\d{4}[-/]\d{1,2}|\d{1,2}[-/]\d{4})(?![\w]|[.,:/-]\d)"
    r"|(?P<big>\d{1,9}(?:[.,]\d{3})+(?![\d])(?:[.,]\d+)?|\d+[.,]\d+%?)"
    r"|(?P<pair>\d{1,2}/\d{1,2})(?![\w]|[./]\d)"
    r"|(?P<digits>\d+)"
    r"|(?P<label>[qhst][1-4](?!\w))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<gap>\n+)"
    r"|(?P<mark>[^\s])"
)


class Token(NamedTuple):
    """One token: `text[start:end]`, its kind, and its number, name or part of a date."""

    kind: str
    start: int
    end: int
    number: int = 0
    name: str = ""
    part: Part | None = None


def lowered(text: str) -> str:
    """Return the text in lower case, every character in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def stretches(low: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the stretches of the text in which a date may stand, in order, not overlapping."""
    places = [match.start() for match in DIGITS.finditer(low)]
    for word in lexicon.anchors.intersection(WORDS.findall(low)):
        at = low.find(word)
        while at >= 0:
            places.append(at)
            at = low.find(word, at + len(word))
    places.sort()
    found: list[tuple[int, int]] = []
    for place in places:
        start, end = max(0, place - REACH), min(len(low), place + REACH)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [_whole_words(low, start, end) for start, end in found]


def _whole_words(low: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the words that its ends cut in two."""
    while start and start < end and low[start - 1].isalnum() and low[start].isalnum():
        start += 1
    while end < len(low) and end > start and low[end - 1].isalnum() and low[end].isalnum():
        end -= 1
    return start, end


def _digits(match: re.Match[str], digits: str) -> Token:
    start, end = match.span()
    number = int(digits[:9])
    if len(digits) == 4 and 1000 <= number <= 2199:
        kind = kinds.YEAR if number >= 1880 else kinds.OLD_YEAR
    elif len(digits) > 2:
        kind = kinds.NUMBER
    elif 1 <= number <= 31:
        kind = kinds.SMALL if number <= 12 else kinds.MID
    else:
        kind = kinds.TWO if len(digits) == 2 else kinds.NUMBER
    return Token(kind, start, end, number, digits)


def _numeric(match: re.Match[str], lexicon: Lexicon) -> Token:
    start, end = match.span()
    value = match[0]
    other = Token(kinds.OTHER, start, end)
    if match.lastgroup == "stamp":
        part = numeric.three(value[:10], "ymd")
    elif match.lastgroup == "three":
        part = numeric.three(value, lexicon.order)
    elif match.lastgroup == "iso":
        part = numeric.year_month(value)
    else:
        part = numeric.month_day(value, lexicon.order)
        return Token(kinds.OTHER, start, end, 1, value, part)
    if part is None:
        return other
    return Token(kinds.DAY if part.day else kinds.FULL_MONTH, start, end, part=part)


def _word(match: re.Match[str], text: str, lexicon: Lexicon) -> Token:
    start, end = match.span()
    entry = lexicon.words.get(match[0])
    if entry is None:
        return Token(kinds.WORD, start, end, name=match[0])
    kind = entry.kind
    if kind in (kinds.WEAK_MONTH, kinds.WEAK_SEASON, kinds.WEAK_WEEKDAY) and not text[start].isupper():
        kind = {kinds.WEAK_MONTH: kinds.LOW_MONTH, kinds.WEAK_SEASON: kind}.get(kind, kinds.WORD)
    return Token(kind, start, end, entry.number, entry.name or match[0])


def _raw(text: str, low: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    for match in TOKEN.finditer(low, start, end):
        group = match.lastgroup
        if group == "word":
            yield _word(match, text, lexicon)
        elif group == "digits":
            yield _digits(match, match[0])
        elif group == "mark":
            yield Token(kinds.MARKS.get(match[0], kinds.OTHER), *match.span(), name=match[0])
        elif group in ("stamp", "three", "iso", "pair"):
            yield _numeric(match, lexicon)
        elif group == "label":
            entry = lexicon.words.get(match[0])
            yield Token(entry.kind if entry else kinds.WORD, *match.span(), entry.number if entry else 0, match[0])
        elif group == "gap":
            yield Token(kinds.BREAK, *match.span())
        elif group == "time":
            yield Token(kinds.TIME, *match.span())
        else:
            yield Token(kinds.NUMBER, *match.span(), name=match[0])


NUMERALS = frozenset({kinds.SMALL, kinds.MID, kinds.TWO})


def _phrase(raw: list[Token], at: int, low: str, lexicon: Lexicon) -> tuple[Token, int] | None:
    """Return the entry of several tokens that begins here, and how many it takes."""
    first = raw[at]
    for phrase in lexicon.phrases.get(low[first.start : first.end], ()):
        last = at + len(phrase.rest)
        if last < len(raw) and all(
            low[raw[at + 1 + i].start : raw[at + 1 + i].end] == piece for i, piece in enumerate(phrase.rest)
        ):
            entry = phrase.entry
            return Token(entry.kind, first.start, raw[last].end, entry.number, entry.name), len(phrase.rest) + 1
    return None


def tokens(text: str, low: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of a stretch: phrases and ordinals made one, stops of short forms and numbers told apart."""
    raw = list(_raw(text, low, start, end, lexicon))
    made: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        if token.kind != kinds.BREAK and (found := _phrase(raw, at, low, lexicon)):
            made.append(found[0])
            at += found[1]
            continue
        previous = made[-1] if made else None
        touches = previous is not None and previous.end == token.start
        if previous and touches and previous.kind in NUMERALS and _is_suffix(raw, at, low, lexicon):
            made[-1] = Token(kinds.ORDINAL, previous.start, token.end, previous.number, previous.name)
        elif previous and touches and token.name == "." and _stop_belongs(previous, low, lexicon):
            made.append(Token(kinds.DOT, token.start, token.end))
        else:
            made.append(token)
        at += 1
    return made


def _is_suffix(raw: list[Token], at: int, low: str, lexicon: Lexicon) -> bool:
    word = low[raw[at].start : raw[at].end]
    return word in lexicon.suffixes and raw[at].kind not in (kinds.BREAK,)


def _stop_belongs(previous: Token, low: str, lexicon: Lexicon) -> bool:
    if previous.kind in (kinds.SMALL, kinds.MID, kinds.YEAR):
        return lexicon.dotted
    return low[previous.start : previous.end] in lexicon.short
