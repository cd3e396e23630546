"""A host is asked one thing at a time, with pauses, and only what robots.txt leaves open."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from setwatch.fetch import Fetcher, Manners
from setwatch.model import Answer, Ask, FetchError, NotYetError, Trouble
from tests.fetch.conftest import Server, reply, serving

BEGIN = datetime(2031, 3, 1, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that sleeping moves on."""

    at: datetime = BEGIN
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)


@dataclass
class Memory:
    """What is remembered of hosts."""

    times: dict[str, datetime] = field(default_factory=dict)
    rules: dict[str, Answer] = field(default_factory=dict)

    def ask(self, host: str, at: datetime, pause: float) -> float:
        left = (self.times[host] - at).total_seconds() + pause if host in self.times else 0.0
        if left <= 0:
            self.times[host] = at
        return max(left, 0.0)

    def robots(self, origin: str) -> Answer | None:
        return self.rules.get(origin)

    def keep_robots(self, origin: str, answer: Answer) -> None:
        self.rules[origin] = answer


@dataclass
class Scene:
    server: Server
    fetcher: Fetcher
    clock: Clock
    memory: Memory

    def manners(self) -> Manners:
        return Manners(self.fetcher, self.memory, self.clock, delay=2.0)

    async def get(self, path: str, manners: Manners) -> Answer:
        return await self.fetcher.fetch(Ask(self.server.url(path)), manners)


def play(act: Callable[[Scene], Awaitable[None]], robots: bytes | None = None) -> Scene:
    async def run() -> Scene:
        clock = Clock()
        async with serving() as server, Fetcher("d@films.example", own_network=True, clock=clock.now) as fetcher:
            server.replies |= {"/a": reply(b"a"), "/b": reply(b"b"), "/private/c": reply(b"c")}
            if robots is not None:
                server.replies["/robots.txt"] = robots
            scene = Scene(server, fetcher, clock, Memory())
            await act(scene)
            return scene

    return asyncio.run(run())


def test_between_two_requests_to_one_host_there_is_a_pause() -> None:
    async def act(scene: Scene) -> None:
        manners = scene.manners()
        await asyncio.gather(*(scene.get(path, manners) for path in ("/a", "/b", "/a")))

    scene = play(act)
    assert scene.server.paths().count("/robots.txt") == 1
    assert len(scene.server.paths()) == 4
    assert scene.clock.slept == [2.0, 2.0, 2.0]


def test_a_pause_that_the_site_asks_for_is_kept_even_after_a_restart() -> None:
    async def act(scene: Scene) -> None:
        await scene.get("/a", scene.manners())
        await scene.get("/b", scene.manners())

    scene = play(act, reply(b"User-agent: *\nCrawl-delay: 30\n"))
    assert scene.server.paths() == ["/robots.txt", "/a", "/b"]
    assert scene.clock.slept == [30.0, 30.0]


def test_what_robots_are_to_leave_alone_is_left_alone() -> None:
    async def act(scene: Scene) -> None:
        with pytest.raises(FetchError) as caught:
            await scene.get("/private/c", scene.manners())
        assert caught.value.trouble is Trouble.ROBOTS
        await scene.get("/a", scene.manners())

    rules = b"User-agent: Setwatch\nDisallow: /private/\n\nUser-agent: *\nDisallow: /\n"
    assert "/private/c" not in play(act, reply(rules)).server.paths()


def test_a_redirect_into_what_is_to_be_left_alone_is_not_followed() -> None:
    async def act(scene: Scene) -> None:
        scene.server.replies["/a"] = reply(status="302 Found", location="/private/c")
        with pytest.raises(FetchError) as caught:
            await scene.get("/a", scene.manners())
        assert caught.value.trouble is Trouble.ROBOTS

    assert "/private/c" not in play(act, reply(b"User-agent: *\nDisallow: /private/\n")).server.paths()


def test_a_site_without_robots_txt_leaves_all_open_and_one_whose_server_fails_nothing() -> None:
    async def opened(scene: Scene) -> None:
        assert (await scene.get("/a", scene.manners())).body == b"a"

    async def closed(scene: Scene) -> None:
        with pytest.raises(FetchError) as caught:
            await scene.get("/a", scene.manners())
        assert caught.value.trouble is Trouble.ROBOTS
        scene.server.replies["/robots.txt"] = reply(b"")
        scene.clock.at += timedelta(hours=2)
        assert (await scene.get("/a", scene.manners())).body == b"a"

    play(opened)
    play(closed, reply(status="503 Service Unavailable"))


def test_rules_are_asked_for_again_after_a_day_and_kept_while_the_server_fails() -> None:
    async def act(scene: Scene) -> None:
        manners = scene.manners()
        for hours in (0, 1, 24, 24):
            scene.clock.at += timedelta(hours=hours)
            with pytest.raises(FetchError):
                await scene.get("/private/c", manners)
            await scene.get("/a", manners)
            failing = reply(status="500 Internal Server Error")
            scene.server.replies["/robots.txt"] = failing if hours == 24 else reply(status="304 Not Modified")

    scene = play(act, reply(b"User-agent: *\nDisallow: /private/\n", etag='"r1"'))
    assert scene.server.paths() == ["/robots.txt", "/a", "/a", "/robots.txt", "/a", "/robots.txt", "/a"]
    assert 'if-none-match: "r1"' in scene.server.requests[3].lower()


@pytest.mark.parametrize("told", ["86400", "99999999999", "1e300"])
def test_a_pause_that_is_very_long_holds_nothing_up(told: str) -> None:
    async def act(scene: Scene) -> None:
        with pytest.raises(NotYetError) as caught:
            await scene.get("/a", scene.manners())
        assert 80_000 < caught.value.seconds <= 86_400

    scene = play(act, reply(f"User-agent: *\nCrawl-delay: {told}\n".encode()))
    assert scene.server.paths() == ["/robots.txt"]
    assert scene.clock.slept == []


@pytest.mark.parametrize("told", ["nan", "inf", "-5", "soon", ""])
def test_a_pause_that_is_no_number_is_none(told: str) -> None:
    scene = play(lambda scene: _get(scene, "/a"), reply(f"User-agent: *\nCrawl-delay: {told}\n".encode()))
    assert scene.server.paths() == ["/robots.txt", "/a"]
    assert scene.clock.slept == [2.0]


def test_a_server_that_has_too_much_to_do_to_say_what_it_asks_is_left_alone() -> None:
    async def act(scene: Scene) -> None:
        with pytest.raises(FetchError) as caught:
            await scene.get("/a", scene.manners())
        assert caught.value.trouble is Trouble.ROBOTS

    play(act, reply(b"", "429 Too Many Requests"))


async def _get(scene: Scene, path: str) -> None:
    await scene.get(path, scene.manners())
