"""Whatever bytes come in, each is captured or refused, and each capture is read or refused: nothing crashes."""

import gzip
import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setwatch.capture import captures_of
from setwatch.capture.platforms import KINDS
from setwatch.model import Capture, Refusal
from setwatch.reading import read

NOW = datetime(2031, 5, 1, tzinfo=UTC)
SEEDS = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 60\r\n"
    b"Content-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    b"<html><p>Boat</p>\r\n\r\n",
    b"PK\x03\x04" + b"\x00" * 40,
    gzip.compress(b"2030-03-01\n\nGlass Harbour wraps.", mtime=0),
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Reel</title>'
    b"<item><title>Boat</title></item></channel></rss>",
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Reel</title><entry><title>Boat</title></entry></feed>',
    b'<opml version="2.0"><body><outline xmlUrl="https://a.example/f"/></body></opml>',
    b'{"data": [{"id": "1", "text": "Boat"}], "includes": {"users": []}}',
    b'window.YTD.tweets.part0 = [{"tweet": {"id_str": "1", "full_text": "Boat"}}]',
    b"id,timestamp,author,body\n1,2030-03-01,quay,Boat\n",
    b'<html><body><blockquote class="twitter-tweet"><p>Boat</p></blockquote></body></html>',
    b" date 2030-03-01 Glass Harbour wraps.\nBoat pic.twitter.com/a - Quay (@quay) March 1, 2030",
)
WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def through(payload: bytes) -> None:
    for found in captures_of(io.BytesIO(payload), NOW, "in"):
        if isinstance(found, Refusal):
            assert "\n" not in found.reason
            continue
        try:
            document = read(found)
        except ValueError as error:
            assert str(error)
        else:
            assert all(post.evidence.stands_in(document.text) for post in document.posts)


@pytest.mark.parametrize("seed", SEEDS, ids=range(len(SEEDS)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_broken_bytes_of_each_format_are_captured_or_refused(seed: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(seed)))
    junk = data.draw(st.binary(max_size=30))
    cut = data.draw(st.integers(0, 20))
    through(seed[:at] + junk + seed[at + cut :])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([name for name, _ in KINDS if name != "x-page"]), st.data())
def test_objects_of_each_kind_with_wild_values_are_read_or_refused(kind: str, data: st.DataObject) -> None:
    ways = next(paths for name, paths in KINDS if name == kind)
    value: dict[str, object] = {}
    for choices in ways:
        place = value
        *steps, last = data.draw(st.sampled_from(choices))
        for step in steps:
            inner = place.setdefault(step, {})
            place = inner if isinstance(inner, dict) else {}
        place[last] = data.draw(WILD)
    value |= data.draw(st.dictionaries(st.sampled_from(["media", "entities", "author", "user", "created_at"]), WILD))
    through(json.dumps(value).encode())


def test_a_file_of_a_hundred_megabytes_of_one_tag_is_refused_unread() -> None:
    class Tags(io.RawIOBase):
        """A hundred megabytes that are never in memory at once; how many were asked for is counted."""

        left = 100 * 1024 * 1024
        asked = 0

        def readable(self) -> bool:
            return True

        def seekable(self) -> bool:
            return True

        def seek(self, offset: int, whence: int = 0) -> int:
            self.left -= offset
            return 0

        def read(self, size: int = -1) -> bytes:
            taken = min(size, self.left) if size >= 0 else self.left
            self.left -= taken
            self.asked += taken
            return (b"<p>" * (taken // 3 + 1))[:taken]

    tags = Tags()
    (found,) = captures_of(tags, NOW, "in")  # type: ignore[arg-type]
    assert isinstance(found, Refusal)
    assert "has more than" in found.reason
    assert tags.asked < 10 * 1024 * 1024


def test_deep_json_is_refused() -> None:
    for payload in (b"[" * 200_000, b'{"text":' * 100_000, b'{"data": ' + b"[" * 100_000):
        found = list(captures_of(io.BytesIO(payload), NOW, "in"))
        assert found
        assert all(isinstance(item, Refusal) for item in found)


def test_a_capture_of_a_post_with_deep_values_is_read_or_refused() -> None:
    deep = b'{"id": "1", "text": "Boat", "author_id": "2", "created_at": ' + b'{"a":' * 900 + b"1" + b"}" * 900 + b"}"
    for found in captures_of(io.BytesIO(deep), NOW, "in"):
        assert isinstance(found, Capture)
        assert read(found).text == "Boat"
