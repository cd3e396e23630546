"""The passages that two documents have in common, side by side."""

import re
from difflib import SequenceMatcher

from setwatch.model import Document, Evidence, Passage, quote

WORDS = 6
"""Words in a row that make a passage; fewer stand in many texts by chance."""
LONGEST = 12_000
"""Words of a text that are compared: no article has more, and hostile input stays cheap."""
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def passages(original: Document, copy: Document) -> tuple[Passage, ...]:
    """Return the passages of at least `WORDS` words that stand in both, in the order of the original. Pure.

    Case, punctuation and white space may differ; each passage is the exact words in either.
    """
    ours, theirs = _words(original.text), _words(copy.text)
    matcher = SequenceMatcher(None, [w for w, _, _ in ours], [w for w, _, _ in theirs], autojunk=False)
    return tuple(
        Passage(_between(original, ours, block.a, block.size), _between(copy, theirs, block.b, block.size))
        for block in matcher.get_matching_blocks()
        if block.size >= WORDS
    )


def _words(text: str) -> list[tuple[str, int, int]]:
    found = [(m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
    return found[:LONGEST]


def _between(document: Document, words: list[tuple[str, int, int]], first: int, count: int) -> Evidence:
    return quote(document.text, words[first][1], words[first + count - 1][2])
