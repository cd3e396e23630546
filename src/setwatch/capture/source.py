"""Files, folders and streams to captures."""

import io
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from setwatch.capture.kind import fault, holds_records, media_type
from setwatch.capture.limits import DOCUMENT_BYTES
from setwatch.capture.records import record, records
from setwatch.model import Capture, Refusal, take


def captures_of(source: Path | BinaryIO, captured: datetime, origin: str | None = None) -> Iterator[Capture | Refusal]:
    """Yield a capture for each document in a file, a folder (and those below it) or a stream of bytes.

    `captured` is an aware time in UTC. What cannot be taken in is yielded as a refusal and stops nothing. Folders are
    read in sorted order; hidden files, and links that lead out of the folder, are passed over. `origin` names a stream
    (by default `-`).
    """
    if not isinstance(source, Path):
        yield from _document(source, captured, origin or "-")
    elif source.is_dir():
        for path in _files(source):
            yield from _file(path, captured)
    else:
        yield from _file(source, captured)


def _files(folder: Path) -> Iterator[Path]:
    root = folder.resolve()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if name.startswith(".") or not path.is_file():
                continue
            if not path.is_symlink() or path.resolve().is_relative_to(root):
                yield path


def _file(path: Path, captured: datetime) -> Iterator[Capture | Refusal]:
    if path.exists() and not path.is_file():
        yield Refusal(str(path), "is neither a file nor a folder")
        return
    try:
        with path.open("rb") as stream:
            yield from _document(stream, captured, str(path))
    except OSError as error:
        yield Refusal(str(path), f"cannot be read: {error.strerror or error}")


def _document(stream: BinaryIO, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    start = stream.read(DOCUMENT_BYTES + 1)
    first = start.lstrip().split(b"\n", 1)[0]
    if b"\x00" not in first and holds_records(first):
        whole = record(start.strip(), captured, origin) if _spread(start, first) else None
        if isinstance(whole, Capture):
            yield whole
        else:
            yield from records(_Joined(start, stream), captured, origin)
    elif len(start) > DOCUMENT_BYTES:
        yield Refusal(origin, f"has more than {DOCUMENT_BYTES:,} bytes; one document may not be longer")
    elif (wrong := fault(start)) is not None:
        yield Refusal(origin, wrong)
    else:
        yield take(start, media_type(start), captured, None, origin)


def _spread(start: bytes, first: bytes) -> bool:
    """Whether a record seems to be written over several lines: its first line does not end it."""
    return len(start) <= DOCUMENT_BYTES and not first.rstrip().endswith(b"}")


class _Joined:
    """What was read of a stream already, then the rest of it; only `readline` is needed."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start = io.BytesIO(start)
        self._rest = rest

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or its first `size` bytes."""
        line = self._start.readline(size)
        if line.endswith(b"\n") or len(line) == size:
            return line
        return line + self._rest.readline(size - len(line))
