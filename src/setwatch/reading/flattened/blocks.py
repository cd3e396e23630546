"""Paragraphs of a text with their offsets. Where a text parts them by blank lines, those count, else each line."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Blocks:
    """The offsets of the paragraphs, in order."""

    spans: tuple[tuple[int, int], ...]

    def index_at(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, or of the last one before it; -1: before all."""
        return bisect_right(self.spans, (offset, float("inf"))) - 1


def blocks_of(text: str) -> Blocks:
    """Return the paragraphs of `text`, blank ones left out."""
    spans: list[tuple[int, int]] = []
    blank_lines = len(_BLANK.findall(text))
    by_blank = blank_lines * 3 >= text.count("\n") / 2 and blank_lines > 0
    at = 0
    for piece in (_BLANK if by_blank else re.compile(r"\n")).finditer(text):
        _add(spans, text, at, piece.start())
        at = piece.end()
    _add(spans, text, at, len(text))
    return Blocks(tuple(spans))


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
