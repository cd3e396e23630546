"""Feeds without what was read of them before: most of what a feed shows, it showed the last time too."""

import re
from collections.abc import Iterator, Set
from hashlib import blake2b

_BEGINS = re.compile(rb"<(item|entry)[ >\n\r\t]")
_PASSING = re.compile(
    rb"<((?:\w{1,20}:)?(?:lastBuildDate|pubDate|updated|modified|date))\b[^<>]{0,200}>[^<]{0,200}</\1>", re.ASCII
)
"""What of a feed itself changes while its entries do not, and is in none of their captures."""
_MARK = 12
"""Bytes of a mark."""


def unseen(payload: bytes, seen: Set[bytes]) -> tuple[bytes, frozenset[bytes], bool]:
    """Return a feed without the entries whose marks are in `seen`, the marks of all, and whether an entry is left.

    An entry's mark is of its own bytes and of what stands outside of all entries, dates left out. A feed that cannot
    be cut surely into its entries (comments, CDATA that does not end in its entry, JSON) is returned as it is, without
    marks.
    """
    spans = list(_entries(payload))
    chunks = [payload[begin:end] for begin, end in spans]
    edges = [0, *(edge for span in spans for edge in span), len(payload)]
    outside = [payload[begin:end] for begin, end in zip(edges[::2], edges[1::2], strict=True)]
    if not spans or not all(map(_is_whole, chunks)) or not all(map(_is_even, outside)):
        return payload, frozenset(), True
    head = blake2b(_PASSING.sub(b"", b"".join(part.strip() for part in outside))).digest()
    marks = [blake2b(chunk, digest_size=_MARK, key=head).digest() for chunk in chunks]
    left = [b"" if mark in seen else chunk for mark, chunk in zip(marks, chunks, strict=True)]
    cut = outside[0] + b"".join(chunk + between for chunk, between in zip(left, outside[1:], strict=True))
    return cut, frozenset(marks), any(left)


def _entries(payload: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each entry begins and ends; up to the first that does not end."""
    at = 0
    while (found := _BEGINS.search(payload, at)) is not None:
        close = b"</" + found[1] + b">"
        end = payload.find(close, found.end())
        if end < 0:
            yield found.start(), found.start()  # no entry: the feed is not cut
            return
        at = end + len(close)
        yield found.start(), at


def _is_whole(chunk: bytes) -> bool:
    return bool(chunk) and len(_BEGINS.findall(chunk)) == 1 and _is_even(chunk)


def _is_even(part: bytes) -> bool:
    """Whether no CDATA and no comment reaches beyond a part."""
    return part.count(b"<![CDATA[") == part.count(b"]]>") and b"<!--" not in part
