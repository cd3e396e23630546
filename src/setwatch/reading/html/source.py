"""From bytes to a tree, in bounded time and memory."""

import codecs
import re

from selectolax.lexbor import LexborHTMLParser

TAGS = 80_000
"""Tags of a page at most, opening and closing; the longest articles have some thousands."""

PLAIN = 6_000
"""Tags up to which a page is parsed without a closer look: at its worst it takes some seconds."""

OPEN = 1_500
"""Elements that are open at once at most; pages that forget to close theirs have hundreds."""

REOPENED = 5_000_000
"""Open elements that style text, times tags, at most: each of them may be opened again in each block."""

ATTRIBUTES = 5_000
"""Attributes of one element at most.

All of these: what the standard makes of a page takes quadratic time or worse in each of them.
"""

SHORT = 200_000
"""Bytes up to which the attributes of a page need not be counted."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_SEEN = 1024
"""Bytes in which the parser itself looks for the encoding."""

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_VALUE = re.compile(rb"\"[^\"]*\"|'[^']*'")
_STYLING = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
_UNNESTED = frozenset(b"area base br col embed hr img input link meta param source track wbr p li dt dd".split())


_TOLD = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def parse_page(payload: bytes, media_type: str = "") -> LexborHTMLParser:
    """Return the tree of a page, in UTF-8 unless it is not and it says otherwise.

    What says so, the first that does: its byte order mark, the `charset` of the media type it was sent with, its meta
    element.

    Bytes that are wrong in that encoding become U+FFFD.

    Raises:
        ValueError: it is made such that reading it would take more time or memory than any article does.
    """
    _check(payload)
    told = _TOLD.search(media_type) if media_type and not payload.startswith(_MARKS) else None
    if told is not None and (codec := _codec(told[1].encode())) != "utf-8":
        try:
            payload.decode()
        except UnicodeDecodeError:
            return LexborHTMLParser(payload.decode(codec, "replace").encode())
    charset = _CHARSET.search(payload, 0, _HEAD)
    if charset is not None and charset[1].lower() not in (b"utf-8", b"utf8"):
        # Pages that were saved again in UTF-8 often keep the name of the encoding that they had.
        try:
            payload.decode()
        except UnicodeDecodeError:
            if charset.end() > _SEEN:
                payload = payload.decode(_codec(charset[1]), "replace").encode()
        else:
            return LexborHTMLParser(payload)
    return LexborHTMLParser(payload, encoding=True)


def _codec(label: bytes) -> str:
    """The name of the codec, `utf-8` where there is none of that name."""
    try:
        "".encode(label.decode("ascii"))
    except (LookupError, UnicodeError):
        return "utf-8"
    return label.decode("ascii")


def _check(payload: bytes) -> None:
    tags = payload.count(b"<")
    if tags > TAGS:
        raise ValueError(f"the page has more than {TAGS:,} tags; no article has so many")
    long = [part for part in payload.split(b"<") if len(part) > 2 * ATTRIBUTES] if len(payload) > SHORT else []
    if any(map(_is_crowded, long)):
        raise ValueError(f"the page has an element with more than {ATTRIBUTES:,} attributes")
    if tags > PLAIN:
        deepest, styling = _nesting(payload)
        if deepest > OPEN or styling * tags > REOPENED:
            raise ValueError(f"the page leaves more than {OPEN:,} elements open")


def _is_crowded(part: bytes) -> bool:
    """Whether what follows a `<` is an element with too many attributes."""
    if not part[:1].isalpha() or -1 < part.find(b">") < 2 * ATTRIBUTES:
        return False
    return len(_VALUE.sub(b"", part.partition(b">")[0]).split()) > ATTRIBUTES


def _nesting(payload: bytes) -> tuple[int, int]:
    """Return the most elements that are open at once, and the most of those that style text."""
    open_now: dict[bytes, int] = {}
    depth = deepest = styling = most_styling = 0
    for closing, name in _TAG.findall(payload):
        tag = name.lower()
        if tag in _UNNESTED:
            continue
        count = open_now.get(tag, 0)
        if closing and not count:
            continue
        step = -1 if closing else 1
        open_now[tag] = count + step
        depth += step
        deepest = max(deepest, depth)
        if tag in _STYLING:
            styling += step
            most_styling = max(most_styling, styling)
    return deepest, most_styling
