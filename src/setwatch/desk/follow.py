"""Sources asked when they are due, and what they give kept."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from http import HTTPStatus
from random import Random

from setwatch import capture as capture_
from setwatch import following as following_
from setwatch.desk.posts import Posts
from setwatch.desk.websub import Hubs
from setwatch.fetch import Fetcher, Manners, Time
from setwatch.model import (
    Answer,
    Ask,
    Capture,
    FetchError,
    Followed,
    NotYetError,
    Refusal,
    Schedule,
    Source,
    SourceKind,
    shown_address,
)
from setwatch.store import Sources, host_of

AT_ONCE = 50
"""Hosts that are asked at once."""
LOOKED_AT = 10
"""Sources that are looked at to find the next one."""
SOON = 0.001
"""Seconds that are waited at least: clocks and sleeps are not exact."""
REMEMBERED = 2000
"""Feeds of which it is remembered what they showed."""
NAMED = 100
"""Pages that one answer may name: the newest of a sitemap, all of a feed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What asking a source brought: captures that were not there, or what was wrong."""

    url: str
    new: int
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Follower:
    """Asks the sources of a store. `dice` spreads what would else be asked in step."""

    sources: Sources
    fetcher: Fetcher
    manners: Manners
    time: Time
    dice: Random
    posts: Posts | None = None
    """Where posts are marked that are gone; None: posts are asked for as pages are."""
    hubs: Hubs | None = None
    """Where hubs are remembered that feeds name."""
    seen: dict[str, frozenset[bytes]] = field(default_factory=dict)
    """The marks of the entries that feeds showed when they were last read, by their addresses."""
    idle: float = 60.0
    """Seconds after which sources are looked for again where none is due: others may follow something meanwhile."""

    async def run(self, stop: asyncio.Event, report: Callable[[Taken], None]) -> None:
        """Ask what is due, each source in its time and each host one thing at a time, until `stop` is set.

        What has begun is ended before this returns.
        """
        stopping = asyncio.create_task(stop.wait())
        running: dict[str, asyncio.Task[Taken]] = {}
        try:
            while not stop.is_set():
                pause = asyncio.create_task(self.time.sleep(self._begin(running)))
                await asyncio.wait([stopping, pause, *running.values()], return_when=asyncio.FIRST_COMPLETED)
                pause.cancel()
                for host in [host for host, task in running.items() if task.done()]:
                    report(running.pop(host).result())
        finally:
            stopping.cancel()
            for taken in await asyncio.gather(*running.values()):
                report(taken)

    def _begin(self, running: dict[str, asyncio.Task[Taken]]) -> float:
        """Begin to ask what is due; return the seconds until there may be more."""
        while len(running) < AT_ONCE:
            upcoming = self.sources.upcoming(running, LOOKED_AT)
            for followed in upcoming:
                host = host_of(followed.source.url)
                if host in running:
                    continue
                left = (followed.schedule.due - self.time.now()).total_seconds()
                if left > 0:
                    return min(left + SOON, self.idle)
                if len(running) < AT_ONCE:
                    running[host] = asyncio.create_task(self._ask(self._begun(followed)))
            if len(upcoming) < LOOKED_AT:
                break
        return self.idle

    def _begun(self, followed: Followed) -> Followed:
        """Write down that a source is being asked, so that after a kill it is not asked again in its interval."""
        schedule = following_.asking(followed.schedule, self.time.now())
        self.sources.plan(followed.source.url, schedule)
        return replace(followed, schedule=schedule)

    async def _ask(self, followed: Followed) -> Taken:
        source, known = followed.source, followed.schedule
        post = following_.lookup(source.url) if source.kind is SourceKind.POST else None
        # What a platform offers to programs is not what robots.txt is about; its turns are kept all the same.
        gate = self.manners.turns if post else self.manners
        accept = following_.accepted(source.url) if post else None
        try:
            ask = Ask(post or source.url, known.etag, known.last_modified, accept)
            answer = await self.fetcher.fetch(ask, gate)
        except NotYetError as error:
            # Not before the site wants it, and no failure: the turn is given back.
            due = self.time.now() + timedelta(seconds=error.seconds)
            self.sources.keep(source.url, lambda _: replace(known, due=due))
            return Taken(source.url, 0)
        except FetchError as error:
            schedule = following_.unanswered(followed, error, self.time.now(), self.dice)
            self.sources.keep(source.url, lambda _: schedule)
            return Taken(source.url, 0, str(error))
        if self.posts is not None and source.kind is SourceKind.POST:
            return self._post(followed, answer, self.posts)
        if answer.moved is not None and answer.status < HTTPStatus.BAD_REQUEST:
            moved = replace(source, url=answer.moved)
            self.sources.move(source.url, moved)
            followed = replace(followed, source=moved)
        return self._keep(followed, answer)

    def _post(self, followed: Followed, answer: Answer, posts: Posts) -> Taken:
        """Keep what a platform says of a post: its words where they are new, that it is gone, or that it is there."""
        url, now = followed.source.url, self.time.now()
        captures: list[Capture] = []
        trouble = following_.refusal_of(url, answer)
        if following_.is_gone(answer):
            posts.gone(url, now, f"the platform answers {answer.status}")
            trouble = f"{shown_address(url)}: is gone from its platform ({answer.status})"
            schedule = following_.gone(followed, trouble, now, self.dice)
            self.sources.keep(url, lambda _: schedule)
            return Taken(url, 0, trouble)
        if answer.status == HTTPStatus.OK:
            found, faults = taken_from(answer)
            posts.there(url, now)
            captures = posts.otherwise(found)
            trouble = faults[0] if faults else None

        def plan(new: int) -> Schedule:
            schedule = following_.answered(followed, answer, new, now, self.dice)
            return replace(schedule, trouble=trouble or schedule.trouble)

        new, schedule = self.sources.keep(url, plan, captures)
        return Taken(url, new, schedule.trouble)

    def _keep(self, followed: Followed, answer: Answer) -> Taken:
        captures: list[Capture] = []
        named: tuple[str, ...] = ()
        faults: list[str] = []
        marks: frozenset[bytes] | None = None
        read = followed.schedule.body
        if answer.status == HTTPStatus.OK:
            body = hashlib.sha256(answer.body).hexdigest()
            if body != read:
                captures, named, faults, marks = self._held(followed.source, answer)
                read = None if faults else body
            if self.hubs is not None:
                self.hubs.note(followed.source, answer)
        now = self.time.now()

        def plan(new: int) -> Schedule:
            schedule = following_.answered(followed, answer, new, now, self.dice)
            return replace(schedule, body=read, trouble=schedule.trouble or (faults[0] if faults else None))

        pages = self._pages(followed.source, named, now)
        new, schedule = self.sources.keep(followed.source.url, plan, captures, pages)
        if marks is not None and not faults:
            self._remember(followed.source.url, marks)
        return Taken(followed.source.url, new, schedule.trouble)

    def _pages(self, source: Source, named: tuple[str, ...], now: datetime) -> list[tuple[Source, Schedule]]:
        if not source.pages:
            return []
        schedule = following_.first(SourceKind.PAGE, now)
        return [(Source(url, SourceKind.PAGE, via=source.url), schedule) for url in named[:NAMED]]

    def _held(
        self, source: Source, answer: Answer
    ) -> tuple[list[Capture], tuple[str, ...], list[str], frozenset[bytes] | None]:
        """Return what an answer holds that was not seen before, as `_held`, and the marks of the entries in it."""
        if source.kind is not SourceKind.FEED or source.url not in self.seen:
            marks = capture_.unseen(answer.body, frozenset())[1] if source.kind is SourceKind.FEED else None
            return *_held(source, answer), marks
        body, marks, is_more = capture_.unseen(answer.body, self.seen[source.url])
        if not is_more:
            return [], (), [], marks
        captures, named, faults = _held(source, replace(answer, body=body))
        if faults and body is not answer.body:
            captures, named, faults = _held(source, answer)
        return captures, named, faults, marks

    def _remember(self, url: str, marks: frozenset[bytes]) -> None:
        self.seen.pop(url, None)
        self.seen[url] = marks
        while len(self.seen) > REMEMBERED:
            self.seen.pop(next(iter(self.seen)))


def _held(source: Source, answer: Answer) -> tuple[list[Capture], tuple[str, ...], list[str]]:
    """Return what an answer holds: captures, the pages that it names, and what of it cannot be read."""
    if source.kind is SourceKind.SITEMAP:
        try:
            listed = following_.listed_in(answer.body)
        except ValueError as error:
            return [], (), [str(error)]
        return [], listed.pages, []
    captures, faults = taken_from(answer)
    named = tuple(dict.fromkeys(c.url for c in captures if c.url)) if source.kind is SourceKind.FEED else ()
    return captures, named, faults


def taken_from(answer: Answer) -> tuple[list[Capture], list[str]]:
    """Return the captures in an answer, and why something in it is none."""
    found = list(capture_.captures_in(answer))
    captures = [item for item in found if isinstance(item, Capture)]
    return captures, [item.reason for item in found if isinstance(item, Refusal)]
