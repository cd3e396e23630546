"""The tokens near digits and calendar words, each with its kind; the rest of the text is not looked at."""

import re

from msgspec import Struct
from msgspec.structs import replace

from setwatch.language.dates import kinds, numeric
from setwatch.language.dates.lexicon import Entry, Lexicon
from setwatch.language.dates.parts import Part
from setwatch.language.words import Words

REACH = 24
"""How far before and after a digit or a calendar word its date may lie, in characters."""

DAY_MONTH = re.compile(r"\d{1,2}\.\d{1,2}")
WORDS = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d(?:\d{3}|[./,-]\d|[^\W\d_]|(?<=[^\W\d_][1-4])(?!\w))")
"""Numbers that may be dates with no calendar word beside them: years, joined ones, ordinals."""
_THREE = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}"
    r"|\d{1,2}-\d{1,2}-\d{2,4}|\d{1,2}/\d{1,2}[/,]\d{2,4}|\d{1,2}\.\d{1,2}\.\d{2,4})(?!\w|[./-]\d)"
)
_STAMP = r"\d{4}-\d{2}-\d{2}t\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?(?!\w)"
NUMERIC = {
    "stamp": _STAMP,
    "time": r"\d{1,2}[:h]\d{2}(?::\d{2})?(?![\w:])",
    "three": _THREE,
    "month": r"(?:\d{4}[-/]\d{1,2}|\d{1,2}[-/]\d{4})(?!\w|[.,:/-]\d)",
    "number": r"\d{1,9}(?:[.,]\d{3})+(?!\d)(?:[.,]\d+)?|\d+[.,]\d+",
    "pair": r"\d{1,2}/\d{1,2}(?!\w|[./]\d)",
    "digits": r"\d+",
}
"""Numbers of all shapes; the first that matches holds."""
NUMBER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in NUMERIC.items()))
PIECE = re.compile(
    rf"[qhstk][1-4](?!\w)|[^\W\d_]+|{'|'.join(f'(?:{pattern})' for pattern in NUMERIC.values())}|\n+|[^\S\n]+|."
)


class Token(Struct, frozen=True, gc=False):
    """One token: `text[start:end]`, its kind, and its number, name or part of a date."""

    kind: str
    start: int
    end: int
    number: int = 0
    name: str = ""
    part: Part | None = None


def stretches(low: str, lexicon: Lexicon, known: Words | None = None) -> list[tuple[int, int]]:
    """Return the stretches of the text in which a date may stand, in order, not overlapping.

    `known` are the words of the text, where somebody has found them; accents tell calendar words apart.
    """
    places = [match.start() for match in DIGITS.finditer(low)]
    spelled = WORDS.findall(low) if known is None or known.accented else known.folded
    words = lexicon.anchors.intersection(spelled)
    if phrases := lexicon.anchor_phrases.keys() & words:
        words -= phrases
        words |= {phrase for first in phrases for phrase in lexicon.anchor_phrases[first]}
    for word in words:
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


def _digits(digits: str, start: int) -> Token:
    end = start + len(digits)
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


def _numeric(value: str, low: str, start: int, lexicon: Lexicon) -> Token:
    order = lexicon.order
    if value.isdecimal():
        return _digits(value, start)
    match = NUMBER.match(low, start)
    end = start + len(value)
    group = match.lastgroup if match and match.end() == end else None
    if low[end : end + 1] == "/" or (start and low[start - 1] in "/="):
        group = None
    if group == "number" and lexicon.dotted and low[end : end + 1] == "." and DAY_MONTH.fullmatch(value):
        group = "pair"
    if group == "pair":
        return Token(kinds.PAIR, start, end, 0, value, numeric.month_day(value, order))
    part = None
    if group == "stamp":
        part = numeric.three(value[:10], "ymd")
    elif group == "three":
        part = numeric.three(value, order)
    elif group == "month":
        part = numeric.year_month(value)
    if part is not None:
        return Token(kinds.DAY if part.day else kinds.FULL_MONTH, start, end, 0, value, part)
    return Token({"time": kinds.TIME, "number": kinds.NUMBER}.get(group or "", kinds.OTHER), start, end, 0, value)


HYPHENS = frozenset("-‑:")
NOTHING = Token(kinds.BREAK, -1, -1)
DECADES = frozenset({kinds.TWO, kinds.YEAR, kinds.OLD_YEAR, kinds.MID})
ELIDED = frozenset({kinds.WORDS["of"], kinds.WORDS["the"]})
NUMERALS = frozenset({kinds.SMALL, kinds.MID, kinds.TWO})
UPPER_ONLY = frozenset({kinds.WEAK_MONTH, kinds.WEAK_SEASON, kinds.WEAK_WEEKDAY})
LOWER = {kinds.WEAK_MONTH: kinds.LOW_MONTH, kinds.WEAK_SEASON: kinds.WEAK_SEASON}


def _raw(text: str, low: str, start: int, end: int, lexicon: Lexicon) -> tuple[list[Token], list[int]]:
    """Return a token for each piece, and which may be one with those after or before them."""
    words, phrases = lexicon.words, lexicon.phrases
    raw: list[Token] = []
    merging: list[int] = []
    last = NOTHING
    for piece in PIECE.findall(low, start, end):
        begin, start = start, start + len(piece)
        if piece == " ":
            continue
        entry = words.get(piece)
        if entry is not None:
            token = _known(piece, begin, entry, text, lexicon)
        elif piece[0].isalpha():
            token = Token(kinds.WORD, begin, start, 0, piece)
        elif piece[0].isdecimal():
            token = _numeric(piece, low, begin, lexicon)
        elif not piece.isspace():
            token = Token(kinds.MARKS.get(piece, kinds.OTHER), begin, start, 0, piece)
        elif piece[0] == "\n":
            token = Token(kinds.BREAK, begin, start)
        else:
            continue
        if piece in phrases or (last.end == begin and last.kind != kinds.WORD):
            merging.append(len(raw))
        raw.append(token)
        last = token
    return raw, merging


def _known(piece: str, begin: int, entry: Entry, text: str, lexicon: Lexicon) -> Token:
    kind = entry.kind
    if kind in UPPER_ONLY or lexicon.lower:
        upper = text[begin].isupper()
        if kind in UPPER_ONLY and not upper:
            kind = LOWER.get(kind, kinds.WORD)
        elif upper and piece in lexicon.lower:
            kind = kinds.WORD
    return Token(kind, begin, begin + len(piece), entry.number, entry.name or piece)


def _phrase(raw: list[Token], at: int, low: str, lexicon: Lexicon) -> tuple[Token, int] | None:
    """Return the entry of several tokens that begins here, and where it ends."""
    first = raw[at]
    for phrase in lexicon.phrases.get(low[first.start : first.end], ()):
        last = at + len(phrase.rest)
        if last < len(raw) and all(
            low[raw[at + 1 + i].start : raw[at + 1 + i].end] == piece for i, piece in enumerate(phrase.rest)
        ):
            entry = phrase.entry
            return Token(entry.kind, first.start, raw[last].end, entry.number, entry.name), last + 1
    return None


def tokens(text: str, low: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of a stretch: phrases and ordinals made one, stops of short forms and numbers told apart."""
    raw, merging = _raw(text, low, start, end, lexicon)
    made: list[Token] = []
    done = 0
    for at in merging:
        if at < done:
            continue
        made += raw[done:at]
        token, done = raw[at], at + 1
        touching = bool(made) and made[-1].end == token.start
        if found := _phrase(raw, at, low, lexicon):
            token, done = found
        elif touching and (joined := _joined(made[-1], raw, at, low, lexicon)):
            token, done = joined
            made.pop()
        elif touching and token.name == "." and _stop_belongs(made[-1], low, lexicon):
            token = replace(token, kind=kinds.DOT)
        made.append(token)
    return made + raw[done:]


def _joined(previous: Token, raw: list[Token], at: int, low: str, lexicon: Lexicon) -> tuple[Token, int] | None:
    """Return the token before with what touches it and belongs to it, and where that ends."""
    token = raw[at]
    if token.name == "s" and previous.kind in DECADES and previous.number % 10 == 0:
        return Token(kinds.DECADE, previous.start, token.end, previous.number, previous.name), at + 1
    if previous.kind in NUMERALS and token.name in lexicon.suffixes:
        return Token(kinds.ORDINAL, previous.start, token.end, previous.number, previous.name), at + 1
    if token.name in HYPHENS and (joined := _inflected(previous, raw, at, low, lexicon)):
        return joined, at + 2
    if token.kind == kinds.MARKS["'"] and previous.kind in ELIDED:
        return replace(previous, end=token.end), at + 1
    return None


def _inflected(previous: Token, raw: list[Token], at: int, low: str, lexicon: Lexicon) -> Token | None:
    """Return `7-én` as an ordinal and `2021-ben` as a year, where `at` is the hyphen between."""
    if at + 1 >= len(raw) or raw[at + 1].start != raw[at].end:
        return None
    ending = raw[at + 1]
    if low[ending.start : ending.end] not in lexicon.suffixes:
        return None
    if previous.kind in NUMERALS:
        return Token(kinds.ORDINAL, previous.start, ending.end, previous.number, previous.name)
    if previous.kind == kinds.YEAR:
        part = Part(year=previous.number, grain="year")
        return Token(kinds.RELATIVE_YEAR, previous.start, ending.end, part=part)
    return None


def _stop_belongs(previous: Token, low: str, lexicon: Lexicon) -> bool:
    """Whether a full stop goes with the number or the short form before it, or joins a month to a day."""
    if previous.kind in (kinds.SMALL, kinds.MID, kinds.YEAR):
        return lexicon.dotted or previous.start == 0 or low[previous.start - 1] == "\n"
    if previous.kind == kinds.MONTH and low[previous.end + 1 : previous.end + 2].isdecimal():
        return True
    return low[previous.start : previous.end] in lexicon.short
