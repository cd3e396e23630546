"""Captures: bytes as they came in, and what was refused."""

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they came in, with address, time and media type [after WARC].

    `digest` is the SHA-256 of `payload` in hexadecimal. `origin` says where a person can find the bytes again
    (a file's name, with `#4` for the fourth record of it). `headers` came with the bytes from a server, names in lower
    case; what is about the connection, secret or too long is left out. Nothing is derived from these two.
    """

    digest: str
    payload: bytes
    media_type: str
    captured: datetime
    url: str | None = None
    origin: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def take(payload: bytes, media_type: str, captured: datetime, url: str | None = None, origin: str = "") -> Capture:
    """Return the capture of `payload`; `captured` is an aware time in UTC."""
    return Capture(hashlib.sha256(payload).hexdigest(), payload, media_type, captured, url, origin)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be taken in or read: where it is, and in one line what is wrong with it."""

    origin: str
    reason: str
