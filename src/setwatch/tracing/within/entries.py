"""Pages of entries that have nothing to do with each other: live blogs (each with its time), numbered lists."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from setwatch.tracing.within.lexicon import names
from setwatch.tracing.within.parts import LONGEST

_TIMED = re.compile(
    r"^[ \t]{0,3}(?:\d{1,2}[:.h]\d{2}(?:[ \t]?(?:[AaPp]\.?[Mm]\.?|Uhr|[A-Z]{2,4}))?)(?=[ \t]*(?:\n|[-–—:|]|[^\W\d_]))",
    re.M,
)
_NUMBERED = re.compile(r"^[ \t]{0,3}#?\d{1,2}[.)][ \t]+(?=[^\W\d_a-z]|[“\"'«„])", re.M)
_FEW = 3
"""Lines with a time, or with a number, from which a page is one of entries."""

_HEAD = re.compile(r"[ \t|–—:-]{0,4}(?P<head>[^\n]{2,70}?)(?=\s\(|:\s|\n|$)")
_WORD = re.compile(r"[^\W_][\w'’-]*")


def entries_of(text: str) -> tuple[int, ...]:
    """Return where the entries of a live blog begin, none where a page is no live blog. Pure."""
    starts = [match.start() for match in _TIMED.finditer(text, 0, LONGEST)]
    return tuple(starts) if len(starts) >= _FEW else ()


def of_others(text: str, own: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return the entries, from where to where, of a live blog or list that are headed by another title. Pure.

    `own` is where the page names its production, in the order of the text: an entry that does is never another's.
    """
    found = []
    for heads in (_TIMED, _NUMBERED):
        begun = list(heads.finditer(text, 0, LONGEST))
        if len(begun) < _FEW or not own:
            continue
        if not _has_bodies(text, [match.start() for match in begun]):
            continue
        ends = [*(match.start() for match in begun[1:]), len(text)]
        for match, end in zip(begun, ends, strict=True):
            named = bisect_right(own, match.start()) < bisect_right(own, end)
            if not named and (head := _HEAD.match(text, match.end())) and _is_title(head["head"]):
                found.append((match.start(), end))
    return tuple(found)


def _has_bodies(text: str, starts: Sequence[int]) -> bool:
    """Whether entries have text below their heads, unlike the chapters of a video."""
    told = [text[a:b].strip() for a, b in pairwise(starts)]
    return 2 * sum("\n" in entry or len(entry) > _LINE for entry in told) >= len(told)


_LINE = 90
"""Characters from which an entry on one line tells something."""


def _is_title(head: str) -> bool:
    """Whether the head of an entry is written as a title, each word of weight with a capital, and no sentence."""
    words = _WORD.findall(head)
    if not words or head.rstrip().endswith((".", "!", "?", ",")):
        return False
    plain = names().small_words
    return words[0][0].isupper() and all(w[0].isupper() or w[0].isdigit() or w in plain for w in words)
