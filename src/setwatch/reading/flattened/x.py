"""Posts of X and Bluesky in flattened text: words, then a signature line; or words that end in a picture's key."""

import re
from collections.abc import Iterator

from setwatch.reading.flattened.blocks import Blocks
from setwatch.reading.flattened.found import MEDIA_KEY, FoundPost, trimmed
from setwatch.reading.flattened.signature import Signature, signatures

LONGEST_POST = 420
"""Characters from which a paragraph before a signature is not all the post's: 280 with room for links and keys."""

_SENTENCE_END = re.compile(r"[.!?…:]['\"”’»)\]]{0,2}\s+(?=[\"'“‘«(\[#@]?[^\W_a-z])|[\U0001F300-\U0001FAFF]\s+")
_TAIL = re.compile(r"(?:\s+(?:https?://t\.co/\w{1,20}|https?://\S{1,200}))+\s*$")


def find_x(text: str, blocks: Blocks) -> Iterator[FoundPost]:
    """Yield the posts with a signature, and those before them that only a picture's key ends."""
    floor = 0
    for sign in signatures(text):
        start, end = _words_before(text, blocks, sign, floor)
        yield from _unsigned(text, blocks, floor, start, sign)
        yield FoundPost(start, sign.end, (start, end), sign.platform, sign.author, sign.handle, sign.printed)
        floor = sign.end
    yield from _unsigned(text, blocks, floor, len(text), None)


def _words_before(text: str, blocks: Blocks, sign: Signature, floor: int) -> tuple[int, int]:
    """The offsets of the words that a signature signs: the paragraph before it, or the end of that paragraph."""
    index = blocks.index_at(max(sign.start - 1, 0))
    if index < 0:
        return sign.start, sign.start
    start = max(blocks.spans[index][0], floor)
    start, end = trimmed(text, start, sign.start)
    if start == end and index > 0 and blocks.spans[index][0] >= floor:
        start, end = trimmed(text, max(blocks.spans[index - 1][0], floor), min(blocks.spans[index - 1][1], sign.start))
    if start >= end:
        return sign.start, sign.start
    return _cut(text, start, end), end


def _cut(text: str, start: int, end: int) -> int:
    """Where a post begins within a paragraph that has too many words for one: at a line, else at a sentence."""
    if end - start <= LONGEST_POST:
        return start
    line = text.rfind("\n", start, end)
    if line > start and end - line <= LONGEST_POST:
        return trimmed(text, line, end)[0]
    starts = [m.end() for m in _SENTENCE_END.finditer(text, max(start, end - LONGEST_POST), end)]
    return starts[0] if starts else start


def _unsigned(text: str, blocks: Blocks, floor: int, stop: int, sign: Signature | None) -> Iterator[FoundPost]:
    """Paragraphs before a signed post that end in a picture's key; the one right before it is by the same hand."""
    for index, (first, last) in enumerate(blocks.spans):
        if last <= floor or first >= stop:
            continue
        start, end = max(first, floor), min(last, stop)
        keys = list(MEDIA_KEY.finditer(text, start, end))
        if not keys or trimmed(text, keys[-1].end(), end)[0] < end:
            continue
        same = sign is not None and index + 1 < len(blocks.spans) and blocks.spans[index + 1][0] == stop
        start = _cut(text, *trimmed(text, start, end))
        yield FoundPost(
            start,
            end,
            (start, end),
            "twitter",
            sign.author if same and sign else None,
            sign.handle if same and sign else None,
        )
