"""Web archives: WARC and WARC.gz, record by record [ISO 28500], and WACZ, which holds them [WACZ 1.1.1]."""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import IO, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from setwatch.capture.headers import kept_headers
from setwatch.capture.kind import HTML, TEXT, fault, media_type
from setwatch.capture.limits import DOCUMENT_BYTES, MEDIA_BYTES, PARTS
from setwatch.capture.streams import GZIP
from setwatch.model import Capture, Decision, Refusal, take

WARC = b"WARC/"
ZIP = b"PK\x03\x04"
KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
PAGES = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}
OK = 200
KIND_FIELD = "Setwatch-Media-Type"
"""The header of records that Setwatch wrote: their bytes are a capture as it was, of this media type."""
NO_ADDRESS = "urn:sha256:"
"""How the address of such a record begins where the capture has none."""
_OWN = re.compile(
    r"(?:text/html|text/plain|application/json)(?:;[\w=-]{1,60})?|(?:image|video)/[\w.+-]{1,40}", re.ASCII
)
_HASHED = 1024 * 1024


def records_of_warc(stream: BinaryIO, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield a capture for each page or text in a WARC, with its address and the time that the archive gives.

    Requests, redirects, errors and pictures are passed over. A record that cannot be read is a refusal; what can be
    read after it still is. `#4` after `origin` is the fourth record that has a page. Times after `captured` are not
    believed.
    """
    number = 0
    try:
        for record in ArchiveIterator(stream, record_types=KINDS, parse_http=False):
            length = record.content_length
            if (kind := record.headers.get(KIND_FIELD)) is not None:
                number += 1
                yield _own(record, str(kind), captured, f"{origin}#{number}")
                continue
            if length <= DOCUMENT_BYTES:
                record.freeze()
            whole = length == record.content_length
            record.parse_http(auto_decode="all")
            if _is_page(record):
                number += 1
                yield _capture(record, captured, f"{origin}#{number}", whole=whole)
    except (OSError, ValueError, EOFError) as error:
        yield Refusal(f"{origin}#{number + 1}", f"is a faulty or cut-off WARC record ({error}); the rest is lost")
        return
    if number == 0:
        yield Refusal(origin, "is a WARC without a page or text; there is nothing to read")


def _own(record: WarcRecord, kind: str, captured: datetime, origin: str) -> Capture | Refusal:
    """Return a capture that Setwatch wrote, as it was; one whose bytes are not what they were is refused."""
    if not _OWN.fullmatch(kind) and kind != Decision.MEDIA_TYPE:
        return Refusal(origin, f"is of a kind that Setwatch does not write ({kind[:60]})")
    most = MEDIA_BYTES if kind.startswith(("image/", "video/")) else DOCUMENT_BYTES
    headers: tuple[tuple[str, str], ...] = ()
    if record.record_type == WarcRecordType.response:
        record.parse_http(auto_decode="none")
        own = list(record.http_headers or ())
        headers = kept_headers((str(name), str(value)) for name, value in own)
    payload = record.reader.read(most + 1)
    if len(payload) > most:
        return Refusal(origin, f"has more than {most:,} bytes; one document may not be longer")
    if record.headers.get("WARC-Payload-Digest") != f"sha256:{hashlib.sha256(payload).hexdigest()}":
        return Refusal(origin, "is not what its digest says; it was changed, or cut off")
    address = str(record.headers.get("WARC-Target-URI") or "")
    time = record.record_date.astimezone(UTC) if record.record_date else captured
    came = str(record.headers.get("Setwatch-Origin") or origin)
    url = None if address.startswith(NO_ADDRESS) else address
    return replace(take(payload, kind, min(time, captured), url, came), headers=headers)


def _is_page(record: WarcRecord) -> bool:
    if record.is_http and record.http_headers is not None and record.http_headers.status_code != OK:
        return False
    return _declared(record) in PAGES


def _declared(record: WarcRecord) -> str:
    kind = record.http_content_type or record.headers.get("Content-Type") or ""
    return str(kind).split(";")[0].strip().casefold()


def _capture(record: WarcRecord, captured: datetime, origin: str, *, whole: bool) -> Capture | Refusal:
    address = record.headers.get("WARC-Target-URI")
    if not whole:
        return Refusal(origin, f"{address} is cut off")
    try:
        payload = record.reader.read(DOCUMENT_BYTES + 1)
    except (OSError, ValueError, EOFError, zlib.error) as error:
        return Refusal(origin, f"{address} is cut off or faulty ({error})")
    if len(payload) > DOCUMENT_BYTES:
        return Refusal(origin, f"{address} has more than {DOCUMENT_BYTES:,} bytes; one document may not be longer")
    charset = record.http_charset
    kind = f"{HTML};charset={charset}" if charset and PAGES[_declared(record)] == HTML else media_type(payload)
    wrong = fault(payload, charset)
    if wrong is not None:
        return Refusal(origin, f"{address} {wrong}")
    time = record.record_date.astimezone(UTC) if record.record_date else captured
    return take(payload, kind, min(time, captured), address, origin)


def records_of_wacz(stream: BinaryIO, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield what the WARCs in a WACZ hold; a part that is not what its package says (SHA-256) is a refusal too.

    Nothing is laid on disk under a name from the archive, so names that climb out of it lead nowhere.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except zipfile.BadZipFile as error:
        yield Refusal(origin, f"is a cut-off or faulty ZIP ({error})")
        return
    with archive:
        names = archive.namelist()[:PARTS]
        inside = [n for n in names if n.startswith("archive/") and n.endswith((".warc", ".warc.gz"))]
        if not inside:
            yield Refusal(origin, "is a ZIP without archive/*.warc; give a WACZ, or the files in it")
        for name in inside:
            place = f"{origin}!{name}"
            try:
                yield from _faults(archive, name, place)
                with archive.open(name) as part:
                    yield from records_of_warc(part, captured, place)  # type: ignore[arg-type]
            except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError) as error:
                yield Refusal(place, f"is cut off or faulty ({error})")


def _faults(archive: zipfile.ZipFile, name: str, place: str) -> Iterator[Refusal]:
    told = _hashes(archive).get(name)
    if told is not None:
        with archive.open(name) as part:
            if _digest(part) != told:
                yield Refusal(place, "is not what datapackage.json says (SHA-256); its records are read all the same")


def _hashes(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the SHA-256 of each part by its path, as the package tells; nothing where it tells none."""
    try:
        with archive.open("datapackage.json") as part:
            told = json.loads(part.read(DOCUMENT_BYTES))
    except (KeyError, ValueError, RecursionError):
        return {}
    resources = told.get("resources") if isinstance(told, dict) else None
    found: dict[str, str] = {}
    for resource in resources if isinstance(resources, list) else []:
        path, value = (resource.get("path"), resource.get("hash")) if isinstance(resource, dict) else (None, None)
        if isinstance(path, str) and isinstance(value, str) and value.startswith("sha256:"):
            found[path] = value.removeprefix("sha256:")
    return found


def _digest(stream: IO[bytes]) -> str:
    total = hashlib.sha256()
    while chunk := stream.read(_HASHED):
        total.update(chunk)
    return total.hexdigest()


def is_warc(start: bytes) -> bool:
    """Whether a file that begins so is a WARC, packed record by record or not at all."""
    return start.startswith(WARC) or (start.startswith(GZIP) and _peek(start).startswith(WARC))


def _peek(start: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(start, len(WARC))
    except zlib.error:
        return b""
