"""Titles of works that nobody watches: what is said of them is not said of a watched production."""

import re
from collections.abc import Iterator

from setwatch.model import Span

_QUOTED = re.compile(
    r"“([^“”\n]{2,60})”|„([^„“”\n]{2,60})[“”]|«([^«»\n]{2,60})»|\"([^\"\n]{2,60})\"|(?<!\w)[‘']([^‘’'\n]{2,50})[’'](?!\w)|(?<!\w)_([^_\n]{2,60})_(?!\w)"
)
_END = re.compile(r"[.!?…,;]$")
_SMALL = frozenset(
    (
        "of",
        "the",
        "and",
        "a",
        "an",
        "in",
        "on",
        "to",
        "for",
        "at",
        "by",
        "with",
        "from",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "el",
        "los",
        "y",
        "e",
        "di",
        "del",
        "der",
        "die",
        "das",
        "und",
        "von",
        "is",
        "or",
        "s",
        "t",
    )
)


def other_titles(text: str) -> Iterator[Span]:
    """Yield the spans of quoted titles."""
    for match in _QUOTED.finditer(text):
        start, end = next(match.span(group) for group in range(1, 7) if match[group] is not None)
        end -= 1 if text[end - 1] == "," else 0
        if _is_title(text[start:end]):
            yield Span(start, end)


def _is_title(words: str) -> bool:
    """Whether words in quotation marks look like a title: few, and capital but for small ones."""
    pieces = words.split()
    if not pieces or len(pieces) > 8 or _END.search(words) or not (words[0].isupper() or words[0].isdigit()):
        return False
    large = [piece for piece in pieces if piece.lower() not in _SMALL]
    return all(piece[0].isupper() or not piece[0].isalpha() for piece in large)
