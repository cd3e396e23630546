"""Captures out as a web archive, which `add` takes in again as the same captures [WARC 1.1, ISO 28500:2017]."""

import hashlib
import os
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from setwatch.capture.warc import KIND_FIELD, NO_ADDRESS
from setwatch.model import Capture

RESPONSE = "application/http; msgtype=response"


def write_warc(captures: Iterable[Capture], path: Path) -> int:
    """Write captures as the records of a WARC, each packed by itself (`.warc.gz`); return how many.

    A record has the capture's address, time, media type, digest and origin. Where headers came with a capture, it is a
    response with these headers, else a resource. A reader finds the old file or the whole
    new one, never half of it.

    Raises:
        OSError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    written = 0
    try:
        with beside.open("wb") as file, GzipWriter(file) as stream:
            _about(path).write(stream, checksum_data=True)
            for capture in captures:
                _record(capture).write(stream, checksum_data=True)
                written += 1
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return written


def _about(path: Path) -> WarcRecord:
    record = WarcRecord()
    words = b"software: Setwatch\r\nformat: WARC File Format 1.1\r\n"
    record.init_headers(WarcRecordType.warcinfo, _urn(words).encode(), content_length=len(words))
    record.headers["WARC-Filename"] = path.name
    record.headers["Content-Type"] = "application/warc-fields"
    record.set_bytes_content(words)
    return record


def _record(capture: Capture) -> WarcRecord:
    record = WarcRecord()
    block = _head(capture) + capture.payload
    kind = WarcRecordType.response if capture.headers else WarcRecordType.resource
    record.init_headers(kind, _urn(capture.payload).encode(), content_length=len(block))
    time = capture.captured.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    record.headers["WARC-Date"] = time
    record.headers["WARC-Target-URI"] = _line(capture.url or f"{NO_ADDRESS}{capture.digest}")
    record.headers["Content-Type"] = RESPONSE if capture.headers else _line(capture.media_type)
    record.headers[KIND_FIELD] = _line(capture.media_type)
    record.headers["WARC-Payload-Digest"] = f"sha256:{capture.digest}"
    record.headers["Setwatch-Origin"] = _line(capture.origin)
    record.set_bytes_content(block)
    return record


def _head(capture: Capture) -> bytes:
    """Return the head of the answer that a capture came in; only what was answered well (200) is a capture."""
    if not capture.headers:
        return b""
    own = ("content-length", str(len(capture.payload)))  # of the bytes as they are kept, unpacked
    lines = "".join(f"{name}: {_line(value)}\r\n" for name, value in (*capture.headers, own))
    return f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode()


def _urn(payload: bytes) -> str:
    """Return the id of a record, which is the same for the same bytes [RFC 9562, version 8]."""
    found = bytearray(hashlib.sha256(payload).digest()[:16])
    found[6], found[8] = found[6] & 0x0F | 0x80, found[8] & 0x3F | 0x80
    text = found.hex()
    return f"<urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}>"


def _line(value: str) -> str:
    """Return a value that cannot end its header."""
    return " ".join(value.split())
