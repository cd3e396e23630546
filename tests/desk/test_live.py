"""A desk that asks the network finds sources, takes pages and posts, and follows one process at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

from benchmarks import virtual_time
from benchmarks.virtual_time import VirtualTime
from setwatch.desk import BusyError, Desk, Live, Network, Taken
from setwatch.model import FetchError, Production, SourceKind
from setwatch.store import Store
from tests.desk.test_follow import feed, page
from tests.fetch.conftest import Server, reply, serving

T = TypeVar("T")


async def everywhere(host: str, port: int) -> tuple[str, ...]:
    return ("127.0.0.1",)


def live(path: Path, act: Callable[[Live, Server], Awaitable[T]]) -> T:
    async def scene() -> T:
        time = VirtualTime(asyncio.get_running_loop(), datetime(2031, 3, 1, tzinfo=UTC))
        network = Network("d@films.example", own_network=True, resolver=everywhere)
        async with serving() as server, Live(Store(path), network, time) as found:
            return await act(found, server)

    return virtual_time.run(scene())


def test_a_site_without_a_feed_is_followed_by_the_news_sitemap_that_it_names(tmp_path: Path) -> None:
    async def act(found: Live, server: Server) -> tuple[str, SourceKind, str | None]:
        news = server.url("/sitemap-news.xml", "reel.example")
        index, old = server.url("/sitemap.xml", "reel.example"), server.url("/old.xml", "reel.example")
        server.replies["/"] = reply(b"<html><body>Reel</body></html>")
        server.replies["/robots.txt"] = reply(f"User-agent: *\nAllow: /\nSitemap: {index}\n".encode())
        places = "".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in (old, news))
        server.replies["/sitemap.xml"] = reply(f"<sitemapindex>{places}</sitemapindex>".encode())
        server.replies["/sitemap-news.xml"] = reply(b"<urlset><url><loc>http://reel.example/a</loc></url></urlset>")
        (source,) = await found.sources(server.url("/", "reel.example"))
        assert source.url == news
        return source.url.rpartition("/")[2], source.kind, source.asked_for

    assert live(tmp_path / "s.sqlite3", act)[:2] == ("sitemap-news.xml", SourceKind.SITEMAP)


def test_a_site_that_names_nothing_stands_for_nothing_and_one_that_fails_says_so(tmp_path: Path) -> None:
    async def act(found: Live, server: Server) -> str:
        server.replies["/"] = reply(b"<html><body>Reel</body></html>")
        assert await found.sources(server.url("/", "reel.example")) == ()
        with pytest.raises(FetchError) as caught:
            await found.sources(server.url("/missing", "reel.example"))
        return str(caught.value)

    assert live(tmp_path / "s.sqlite3", act).endswith("/missing: answers 404")


def test_a_page_is_taken_with_the_encoding_that_its_transfer_names(tmp_path: Path) -> None:
    async def act(found: Live, server: Server) -> tuple[Taken, ...]:
        words = (
            "<html><head><title>Tournage</title></head><body><p>Le tournage a commencé à Besançon.</p></body></html>"
        )
        server.replies["/a"] = reply(words.encode("latin-1"), content_type="text/html; charset=iso-8859-1")
        server.replies["/pdf"] = reply(b"%PDF-1.4 x", content_type="application/pdf")
        return await found.fetch([server.url(path, "reel.example") for path in ("/a", "/a", "/pdf", "/missing")])

    path = tmp_path / "s.sqlite3"
    taken = live(path, act)
    assert [each.new for each in taken] == [1, 0, 0, 0]
    assert [each.trouble and each.trouble.split()[-1] for each in taken] == [None, None, "Lines", "404"]
    with Desk.open(path) as desk:
        assert "commencé à Besançon" in desk.readings()[0].document.text


def test_what_comes_in_is_read_while_following_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"

    async def act(found: Live, server: Server) -> list[Taken]:
        taken: list[Taken] = []
        server.replies["/feed"] = reply(feed(server.url("/", "reel.example"), "1"))
        server.replies["/1"] = reply(page("The film Glass Harbour is filming in Bergen."))
        with Desk.open(path) as desk:
            desk.watch([Production("Glass Harbour")])
            desk.follow(await found.sources(server.url("/feed", "reel.example")))
        stop = asyncio.Event()
        running = asyncio.create_task(found.run(stop, taken.append, tmp_path / "lock"))
        await asyncio.sleep(300)
        stop.set()
        await running
        return taken

    assert sum(each.new for each in live(path, act)) == 2
    with Desk.open(path) as desk:
        assert {value.value for value in desk.record("Glass Harbour").values} >= {"Bergen", "filming"}
        assert [f.source.kind for f in desk.followed()] == [SourceKind.PAGE, SourceKind.FEED]
        assert desk.unfollow(desk.followed()[1].source.url) != ()
        assert desk.followed() == ()


def test_two_processes_do_not_follow_with_one_store(tmp_path: Path) -> None:
    async def act(found: Live, server: Server) -> str:
        with FileLock(tmp_path / "lock"), pytest.raises(BusyError) as caught:
            await found.run(asyncio.Event(), lambda _: None, tmp_path / "lock")
        return str(caught.value)

    assert "another `setwatch run`" in live(tmp_path / "s.sqlite3", act)
