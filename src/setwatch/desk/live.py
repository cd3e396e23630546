"""A desk that asks the network: sources found, pages and posts fetched, all that is followed asked in its time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from setwatch import following as following_
from setwatch.desk.follow import Follower, Taken, taken_from
from setwatch.desk.listen import JETSTREAM, Listener
from setwatch.desk.locks import beating
from setwatch.desk.posts import Posts
from setwatch.desk.suggested import Suggested
from setwatch.desk.tell import Alerts, Teller
from setwatch.desk.upkeep import derive
from setwatch.desk.websub import Hubs
from setwatch.fetch import Fetcher, Gate, Manners, Resolve, Time, messages, resolve
from setwatch.model import Answer, Ask, FetchError, Setting, Source, SourceKind, shown_address
from setwatch.store import Store

DERIVE_EVERY = 30.0
"""Seconds between two readings of what came in, so that many small ones become one."""
HUBS_EVERY = 300.0
"""Seconds between two looks for hubs that are to be asked to push."""
SITEMAPS = 10
"""Sitemaps of a site that are looked at."""


class BusyError(Exception):
    """Another process follows with this store; the message says which lock it holds."""


class SystemTime:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Return so many seconds later."""
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """How the network is asked.

    `contact` is a mail or web address under which a site's owner reaches who asks; `delay` the least seconds between
    two requests to one host; `own_network` lets in the addresses of the user's own network.
    """

    contact: str
    delay: float = 2.0
    own_network: bool = False
    resolver: Resolve = resolve
    jetstream: str = JETSTREAM
    """Where Bluesky's posts are streamed from."""


class Live:
    """What asks the network for a store. Use it as an asynchronous context."""

    def __init__(self, store: Store, network: Network, time: Time | None = None) -> None:
        self._store = store
        self._time = time or SystemTime()
        self._network = network
        self._fetcher = Fetcher(
            network.contact, own_network=network.own_network, resolver=network.resolver, clock=self._time.now
        )
        self._manners = Manners(self._fetcher, store.sources, self._time, network.delay)

    @classmethod
    def open(cls, path: Path, network: Network) -> Self:
        """Open or make the store at `path`; raises `StoreError` where the file cannot serve as one."""
        return cls(Store(path), network)

    async def __aenter__(self) -> Self:
        """Return this."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace_back: TracebackType | None
    ) -> None:
        """Close all connections, let go of the store."""
        await self._fetcher.__aexit__(kind, error, trace_back)
        self._store.close()

    def ahead(self) -> tuple[int, datetime | None]:
        """Return how many sources are still asked, and when the next one is due (UTC)."""
        return self._store.sources.ahead()

    async def sources(self, url: str) -> tuple[Source, ...]:
        """Return the sources that an address stands for: an account's posts, a feed, a page's feeds, a news sitemap.

        Raises:
            FetchError: it cannot be asked.
            ValueError: its sitemap cannot be read.
        """
        if (account := following_.account(url)) is not None:
            return (account,)
        answer = await self._asked(url, self._manners)
        found = following_.sources_in(answer, url)
        return found or await self._sitemaps(answer, url)

    async def fetch(self, urls: Iterable[str]) -> tuple[Taken, ...]:
        """Take one page or post now from each address; a post is asked for as data where its platform gives it."""
        return tuple([await self._taken(url) for url in urls])

    async def run(
        self,
        stop: asyncio.Event,
        report: Callable[[Taken], None],
        lock: Path,
        seed: int = 0,
        alerts: Alerts | None = None,
    ) -> None:
        """Ask all that is followed in its time until `stop` is set, read what comes in, and send `alerts` of it.

        Raises:
            BusyError: another process does so with this store.
        """
        try:
            with FileLock(lock, blocking=False), beating(self._store.path, asyncio.get_running_loop()):
                await self._run(stop, report, seed, alerts)
        except Timeout as error:
            raise BusyError(f"another `setwatch run` follows with this store ({lock} is locked)") from error

    async def _run(
        self, stop: asyncio.Event, report: Callable[[Taken], None], seed: int, alerts: Alerts | None
    ) -> None:
        fresh, news = asyncio.Event(), asyncio.Event()
        fresh.set()  # what an earlier run took in and did not read

        def noted(taken: Taken) -> None:
            report(taken)
            if taken.new:
                fresh.set()

        reader = asyncio.create_task(self._read(fresh, news))
        dice = Random(seed)  # noqa: S311 (spreads pauses)
        posts = Posts(self._store)
        follower = Follower(
            self._store.sources, self._fetcher, self._manners, self._time, dice, posts, Hubs(self._store)
        )
        listener = Listener(self._store, self._messages, self._time, dice, self._network.jetstream)
        listening = asyncio.create_task(listener.run(noted))
        beside = [asyncio.create_task(self._subscribe())]
        if alerts is not None:
            beside.append(asyncio.create_task(Teller(self._store, self._time, alerts).run(news)))
        try:
            await follower.run(stop, noted)
        finally:
            for task in (reader, listening, *beside):
                task.cancel()
            await asyncio.gather(reader, listening, *beside, return_exceptions=True)

    async def _subscribe(self) -> None:
        """Ask hubs to push, again before what they granted ends."""
        hubs = Hubs(self._store)
        while True:
            for each in hubs.due(self._time.now()):
                refused = None
                try:
                    status = await self._fetcher.send(each.hub, hubs.form_of(each), self._manners.turns)
                    if status >= HTTPStatus.BAD_REQUEST:
                        refused = f"the hub answers {status}"
                except FetchError as error:
                    refused = str(error)
                self._store.subscriptions.asked(each.token, self._time.now(), refused)
            await self._time.sleep(HUBS_EVERY)

    def _messages(self, url: str) -> AsyncIterator[str]:
        network = self._network
        return messages(url, network.contact, resolver=network.resolver, own_network=network.own_network)

    async def _read(self, fresh: asyncio.Event, news: asyncio.Event) -> None:
        looks_up = True  # what an earlier run looked up is forgotten once, where the setting is off by now
        while True:
            await fresh.wait()
            fresh.clear()
            await asyncio.to_thread(derive, self._store)
            news.set()
            was, looks_up = looks_up, self._store.settings.get(Setting.LOOK_UP_POSTS) == "on"
            if was or looks_up:
                await asyncio.to_thread(Posts(self._store).look_up, self._time.now())
            await asyncio.to_thread(Suggested(self._store).note)
            await self._time.sleep(DERIVE_EVERY)

    async def _asked(self, url: str, gate: Gate) -> Answer:
        return _sound(url, await self._fetcher.fetch(Ask(url), gate))

    def _looked_at(self, url: str, answer: Answer) -> str | None:
        """Mark a post that is gone, and unmark one that is there again; return what is to be said of it."""
        posts, now = Posts(self._store), self._time.now()
        address = url if "watch?" in url else url.partition("?")[0]
        if following_.is_gone(answer):
            marked = posts.gone(address, now, f"the platform answers {answer.status}")
            told = f"{shown_address(url)}: is gone from its platform ({answer.status})"
            return f"{told}; marked so" if marked else told
        if answer.status == HTTPStatus.OK:
            posts.there(address, now)
        return following_.refusal_of(url, answer)

    async def _sitemaps(self, answer: Answer, asked_for: str) -> tuple[Source, ...]:
        """Return the news sitemap that a site names in its robots.txt."""
        listed = list(await self._manners.sitemaps(answer.url))
        waiting = [url for url in listed if _is_news(url)] or listed
        for _ in range(SITEMAPS):
            if not waiting:
                break
            url = waiting.pop(0)
            inside = following_.listed_in((await self._asked(url, self._manners)).body)
            if inside.pages:
                return (Source(url, SourceKind.SITEMAP, asked_for=asked_for),)
            waiting += [each for each in inside.sitemaps if _is_news(each)]
        return ()

    async def _taken(self, url: str) -> Taken:
        if (told := following_.closed(url)) is not None:
            return Taken(url, 0, told)
        post = following_.lookup(url)
        # What a platform offers to programs is not what robots.txt is about; its turns are kept all the same.
        gate = self._manners.turns if post else self._manners
        try:
            answer = await self._fetcher.fetch(Ask(post or url, accept=following_.accepted(url)), gate)
            if post is not None and (told := self._looked_at(url, answer)) is not None:
                return Taken(url, 0, told)
            captures, faults = taken_from(_sound(url, answer))
        except FetchError as error:
            return Taken(url, 0, str(error))
        return Taken(url, len(self._store.keep_captures(captures)), faults[0] if faults else None)


def _sound(url: str, answer: Answer) -> Answer:
    if answer.status >= HTTPStatus.BAD_REQUEST:
        raise FetchError.of_status(url, answer.status)
    return answer


def _is_news(sitemap: str) -> bool:
    """Whether a sitemap's name says that it holds the newest pages; nothing else tells before it is fetched."""
    return "news" in sitemap.rpartition("/")[2].casefold()
