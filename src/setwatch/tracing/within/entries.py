"""Live blogs: a page of entries, each with its time, that have nothing to do with each other."""

import re

from setwatch.tracing.within.parts import LONGEST

_TIMED = re.compile(
    r"^[ \t]{0,3}(?:\d{1,2}[:.h]\d{2}(?:[ \t]?(?:[AaPp]\.?[Mm]\.?|Uhr|[A-Z]{2,4}))?)(?=[ \t]*(?:\n|[-–—:|]|[^\W\d_]))",
    re.M,
)
_FEW = 3
"""Lines with a time from which a page is a live blog."""


def entries_of(text: str) -> tuple[int, ...]:
    """Return where the entries of a live blog begin, none where a page is no live blog. Pure."""
    starts = [match.start() for match in _TIMED.finditer(text, 0, LONGEST)]
    return tuple(starts) if len(starts) >= _FEW else ()
