"""Tables of statements, a row each: CSV for spreadsheets, Parquet for what reads millions of rows."""

import csv
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from typing import get_args

from setwatch.publish.derivation import harmless
from setwatch.publish.exports.material import Material, iso


@dataclass(frozen=True, slots=True)
class Row:
    """One statement with the value that it is of. Times are in UTC, offsets in code points of the document's text."""

    production: str
    property: str
    value: str
    season: int | None
    channel: str | None
    region: str | None
    standing: str
    head: bool
    witnesses: int
    modality: str
    polarity: str
    attribution: str | None
    said_from: datetime | None
    said_by: datetime | None
    captured: datetime
    outlet: str | None
    document: str
    version: str
    url: str | None
    words: str
    start: int
    end: int
    place_id: str | None
    rests_on: str | None


COLUMNS = tuple(field.name for field in fields(Row))


def rows(material: Material) -> Iterator[Row]:
    """Yield the rows of a record, value by value, each value's statements as they were said."""
    for value, statement in material.statements():
        claim = statement.claim
        document = material.shelf.versions.get(statement.version)
        yield Row(
            material.production.name,
            value.property.value,
            value.value,
            value.season,
            value.channel.value if value.channel else None,
            value.region,
            value.standing.value,
            value.head,
            value.witnesses,
            claim.modality.value,
            claim.polarity.value,
            claim.attribution,
            statement.said.not_before,
            statement.said.not_after,
            statement.captured,
            statement.outlet,
            statement.document_id,
            statement.version,
            document.url if document else None,
            claim.evidence.exact,
            claim.evidence.start,
            claim.evidence.end,
            claim.place_id,
            material.rests.get(statement),
        )


def as_csv(material: Material) -> bytes:
    """Return the rows as CSV (RFC 4180) in UTF-8 with a header; what is not known is empty, no cell is a formula."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for row in rows(material):
        writer.writerow([_cell(value) for value in astuple(row)])
    return buffer.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return iso(value) or ""
    return harmless(str(value).lower() if isinstance(value, bool) else str(value))


def as_parquet(material: Material) -> bytes:
    """Return the rows as Parquet, times as UTC timestamps in microseconds.

    Raises:
        ImportError: the `tables` extra is not installed.
    """
    import pyarrow as pa  # noqa: PLC0415 (an extra, and half a second to import)
    import pyarrow.parquet as pq  # noqa: PLC0415

    kinds = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), datetime: pa.timestamp("us", tz="UTC")}
    schema = pa.schema([(f.name, kinds[(get_args(f.type) or (f.type,))[0]]) for f in fields(Row)])
    columns = list(zip(*(astuple(row) for row in rows(material)), strict=True)) or [()] * len(COLUMNS)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), buffer, compression="zstd")
    return buffer.getvalue()
