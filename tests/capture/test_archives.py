"""Web archives to captures: every good record is read, every bad one named."""

import gzip
import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime

from setwatch.capture import DOCUMENT_BYTES, captures_of
from setwatch.model import Capture, Refusal

NOW = datetime(2031, 5, 1, tzinfo=UTC)
PAGE = b"<!doctype html><html><body><p>Glass Harbour wraps in Bergen.</p></body></html>"


def record(
    body: bytes,
    url: str = "https://reel.example/wrap",
    status: str = "200 OK",
    headers: tuple[str, ...] = ("Content-Type: text/html",),
    date: str = "2030-09-02T08:00:00Z",
) -> bytes:
    http = "\r\n".join([f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]).encode() + body
    head = "\r\n".join(
        [
            "WARC/1.0",
            "WARC-Type: response",
            "WARC-Record-ID: <urn:uuid:5f0c1f6e-0000-4000-8000-000000000001>",
            f"WARC-Target-URI: {url}",
            f"WARC-Date: {date}",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {len(http)}",
            "",
            "",
        ]
    )
    return head.encode() + http + b"\r\n\r\n"


def taken(payload: bytes) -> list[Capture | Refusal]:
    return list(captures_of(io.BytesIO(payload), NOW, "in"))


def wacz(members: dict[str, bytes], told: dict[str, str] | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        resources = [{"path": path, "hash": f"sha256:{digest}"} for path, digest in (told or {}).items()]
        archive.writestr("datapackage.json", json.dumps({"resources": resources}))
    return buffer.getvalue()


def test_a_record_is_captured_with_its_address_and_the_archives_time() -> None:
    (found,) = taken(record(PAGE))
    assert isinstance(found, Capture)
    assert (found.payload, found.url) == (PAGE, "https://reel.example/wrap")
    assert found.captured == datetime(2030, 9, 2, 8, tzinfo=UTC)


def test_a_time_later_than_now_is_not_believed() -> None:
    (found,) = taken(record(PAGE, date="2044-01-01T00:00:00Z"))
    assert isinstance(found, Capture)
    assert found.captured == NOW


def test_a_packed_archive_gives_the_same() -> None:
    packed = gzip.compress(record(PAGE)) + gzip.compress(record(PAGE.replace(b"Bergen", b"Oslo")))
    assert [type(found) for found in taken(packed)] == [Capture, Capture]


def test_the_encoding_that_the_transfer_named_goes_with_the_page() -> None:
    body = "<html><body><p>Glasshafen: Dreharbeiten in Tromsø für zwei Wochen</p></body></html>".encode("latin-1")
    (found,) = taken(record(body, headers=("Content-Type: text/html; charset=ISO-8859-1",)))
    assert isinstance(found, Capture)
    assert found.media_type == "text/html;charset=iso-8859-1"


def test_bodies_are_unpacked_and_put_together() -> None:
    packed = gzip.compress(PAGE)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    headers = ("Content-Type: text/html", "Content-Encoding: gzip", "Transfer-Encoding: chunked")
    (found,) = taken(record(chunked, headers=headers))
    assert isinstance(found, Capture)
    assert found.payload == PAGE


def test_redirects_errors_and_pictures_are_passed_over() -> None:
    pages = record(PAGE, status="301 Moved") + record(b"\x89PNG", headers=("Content-Type: image/png",)) + record(PAGE)
    assert [type(found) for found in taken(pages)] == [Capture]


def test_an_archive_that_breaks_off_gives_what_stands_before_and_says_so() -> None:
    for rest, reason in ((record(PAGE)[:-30], "is cut off"), (b"no header\r\n", "faulty or cut-off")):
        first, second = taken(record(PAGE) + rest)
        assert isinstance(first, Capture)
        assert isinstance(second, Refusal)
        assert reason in second.reason


def test_a_bomb_in_a_record_is_refused_and_the_next_is_read() -> None:
    bomb = gzip.compress(b"<html>" + b"<p>" * DOCUMENT_BYTES)
    headers = ("Content-Type: text/html", "Content-Encoding: gzip")
    first, second = taken(record(bomb, headers=headers) + record(PAGE))
    assert isinstance(first, Refusal)
    assert "has more than" in first.reason
    assert isinstance(second, Capture)


def test_a_wacz_gives_the_records_of_its_archives() -> None:
    data = record(PAGE)
    told = {"archive/a.warc": hashlib.sha256(data).hexdigest()}
    (found,) = taken(wacz({"archive/a.warc": data, "pages/pages.jsonl": b"{}"}, told))
    assert isinstance(found, Capture)
    assert found.origin == "in!archive/a.warc#1"


def test_a_part_that_is_not_what_the_package_says_is_named_and_read() -> None:
    first, second = taken(wacz({"archive/a.warc": record(PAGE)}, {"archive/a.warc": "0" * 64}))
    assert isinstance(first, Refusal)
    assert "SHA-256" in first.reason
    assert isinstance(second, Capture)


def test_names_that_climb_out_of_a_zip_lead_nowhere() -> None:
    (found,) = taken(wacz({"../../archive/evil.warc": record(PAGE), "archive/../../x.warc": record(PAGE)}))[:1]
    assert isinstance(found, Capture | Refusal)
    assert not any("evil" in item.origin for item in taken(wacz({"../../archive/evil.warc": record(PAGE)})))


def test_a_zip_without_archives_is_refused() -> None:
    (found,) = taken(wacz({"notes.txt": b"x"}))
    assert isinstance(found, Refusal)
    assert "without archive" in found.reason
