"""Files, folders and streams to captures."""

import io
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from setwatch.capture.charsets import as_utf8
from setwatch.capture.feeds import entries, subscriptions
from setwatch.capture.kind import BOM, fault, feed_root, holds_records, media_type
from setwatch.capture.limits import DOCUMENT_BYTES, MEDIA_BYTES, WHOLE_BYTES
from setwatch.capture.media import media_kind, noted_address
from setwatch.capture.records import captures_in, records
from setwatch.capture.streams import GZIP, seekable, unpacked
from setwatch.capture.tables import rows, table_kind
from setwatch.capture.warc import ZIP, is_warc, records_of_wacz, records_of_warc
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


def _name(path: Path) -> str:
    """Return a file's name as text; bytes in it that are no UTF-8 are shown as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


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
        yield Refusal(_name(path), "is neither a file nor a folder")
        return
    try:
        with path.open("rb") as stream:
            yield from _document(stream, captured, _name(path), path)
    except OSError as error:
        yield Refusal(_name(path), f"cannot be read: {error.strerror or error}")


def _document(
    stream: BinaryIO, captured: datetime, origin: str, path: Path | None = None
) -> Iterator[Capture | Refusal]:
    stream = seekable(stream)
    start = stream.read(DOCUMENT_BYTES + 1)
    stream.seek(-len(start), io.SEEK_CUR)
    if is_warc(start):
        yield from records_of_warc(stream, captured, origin)
    elif start.startswith(ZIP):
        yield from records_of_wacz(stream, captured, origin)
    elif start.startswith(GZIP):
        yield from _packed(stream, captured, origin)
    elif (media := media_kind(start)) is not None:
        yield _media(stream, media, captured, origin, path)
    elif b"\x00" not in start[:_HEAD] and holds_records(start[:_HEAD]):
        yield from _json(stream, start, captured, origin)
    elif (kind := table_kind(start)) is not None:
        yield from rows(stream, kind, captured, origin)
    else:
        yield from _page(start, captured, origin)


_HEAD = 4096


def _media(stream: BinaryIO, kind: str, captured: datetime, origin: str, path: Path | None) -> Capture | Refusal:
    payload = stream.read(MEDIA_BYTES + 1)
    if len(payload) > MEDIA_BYTES:
        return Refusal(origin, f"has more than {MEDIA_BYTES:,} bytes; a picture or video may not be longer")
    return take(payload, kind, captured, noted_address(path) if path else None, origin)


def _packed(stream: BinaryIO, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield what a compressed file holds; compressed twice is a bomb, not a document."""
    try:
        inside = unpacked(stream)
    except ValueError as error:
        yield Refusal(origin, str(error))
        return
    if len(inside) > WHOLE_BYTES:
        yield Refusal(origin, f"unpacks to more than {WHOLE_BYTES:,} bytes; unpack it and add what is in it")
    elif inside.startswith((GZIP, ZIP)):
        yield Refusal(origin, "is compressed twice; unpack it and add what is in it")
    else:
        yield from _document(io.BytesIO(inside), captured, origin)


def _json(stream: BinaryIO, start: bytes, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield what a file of JSON holds: one value over several lines where its first line does not end it, or lines."""
    if not _spread(start):
        yield from records(stream, captured, origin)
        return
    whole = stream.read(WHOLE_BYTES + 1)
    if len(whole) > WHOLE_BYTES:
        yield Refusal(
            origin, f"is one JSON value of more than {WHOLE_BYTES:,} bytes; split it, or write it as JSON Lines"
        )
        return
    found = list(captures_in(whole.removeprefix(BOM).strip(), captured, origin))
    if len(found) == 1 and isinstance(found[0], Refusal):
        # A cut-off first line looks the same: the lines after it may be whole.
        by_line = list(records(io.BytesIO(whole), captured, origin))
        found = by_line if any(isinstance(item, Capture) for item in by_line) else found
    yield from found


def _spread(start: bytes) -> bool:
    """Whether a value seems to be written over several lines: its first line does not end it."""
    first, newline, _ = start.strip().partition(b"\n")
    return bool(newline) and not first.rstrip().endswith((b"}", b"]"))


def _page(start: bytes, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    if len(start) > DOCUMENT_BYTES:
        yield Refusal(origin, f"has more than {DOCUMENT_BYTES:,} bytes; one document may not be longer")
    elif (wrong := fault(start := as_utf8(start))) is not None:
        yield Refusal(origin, wrong)
    elif (root := feed_root(start)) is None:
        yield take(start, media_type(start), captured, None, origin)
    elif root == "opml":
        yield subscriptions(start, origin)
    else:
        yield from entries(start, captured, origin)
