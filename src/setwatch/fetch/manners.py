"""Manners: what robots.txt asks is done, and a host is asked one thing at a time, with pauses."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Protocol

import httpx

from setwatch.fetch.fetcher import Fetcher, Gate
from setwatch.fetch.robots import Rules, rules_of
from setwatch.model import Answer, Ask, FetchError, NotYetError, Trouble

_KNOWN = 4096
"""Addresses of which the parts are remembered."""
PATIENCE = 120.0
"""Seconds that a request waits for its turn; where the site wants a longer pause, it is made another time."""
ROBOTS_LAST = timedelta(hours=24)
"""How long rules are used before they are asked for again [RFC 9309, section 2.4]."""
ROBOTS_RETRY = timedelta(hours=1)
"""How long a site is left alone whose server failed to say what it asks."""


class Time(Protocol):
    """A clock and how to wait on it."""

    def now(self) -> datetime:
        """Return the time, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return so many seconds later on this clock."""
        ...


class Hosts(Protocol):
    """What is remembered of hosts between runs."""

    def ask(self, host: str, at: datetime, pause: float) -> float:
        """Remember that a request begins, if the last one to the host began at least so many seconds ago: return 0.

        Else return the seconds that are left, and remember nothing.
        """
        ...

    def robots(self, origin: str) -> Answer | None:
        """Return the last answer to a request for the robots.txt of an origin (`https://host:port`)."""
        ...

    def keep_robots(self, origin: str, answer: Answer) -> None:
        """Remember an answer."""
        ...


@dataclass(frozen=True, slots=True)
class _Turns:
    """A gate that only waits for the host's turn: what robots.txt itself is asked through."""

    manners: "Manners"

    def turn(self, url: str) -> AbstractAsyncContextManager[None]:
        return self.manners.wait(_host(url), 0.0)


class Manners:
    """The gate of a polite fetcher. `delay` is the seconds between two requests to one host, or more if it asks so."""

    def __init__(self, fetcher: Fetcher, hosts: Hosts, time: Time, delay: float = 2.0) -> None:
        self._fetcher = fetcher
        self._hosts = hosts
        self._time = time
        self._delay = delay
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.turns: Gate = _Turns(self)
        """The gate that only waits for a host's turn: for what robots.txt is not about."""
        self._rules: dict[str, tuple[datetime, Rules]] = {}

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Wait for this request's turn; raises `FetchError` where the site wants it not made."""
        rules = await self._rules_at(_origin(url))
        if not rules.allow(url):
            raise FetchError(Trouble.ROBOTS, "is not to be asked: robots.txt of the site says so")
        async with self.wait(_host(url), rules.delay):
            yield

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the site of an address names in its robots.txt; raises as `turn`."""
        return (await self._rules_at(_origin(url))).sitemaps

    @asynccontextmanager
    async def wait(self, host: str, delay: float) -> AsyncIterator[None]:
        """Wait until nobody else asks the host and its pause is over; `delay` is what the site asks for.

        Raises:
            NotYetError: the pause is longer than a request waits.
        """
        async with self._turns[host]:
            # Again after a wait: another process may have asked the host meanwhile.
            while (left := self._hosts.ask(host, self._time.now(), max(delay, self._delay))) > 0:
                if left > PATIENCE:
                    raise NotYetError(left)
                await self._time.sleep(left)
            yield

    async def _rules_at(self, origin: str) -> Rules:
        async with self._asking[origin]:
            until, rules = self._rules.get(origin, (None, None))
            if rules is not None and until is not None and self._time.now() < until:
                return rules
            old = self._hosts.robots(origin)
            if old is None or self._time.now() >= _until(old):
                old = await self._asked(origin, old)
            self._rules[origin] = (_until(old), rules_of(old))
            return self._rules[origin][1]

    async def _asked(self, origin: str, old: Answer | None) -> Answer:
        known = (old.header("etag"), old.header("last-modified")) if old else (None, None)
        answer = await self._fetcher.fetch(Ask(f"{origin}/robots.txt", *known), self.turns)
        if old is not None and (answer.status == httpx.codes.NOT_MODIFIED or (_fails(answer) and not _fails(old))):
            answer = Answer(old.url, old.status, old.headers, old.body, answer.fetched)
        self._hosts.keep_robots(origin, answer)
        return answer


@lru_cache(_KNOWN)
def _host(url: str) -> str:
    return httpx.URL(url).host


@lru_cache(_KNOWN)
def _origin(url: str) -> str:
    return str(httpx.URL(url).copy_with(path="/", query=None, fragment=None, userinfo=b"")).rstrip("/")


def _fails(answer: Answer) -> bool:
    return answer.status >= httpx.codes.INTERNAL_SERVER_ERROR or answer.status == httpx.codes.TOO_MANY_REQUESTS


def _until(answer: Answer) -> datetime:
    return answer.fetched + (ROBOTS_RETRY if _fails(answer) else ROBOTS_LAST)
