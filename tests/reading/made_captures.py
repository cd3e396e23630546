"""Captures of invented texts."""

from datetime import UTC, datetime

from setwatch.model import Capture, Document, take
from setwatch.reading import read

CAPTURED = datetime(2040, 1, 1, tzinfo=UTC)


def capture_of(text: str, media_type: str = "text/plain", url: str | None = None) -> Capture:
    return take(text.encode(), media_type, CAPTURED, url)


def read_text(text: str, url: str | None = None) -> Document:
    return read(capture_of(text, url=url))
