"""Tables of posts (CSV): 4CAT's exports and auto-archiver's sheets, a capture a row."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from setwatch.capture.kind import BOM, profile
from setwatch.capture.limits import DOCUMENT_BYTES
from setwatch.capture.platforms import TABLES, Part, payload_of
from setwatch.model import Capture, Refusal, take

_SNIFFED = 64 * 1024


def table_kind(start: bytes) -> str | None:
    """Return which kind of table begins with these bytes, by the names of its columns, or None."""
    lines = start[:_SNIFFED].removeprefix(BOM).decode("utf-8", "replace").splitlines()
    columns = {name.strip(' "').casefold() for name in lines[0].split(",")} if lines else set()
    for kind, wanted in TABLES.items():
        if all(columns & set(names.split("|")) for names in wanted):
            return kind
    return None


def rows(stream: BinaryIO, kind: str, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield a capture for each row, its cells by the names of the columns in lower case; `#4` is the fourth row.

    A row that is not whole is a refusal and stops nothing.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    reader = csv.reader(text)
    head: list[str] | None = None
    number = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            number += 1
            yield Refusal(f"{origin}#{number}", f"is no row of the table ({error})")
            continue
        if cells is None:
            break
        if head is None:
            head = [name.strip().casefold() for name in cells]
        elif any(cell.strip() for cell in cells):
            number += 1
            yield _row(head, cells, kind, captured, f"{origin}#{number}")
    text.detach()


def _row(head: list[str], cells: list[str], kind: str, captured: datetime, origin: str) -> Capture | Refusal:
    if len(cells) != len(head):
        return Refusal(origin, f"has {len(cells)} cells where the table has {len(head)} columns")
    payload = payload_of(Part(kind, dict(zip(head, cells, strict=True))))
    if len(payload) > DOCUMENT_BYTES:
        return Refusal(origin, f"has more than {DOCUMENT_BYTES:,} bytes; one record may not be longer")
    return take(payload, profile(kind), captured, None, origin)
