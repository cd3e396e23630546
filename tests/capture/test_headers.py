"""Headers are kept with what came in, without secrets, and go out and in again with a web archive."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from setwatch.capture import captures_in, captures_of, write_warc
from setwatch.model import Answer, Capture
from setwatch.store import Store

NOW = datetime(2031, 5, 1, tzinfo=UTC)
PAGE = b"<html><body><p>Glass Harbour is filming in Bergen.</p></body></html>"
TOLD = (
    ("content-type", "text/html; charset=utf-8"),
    ("etag", '"v1"'),
    ("last-modified", "Thu, 01 May 2031 00:00:00 GMT"),
)
SECRET = (
    ("set-cookie", "id=1"),
    ("authorization", "Bearer 1"),
    ("www-authenticate", "Basic"),
    ("x-csrf-token", "1"),
    ("x-amz-signature", "1"),
)
PASSING = (
    ("connection", "close"),
    ("transfer-encoding", "chunked"),
    ("content-encoding", "gzip"),
    ("content-length", "9"),
)


def taken(*headers: tuple[str, str], body: bytes = PAGE) -> Capture:
    answer = Answer("https://reel.example/gh", 200, headers, body, NOW)
    (found,) = captures_in(answer)
    assert isinstance(found, Capture)
    return found


def test_a_page_keeps_its_headers() -> None:
    assert taken(*TOLD).headers == TOLD


@pytest.mark.parametrize("header", [*SECRET, *PASSING, ("x y", "1"), ("x", "a\x00b"), ("x", "a" * 2000)])
def test_what_is_secret_passing_faulty_or_long_is_left_out(header: tuple[str, str]) -> None:
    assert taken(header, *TOLD).headers == TOLD


def test_a_flood_of_headers_is_cut() -> None:
    assert len(taken(*((f"x-{number}", "1") for number in range(1000))).headers) == 60


def test_a_part_of_an_answer_has_none() -> None:
    feed = b"<rss version='2.0'><channel><title>Reel</title><item><title>Day one</title></item></channel></rss>"
    assert taken(*TOLD, body=feed).headers == ()


def test_the_store_gives_them_back(tmp_path: Path) -> None:
    kept, bare = taken(*TOLD), taken(body=PAGE + b" ")
    store = Store(tmp_path / "store.sqlite3")
    store.keep_captures([kept, bare])
    assert {store.capture(kept.digest), store.capture(bare.digest)} == {kept, bare}
    store.close()


def test_a_web_archive_holds_them_as_they_came(tmp_path: Path) -> None:
    path = tmp_path / "out.warc.gz"
    assert write_warc([taken(*TOLD)], path) == 1
    with path.open("rb") as file:
        read = [(r.http_headers, r.reader.read()) for r in ArchiveIterator(file) if r.is_http]
    ((headers, body),) = read
    assert headers is not None
    assert headers.status_code == 200
    assert {str(k).lower(): str(v) for k, v in headers} == dict(TOLD) | {"content-length": str(len(PAGE))}
    assert body == PAGE


def test_they_come_in_again(tmp_path: Path) -> None:
    path = tmp_path / "out.warc.gz"
    captures = [taken(*TOLD), taken(body=PAGE + b" ")]
    write_warc(captures, path)
    found = [item for item in captures_of(path, NOW) if isinstance(item, Capture)]
    assert found == captures
