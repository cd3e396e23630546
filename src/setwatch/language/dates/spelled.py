"""Numbers in words: `twenty first`, `nineteen seventy eight`, `two thousand and eighteen`."""

import re

from setwatch.language.dates import kinds
from setwatch.language.dates.tokens import Token

SPELLED = re.compile(r"n[-&]?[np]")
"""Two words for numbers beside each other, among the kinds of a row."""


def _small(row: list[Token], at: int) -> tuple[int, int] | None:
    """Return a number below 100 in words, `twenty` or `twenty - one`, and where it ends."""
    if at >= len(row) or row[at].kind != kinds.CARDINAL or row[at].number >= 100 or not row[at].name.isalpha():
        return None
    tens = row[at].number
    after = at + 1 + (at + 1 < len(row) and row[at + 1].kind == "-")
    if tens >= 20 and after < len(row) and row[after].kind == kinds.CARDINAL and 0 < row[after].number < 10:
        return tens + row[after].number, after + 1
    return tens, at + 1


def _skip_and(row: list[Token], at: int) -> int:
    return at + 1 if at < len(row) and row[at].kind == kinds.WORDS["and"] else at


def _times(row: list[Token], at: int, size: int) -> bool:
    return at < len(row) and row[at].kind == kinds.CARDINAL and row[at].number == size


def year(row: list[Token], at: int) -> tuple[int, int] | None:
    """Return the year in words that begins at a token, and where it ends."""
    first = _small(row, at)
    if first is None:
        return None
    value, after = first
    if _times(row, after, 1000) and 1 <= value <= 2:
        total, after = value * 1000, after + 1
        hundreds = _small(row, after)
        if hundreds and _times(row, hundreds[1], 100):
            total, after = total + hundreds[0] * 100, hundreds[1] + 1
        rest = _small(row, _skip_and(row, after))
        return (total + rest[0], rest[1]) if rest and rest[0] else (total, after)
    if not 10 <= value <= 21:
        return None
    if _times(row, after, 100):
        return value * 100, after + 1
    rest = _small(row, after)
    if rest and rest[0] == 0:
        unit = _small(row, rest[1])
        return (value * 100 + unit[0], unit[1]) if unit and unit[0] < 10 else None
    return (value * 100 + rest[0], rest[1]) if rest and rest[0] >= 10 else None


def spelled(row: list[Token], codes: str) -> tuple[list[Token], str]:
    """Return the row with numbers of several words made one token each."""
    if not SPELLED.search(codes):
        return row, codes
    made: list[Token] = []
    at = 0
    while at < len(row):
        token, after = row[at], at + 1
        if token.kind == kinds.CARDINAL and (found := year(row, at)):
            token = Token(kinds.YEAR, token.start, row[found[1] - 1].end, found[0], str(found[0]))
            after = found[1]
        elif token.kind == kinds.CARDINAL and token.number >= 20 and (both := _two(row, at)):
            token, after = both
        made.append(token)
        at = after
    return made, "".join([token.kind for token in made])


def _two(row: list[Token], at: int) -> tuple[Token, int] | None:
    """Return `twenty one` or `twenty-first` as one token."""
    second = at + 1 + (at + 1 < len(row) and row[at + 1].kind == "-")
    if second < len(row) and row[second].kind in (kinds.CARDINAL, kinds.ORDINAL_WORD) and row[second].number < 10:
        number = row[at].number + row[second].number
        return Token(kinds.COMPOUND, row[at].start, row[second].end, number, str(number)), second + 1
    return None
