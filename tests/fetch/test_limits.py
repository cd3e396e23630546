"""What one fetch may take is bounded: bytes, unpacked bytes, time, redirects."""

import asyncio
import gzip
import ssl
import time
import zlib
from collections.abc import Awaitable, Callable

import pytest
import trustme

from setwatch.fetch import Fetcher, Limits
from setwatch.model import Answer, Ask, FetchError, Trouble
from tests.fetch.conftest import Server, reply, serving

TEXT = b"The boat burned until noon. " * 40
SMALL = Limits(body=100_000, connect=1.0, read=0.3, whole=0.6, redirects=3)
RAW = zlib.compressobj(wbits=-15)
PACKED = {
    "gzip": gzip.compress(TEXT, mtime=0),
    "x-gzip": gzip.compress(TEXT, mtime=0),
    "deflate": zlib.compress(TEXT),
    "Deflate": RAW.compress(TEXT) + RAW.flush(),
    "identity": TEXT,
}


def fetched(prepare: Callable[[Server], None], path: str = "/feed", limits: Limits = SMALL) -> Answer:
    async def scene() -> Answer:
        async with serving() as server, Fetcher("desk@films.example", limits=limits, own_network=True) as fetcher:
            prepare(server)
            return await fetcher.fetch(Ask(server.url(path)))

    return asyncio.run(scene())


def trouble(prepare: Callable[[Server], None], limits: Limits = SMALL) -> Trouble:
    with pytest.raises(FetchError) as caught:
        fetched(prepare, limits=limits)
    assert str(caught.value).startswith("http://127.0.0.1:")
    assert "\n" not in str(caught.value)
    return caught.value.trouble


@pytest.mark.parametrize("coding", PACKED)
def test_a_packed_body_is_unpacked(coding: str) -> None:
    answer = fetched(lambda s: s.replies.update({"/feed": reply(PACKED[coding], content_encoding=coding)}))
    assert answer.body == TEXT


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress"])
def test_a_coding_that_was_not_asked_for_is_refused(coding: str) -> None:
    assert trouble(lambda s: s.replies.update({"/feed": reply(b"x", content_encoding=coding)})) is Trouble.ENCODING


@pytest.mark.parametrize("body", [PACKED["gzip"][:-9], b"no gzip at all"], ids=["cut off", "faulty"])
def test_a_body_that_is_cut_off_or_faulty_is_refused(body: bytes) -> None:
    assert trouble(lambda s: s.replies.update({"/feed": reply(body, content_encoding="gzip")})) is Trouble.ENCODING


def test_a_body_that_is_too_long_is_refused() -> None:
    assert trouble(lambda s: s.replies.update({"/feed": reply(b"a" * 100_001)})) is Trouble.SIZE


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_few_bytes_that_stand_for_many_are_refused_before_they_are_written_out(coding: str) -> None:
    pack = gzip.compress if coding == "gzip" else zlib.compress
    bomb = pack(b"\0" * 40_000_000)
    began = time.process_time()
    assert trouble(lambda s: s.replies.update({"/feed": reply(bomb, content_encoding=coding)})) is Trouble.SIZE
    assert time.process_time() - began < 1.0


def test_a_server_that_says_nothing_is_left() -> None:
    async def never() -> None:
        await asyncio.sleep(5)

    def prepare(server: Server) -> None:
        server.pause = never

    assert trouble(prepare) is Trouble.TIME


def test_a_server_that_sends_a_byte_now_and_then_is_left() -> None:
    def prepare(server: Server) -> None:
        server.replies["/feed"] = reply(b"." * 1000)
        server.drip = 0.02

    began = time.monotonic()
    assert trouble(prepare) is Trouble.TIME
    assert time.monotonic() - began < 3.0


def _hop(to: str, status: str = "302 Found") -> bytes:
    return reply(status=status, location=to)


def test_redirects_are_followed_as_far_as_allowed() -> None:
    def prepare(server: Server) -> None:
        server.replies.update({f"/{n}": _hop(f"/{n + 1}") for n in range(9)})
        server.replies |= {"/feed": _hop("/7"), "/9": reply(b"here"), "/loop": _hop("/loop")}

    assert fetched(prepare).body == b"here"
    assert trouble(lambda s: s.replies.update({"/feed": _hop("/feed")})) is Trouble.REDIRECTS


PERMANENT = "301 Moved Permanently"


def test_a_permanent_move_is_told_and_a_passing_one_is_not() -> None:
    def moved(first: str, second: str) -> str | None:
        def prepare(server: Server) -> None:
            server.replies |= {"/feed": _hop("/a", first), "/a": _hop("/b", second), "/b": reply(b"x")}

        found = fetched(prepare).moved
        return found and found.rpartition("/")[2]

    assert moved(PERMANENT, "308 Permanent Redirect") == "b"
    assert moved(PERMANENT, "302 Found") is None
    assert moved("307 Temporary Redirect", PERMANENT) is None


def test_what_was_known_is_asked_about_and_who_asks_is_said() -> None:
    async def scene() -> str:
        async with serving() as server, Fetcher("desk@films.example", own_network=True) as fetcher:
            server.replies["/feed"] = reply(status="304 Not Modified")
            answer = await fetcher.fetch(Ask(server.url("/feed"), '"v1"', "Sat, 01 Mar 2031 10:00:00 GMT"))
            assert (answer.status, answer.body, answer.header("content-length")) == (304, b"", "0")
            return server.requests[0].lower()

    head = asyncio.run(scene())
    assert 'if-none-match: "v1"' in head
    assert "if-modified-since: sat, 01 mar 2031 10:00:00 gmt" in head
    assert "user-agent: setwatch/" in head
    assert "(+desk@films.example)" in head


def test_cookies_are_not_kept() -> None:
    async def scene() -> list[str]:
        async with serving() as server, Fetcher("desk@films.example", own_network=True) as fetcher:
            server.replies["/feed"] = reply(b"x", set_cookie="who=you")
            ask: Callable[[], Awaitable[Answer]] = lambda: fetcher.fetch(Ask(server.url("/feed")))  # noqa: E731
            await ask()
            await ask()
            return server.requests

    assert not any("cookie:" in head.lower() for head in asyncio.run(scene()))


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(tls)

    async def scene() -> FetchError:
        async with serving(tls) as server, Fetcher("desk@films.example", own_network=True) as fetcher:
            with pytest.raises(FetchError) as caught:
                await fetcher.fetch(Ask(server.url("/").replace("http:", "https:")))
            assert server.requests == []
            return caught.value

    error = asyncio.run(scene())
    assert error.trouble is Trouble.NETWORK
    assert "CERTIFICATE_VERIFY_FAILED" in str(error)
