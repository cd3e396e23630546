"""From a capture to its document, by media type."""

from setwatch.model import Capture, Document
from setwatch.reading.html import read_html
from setwatch.reading.record import read_record
from setwatch.reading.text import document_of

_HTML = frozenset(("text/html", "application/xhtml+xml"))


def read(capture: Capture) -> Document:
    """Return the document that `capture` holds. Pure: no clock, no network, no store.

    Raises:
        ValueError: the bytes are not what the media type says; the message says in one line what is wrong.
    """
    media_type = capture.media_type.partition(";")[0].strip().lower()
    if media_type in _HTML:
        return read_html(capture)
    if media_type == "application/json":
        return read_record(capture)
    return document_of(capture, decoded(capture))


def decoded(capture: Capture) -> str:
    """Return the payload as text: UTF-8, with or without a byte order mark.

    Raises:
        ValueError: it is no UTF-8.
    """
    try:
        return capture.payload.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"no UTF-8 text: byte {error.start} is {capture.payload[error.start]:#04x}") from error
