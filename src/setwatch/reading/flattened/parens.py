"""Handles in parentheses, `(@handle)`: the one thing that signatures have in common, and quick to find."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HANDLE = re.compile(r"\([ \xa0]?[@\uFF20](?P<handle>[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,100}[A-Za-z0-9_])?)[ \xa0]?\)")

BEFORE = 140
"""Characters before the parenthesis that may hold the name and what stands before it."""


@dataclass(frozen=True, slots=True)
class Parens:
    """A handle with the offsets of its parentheses; `floor` is where a signature may begin at the earliest."""

    handle: str
    start: int
    end: int
    floor: int


def parens_of(text: str) -> Iterator[Parens]:
    """Yield the handles in parentheses in order."""
    last = 0
    for match in _HANDLE.finditer(text):
        yield Parens(match["handle"], match.start(), match.end(), max(last, match.start() - BEFORE))
        last = match.end()
