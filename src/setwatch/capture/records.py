"""JSON Lines: each line with a `text` is one capture."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from setwatch.capture.kind import BOM, JSON
from setwatch.capture.limits import DOCUMENT_BYTES
from setwatch.model import Capture, Refusal, take


class Lines(Protocol):
    """What bytes are read from, line by line."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or its first `size` bytes; nothing at the end."""


def lines(stream: Lines) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1, None for one longer than `DOCUMENT_BYTES`; keeps one in memory."""
    number = 0
    while line := stream.readline(DOCUMENT_BYTES + 1):
        number += 1
        if len(line) <= DOCUMENT_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(DOCUMENT_BYTES)
        yield number, None


def records(stream: Lines, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield a capture or a refusal for each line that is not blank; `#4` after `origin` is the fourth line."""
    for number, line in lines(stream):
        place = f"{origin}#{number}"
        if line is None:
            yield Refusal(place, f"has more than {DOCUMENT_BYTES:,} bytes; one record may not be longer")
        elif line.removeprefix(BOM).strip():
            yield record(line.removeprefix(BOM).strip(), captured, place)


def record(payload: bytes, captured: datetime, origin: str) -> Capture | Refusal:
    """Return the capture of one JSON record, with its `url`, or a refusal that says what is wrong."""
    try:
        found = json.loads(payload.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Refusal(origin, f"is not UTF-8 (byte {error.start}); save it as UTF-8")
    except json.JSONDecodeError as error:
        return Refusal(
            origin, f"is faulty or cut-off JSON ({error.msg}, character {error.pos}); write one whole record a line"
        )
    except (ValueError, RecursionError):
        return Refusal(origin, "is JSON with too large a number or too deep; write a flat record with `text`")
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return Refusal(origin, "is JSON without a `text`; give each record its words as `text`")
    text, url = found["text"], found.get("url")
    if not text.strip():
        return Refusal(origin, "has an empty `text`; there is nothing to read")
    if url is not None and not isinstance(url, str):
        return Refusal(origin, "has a `url` that is not a string; give an address or leave it out")
    if not _storable(text) or not _storable(url or ""):
        return Refusal(origin, "has half a surrogate pair, which is no character; write the record anew as UTF-8")
    return take(payload, JSON, captured, url, origin)


def _storable(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)
