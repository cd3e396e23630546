"""From a capture to its document, by media type."""

import re

from setwatch.model import Capture, Document
from setwatch.reading.feed_entry import read_entry
from setwatch.reading.html import read_html
from setwatch.reading.platforms import read_post, read_post_page
from setwatch.reading.record import read_record
from setwatch.reading.text import document_of

_PROFILE = re.compile(r";\s*profile=\"?([\w-]+)")
_HTML = frozenset(("text/html", "application/xhtml+xml"))


def read(capture: Capture) -> Document:
    """Return the document that `capture` holds. Pure: no clock, no network, no store.

    Raises:
        ValueError: the bytes are not what the media type says; the message says in one line what is wrong.
    """
    media_type = capture.media_type.partition(";")[0].strip().lower()
    if media_type in _HTML:
        return read_post_page(capture) or read_html(capture)
    if media_type == "application/json":
        return _read_json(capture)
    return document_of(capture, decoded(capture))


def _read_json(capture: Capture) -> Document:
    """A media type's profile (RFC 6906) says what kind of object it is; without one it is a record."""
    profile = _PROFILE.search(capture.media_type)
    if profile is None:
        return read_record(capture)
    return read_entry(capture) if profile[1] == "feed-entry" else read_post(capture, profile[1])


def decoded(capture: Capture) -> str:
    """Return the payload as text: UTF-8, with or without a byte order mark.

    Raises:
        ValueError: it is no UTF-8.
    """
    try:
        return capture.payload.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"no UTF-8 text: byte {error.start} is {capture.payload[error.start]:#04x}") from error
