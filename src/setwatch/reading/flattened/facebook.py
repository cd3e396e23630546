"""Posts of Facebook in flattened text: words, then `Posted by NAME on Monday, October 5, 2020`."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from setwatch.reading.flattened.blocks import Blocks
from setwatch.reading.flattened.found import FoundPost, trimmed
from setwatch.reading.printed import date_at

_WORDS = tomllib.loads(files(__package__).joinpath("facebook.toml").read_text(encoding="utf-8"))
_SIGNATURE = re.compile(
    rf"(?:{'|'.join(_WORDS['by'])})[ \xa0](?P<name>[^\n]{{1,80}}?)[ \xa0](?:{'|'.join(_WORDS['on'])})[ \xa0]"
    r"(?P<weekday>[^\W\d_]{4,15})(?:-feira)?,?[ \xa0](?=[^\n]{4,34}(?:19|20)\d\d)"
)

DATE_REACH = 8
"""Characters between the weekday and the day at most."""


def find_facebook(text: str, blocks: Blocks) -> Iterator[FoundPost]:
    """Yield the signed posts; their words are the paragraph before, or what stands before on the line."""
    floor = 0
    for match in _SIGNATURE.finditer(text):
        date = date_at(text, match.end(), DATE_REACH)
        if date is None:
            continue
        index = blocks.index_at(match.start())
        start, end = trimmed(text, max(floor, blocks.spans[index][0]), match.start())
        if start == end and index > 0 and blocks.spans[index - 1][0] >= floor:
            start, end = blocks.spans[index - 1]
        yield FoundPost(start, date.end, (start, end), "facebook", match["name"].strip(), None, date.edtf)
        floor = date.end
