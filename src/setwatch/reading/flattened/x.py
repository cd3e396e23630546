"""Posts of X and Bluesky in flattened text: words, then a signature line; or words that end in a picture's key."""

import re
from collections.abc import Iterator

from setwatch.reading.flattened.blocks import Blocks
from setwatch.reading.flattened.found import MEDIA_KEY, FoundPost, trimmed
from setwatch.reading.flattened.signature import Signature, signatures
from setwatch.reading.plain import votes_of
from setwatch.reading.printed import date_at

LONGEST_POST = 420
"""Characters from which a paragraph before a signature is not all the post's: 280 with room for links and keys."""

_MORE = re.compile(r"(?:\s?See more)?", re.IGNORECASE)
"""What some publishers print between a post's date and the article."""

DATE_REACH = 40
"""Characters after a picture's key in which a date glued to it ends."""

_MARK = re.compile(r"[-–•*►▶](?=\s)")

SURE = 3
"""Small words by which one language must lead the other for a change of language."""

_SENTENCE_END = re.compile(r"[.!?…:]['\"”’»)\]]{0,2}\s+(?=[\"'“‘«(\[#@]?[^\W_a-z])|[\U0001F300-\U0001FAFF]\s+")


def find_x(text: str, blocks: Blocks, lang: str) -> Iterator[FoundPost]:
    """Yield the posts with a signature, and those before them that only a picture's key ends."""
    floor = 0
    for sign in signatures(text):
        start, end = _words_before(text, blocks, sign, floor, lang)
        yield from _unsigned(text, blocks, (floor, start), sign, lang)
        yield FoundPost(start, sign.end, (start, end), sign.platform, sign.author, sign.handle, sign.printed)
        floor = sign.end
    yield from _unsigned(text, blocks, (floor, len(text)), None, lang)


def _words_before(text: str, blocks: Blocks, sign: Signature, floor: int, lang: str) -> tuple[int, int]:
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
    return _listed(text, blocks, _cut(text, start, end, lang), floor), end


def _listed(text: str, blocks: Blocks, start: int, floor: int) -> int:
    """The start of the list whose last item begins at `start`, which is `start` itself where it is no item."""
    mark = _MARK.match(text, start)
    index = blocks.index_at(start)
    while (
        mark
        and index > 0
        and blocks.spans[index - 1][0] >= floor
        and text.startswith(mark.group(), blocks.spans[index - 1][0])
    ):
        index -= 1
        start = blocks.spans[index][0]
    return start


def _cut(text: str, start: int, end: int, lang: str) -> int:
    """Where a post begins within its paragraph: where its language begins, or, if there are too many words, later."""
    starts = [start, *(m.end() for m in _SENTENCE_END.finditer(text, start, end) if m.end() < end)]
    switched = _switch(text, [*starts, end], lang)
    if switched > start or end - start <= LONGEST_POST:
        return switched
    line = text.rfind("\n", start, end)
    if line > start and end - line <= LONGEST_POST:
        return trimmed(text, line, end)[0]
    short = [at for at in starts if end - at <= LONGEST_POST]
    colon = next((at for at in short if text[start:at].rstrip().endswith(":")), None)
    return colon or (short[0] if short else starts[-1])


def _switch(text: str, bounds: list[int], lang: str) -> int:
    """The sentence from which on a paragraph is in another language than the article's, if it begins in that."""
    article = lang.partition("-")[0]
    best, begin = 0, bounds[0]
    for at in bounds[1:-1]:
        head, tail = votes_of(text[bounds[0] : at]), votes_of(text[at : bounds[-1]])
        own = max(tail, key=lambda tongue: tail[tongue], default=article)
        gain = head[article] - head[own] + tail[own] - tail[article]
        if head[article] >= SURE and tail[own] - tail[article] >= SURE and gain > best:
            best, begin = gain, at
    return begin


def _unsigned(
    text: str, blocks: Blocks, between: tuple[int, int], sign: Signature | None, lang: str
) -> Iterator[FoundPost]:
    """Paragraphs before a signed post that end in a picture's key; the one right before it is by the same hand."""
    floor, stop = between
    for match in MEDIA_KEY.finditer(text, floor, stop):
        index = blocks.index_at(match.start())
        first, last = blocks.spans[index]
        start, end = trimmed(text, max(first, floor), min(last, stop))
        date = date_at(text[match.end() : end][:DATE_REACH], 0, 2)
        if match.end() != end and date is None:
            continue
        same = sign is not None and index + 1 < len(blocks.spans) and blocks.spans[index + 1][0] == stop
        start = _cut(text, start, match.end(), lang)
        last = match.end() + (date.end if date else 0)
        after = _MORE.match(text, last) if date else None
        yield FoundPost(
            start,
            after.end() if after else last,
            (start, match.end()),
            "twitter",
            sign.author if same and sign else None,
            sign.handle if same and sign else None,
            date.edtf if date else None,
        )
