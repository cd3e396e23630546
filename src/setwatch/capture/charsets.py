"""Feeds in other encodings than UTF-8, which half the web once wrote, as UTF-8."""

import codecs
import re

from setwatch.capture.kind import BOM, feed_root

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_DECLARED = re.compile(r"^\s*<\?xml[^<>]{0,200}\?>")
_ENCODING = re.compile(rb"<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_LAST = "cp1252"
"""What old tools write who name no encoding, or a wrong one [WHATWG Encoding: windows-1252]."""
_HEAD = 16_384


def as_utf8(payload: bytes, charset: str | None = None) -> bytes:
    """Return a feed as UTF-8; what is no feed, or UTF-8 already, as it is.

    `charset` is the encoding that the transfer named. It counts before what the feed declares [RFC 7303, section 3.2];
    where neither fits, the bytes are read as windows-1252, as browsers do.
    """
    wide = next((name for mark, name in _WIDE if payload.startswith(mark)), None)
    if wide is not None:
        text = _decoded(payload, wide)
        return _written(text) if text is not None and feed_root(text[:_HEAD].encode()) is not None else payload
    if feed_root(payload[:_HEAD]) is None or _decoded(payload, "utf-8") is not None:
        return payload
    declared = _ENCODING.search(payload[:_HEAD])
    named = (charset, declared[1].decode("ascii") if declared else None, _LAST)
    for name in named:
        if name and (text := _decoded(payload, name)) is not None:
            return _written(text)
    return _written(payload.decode(_LAST, "replace"))


def _decoded(payload: bytes, charset: str) -> str | None:
    try:
        return payload.removeprefix(BOM).decode(charset)
    except (LookupError, UnicodeError, AssertionError):  # some codecs of Python are no encodings of text
        return None


def _written(text: str) -> bytes:
    return _DECLARED.sub("", text.lstrip("\ufeff"), count=1).encode("utf-8", "replace")
