"""Sources are asked when they are due, and what they give is kept once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks import virtual_time
from benchmarks.virtual_time import VirtualTime
from setwatch.desk.follow import Follower, Taken
from setwatch.fetch import Fetcher, Manners
from setwatch.following import first
from setwatch.model import Source, SourceKind
from setwatch.store import Store
from tests.fetch.conftest import Server, reply, serving

BEGIN = datetime(2031, 3, 1, tzinfo=UTC)
HOUR = 3600.0


ITEM = "<item><title>Day {item} on the Glass Harbour set</title><guid>{item}</guid><link>{link}{item}</link></item>"


def feed(link: str, *items: str) -> bytes:
    entries = "".join(ITEM.format(item=item, link=link) for item in items)
    return f'<rss version="2.0"><channel><title>Reel</title>{entries}</channel></rss>'.encode()


def page(words: str) -> bytes:
    return f"<html><head><title>Set news</title></head><body><article><p>{words}</p></article></body></html>".encode()


@dataclass
class World:
    """A store, a server on loopback under any name, and what asking brought."""

    store: Store
    server: Server
    time: VirtualTime
    taken: list[Taken] = field(default_factory=list)

    def follow(self, path: str, kind: SourceKind = SourceKind.FEED, *, pages: bool = False) -> Source:
        source = Source(self.server.url(path, "reel.example"), kind, pages=pages)
        self.store.sources.follow([(source, first(kind, self.time.now()))])
        return source

    def feed(self, *items: str) -> bytes:
        return feed(self.server.url("/", "reel.example"), *items)

    def when(self, path: str) -> list[str]:
        return [head for head in self.server.requests if head.split(" ")[1] == path]

    def captures(self) -> int:
        return len(self.store.origins())


def played(path: Path, hours: float, prepare: Callable[[World], None]) -> World:
    """Run for so many hours of virtual time."""

    async def everywhere(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.1",)

    async def scene() -> World:
        time = VirtualTime(asyncio.get_running_loop(), BEGIN)
        fetcher = Fetcher("d@films.example", own_network=True, resolver=everywhere, clock=time.now)
        async with serving() as server, fetcher:
            store = Store(path)
            world = World(store, server, time)
            prepare(world)
            stop = asyncio.Event()
            manners = Manners(fetcher, store.sources, time, delay=2.0)
            follower = Follower(store.sources, fetcher, manners, time, Random(7), idle=6 * HOUR)
            running = asyncio.create_task(follower.run(stop, world.taken.append))
            await time.sleep(hours * HOUR)
            stop.set()
            await running
            return world

    return virtual_time.run(scene())


def test_a_feed_is_asked_again_and_again_and_each_item_is_kept_once(tmp_path: Path) -> None:
    def prepare(world: World) -> None:
        source = world.follow("/feed")
        world.server.replies["/feed"] = lambda head: reply(
            world.feed("1", "2", *(["3"] if len(world.when("/feed")) > 3 else []))
        )
        assert world.store.sources.all()[0].source == source

    world = played(tmp_path / "s.sqlite3", 24, prepare)
    assert world.captures() == 3
    assert sum(taken.new for taken in world.taken) == 3
    assert 6 <= len(world.when("/feed")) <= 30


def test_a_feed_that_has_not_changed_is_asked_with_what_is_known_of_it(tmp_path: Path) -> None:
    def prepare(world: World) -> None:
        world.follow("/feed")
        whole = reply(world.feed("1"), etag='"v1"')
        world.server.replies["/feed"] = lambda head: (
            reply(status="304 Not Modified") if 'if-none-match: "v1"' in head.lower() else whole
        )

    world = played(tmp_path / "s.sqlite3", 12, prepare)
    heads = world.when("/feed")
    assert len(heads) > 3
    assert all('"v1"' in head for head in heads[1:])
    assert world.captures() == 1


def test_pages_that_a_feed_names_are_fetched_and_their_edits_are_kept(tmp_path: Path) -> None:
    def prepare(world: World) -> None:
        world.follow("/feed", pages=True)
        world.server.replies["/feed"] = reply(world.feed("1"))
        world.server.replies["/1"] = lambda head: reply(
            page("Filming began in Bergen." if len(world.when("/1")) < 3 else "Filming began in Oslo.")
        )

    world = played(tmp_path / "s.sqlite3", 24 * 30, prepare)
    assert world.captures() == 3
    assert 5 <= len(world.when("/1")) <= 12
    assert [f.schedule.ended for f in world.store.sources.all() if f.source.kind is SourceKind.PAGE] == [True]


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(tmp_path: Path) -> None:
    def prepare(world: World) -> None:
        world.follow("/feed")
        world.server.replies["/feed"] = reply(status="301 Moved Permanently", location="/new")
        world.server.replies["/new"] = reply(world.feed("1"))

    world = played(tmp_path / "s.sqlite3", 24, prepare)
    assert len(world.when("/feed")) == 1
    assert len(world.when("/new")) > 3
    assert [f.source.url.rpartition("/")[2] for f in world.store.sources.all()] == ["new"]


def test_a_feed_that_is_gone_is_asked_once_and_one_that_fails_ever_less_often(tmp_path: Path) -> None:
    def prepare(world: World) -> None:
        world.follow("/gone")
        world.follow("/bad")
        world.server.replies["/gone"] = reply(status="410 Gone")
        world.server.replies["/bad"] = reply(status="500 Internal Server Error")

    world = played(tmp_path / "s.sqlite3", 24, prepare)
    assert len(world.when("/gone")) == 1
    assert 4 <= len(world.when("/bad")) <= 8
    assert {taken.trouble for taken in world.taken} == {"is gone for good (410)", "answers 500"}


def test_a_broken_feed_gives_what_can_be_read_and_says_what_cannot(tmp_path: Path) -> None:
    def prepare(world: World) -> None:
        world.follow("/feed")
        world.server.replies["/feed"] = reply(world.feed("1", "2", "3")[:-40])

    world = played(tmp_path / "s.sqlite3", 1, prepare)
    assert world.captures() == 2
    assert "faulty feed" in (world.taken[0].trouble or "")
    assert "faulty feed" in (world.store.sources.all()[0].schedule.trouble or "")


def test_a_news_sitemap_names_the_pages_that_are_fetched(tmp_path: Path) -> None:
    def prepare(world: World) -> None:
        world.follow("/news.xml", SourceKind.SITEMAP, pages=True)
        place = world.server.url("/1", "reel.example")
        world.server.replies["/news.xml"] = reply(f"<urlset><url><loc>{place}</loc></url></urlset>".encode())
        world.server.replies["/1"] = reply(page("Filming began in Bergen."))

    world = played(tmp_path / "s.sqlite3", 2, prepare)
    assert world.captures() == 1
    assert len(world.when("/1")) >= 1


def test_what_was_asked_is_planned_for_a_run_to_come(tmp_path: Path) -> None:
    def prepare(world: World) -> None:
        world.follow("/feed")
        world.server.replies["/feed"] = reply(world.feed("1"))

    world = played(tmp_path / "s.sqlite3", 0.2, prepare)
    schedule = world.store.sources.all()[0].schedule
    assert len(world.when("/feed")) == 1
    assert schedule.due > BEGIN + timedelta(minutes=12)
    assert [each.schedule for each in world.store.sources.upcoming((), 10)] == [schedule]
    assert world.store.sources.upcoming(["reel.example"], 10) == ()
