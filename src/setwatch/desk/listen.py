"""Streams that are followed: one connection for all of them, what is wanted kept, where it stood remembered."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from random import Random

from setwatch import capture as capture_
from setwatch import following as following_
from setwatch.desk.follow import Taken
from setwatch.desk.posts import Posts
from setwatch.fetch import Time
from setwatch.model import Answer, Capture, FetchError, Schedule, Source
from setwatch.store import Store

JETSTREAM = "wss://jetstream2.us-east.bsky.network/subscribe?wantedCollections=app.bsky.feed.post"
"""A public instance of those who made Jetstream; there are four, and everybody may run one."""
KEEP_EVERY = 5.0
"""Seconds between two writings of where the stream stood: as much is read again after a kill, and kept once."""
MOST = 200
"""Posts that wait to be kept at most."""
LOOK_EVERY = 60.0
"""Seconds between two looks for whether a stream is followed (any more)."""

Connect = Callable[[str], AsyncIterator[str]]
"""From an address to its messages; raises `FetchError` where there are none (any more)."""


@dataclass(slots=True)
class Listener:
    """Listens to what is posted, for the streams of a store."""

    store: Store
    connect: Connect
    time: Time
    dice: Random
    url: str = JETSTREAM
    _found: dict[str, list[Capture]] = field(default_factory=dict)
    _at: int = 0

    async def run(self, report: Callable[[Taken], None]) -> None:
        """Listen until cancelled; a connection that breaks is made again where it stood, ever later if it does so."""
        failures = 0
        while True:
            sources = self._sources()
            if not sources:
                await self.time.sleep(LOOK_EVERY)
                continue
            trouble: str | None = None
            try:
                heard = await self._listen(sources, report)
                failures, trouble = (0, None) if heard else (failures + 1, "the stream ended")
            except FetchError as error:
                failures, trouble = failures + 1, str(error)
            finally:
                self._keep(sources, trouble, report)
            if trouble is not None:
                report(Taken(sources[0].url, 0, trouble))
            await self.time.sleep(following_.pause_of_stream(failures, self.dice))

    def _sources(self) -> list[Source]:
        return [followed.source for followed in self.store.sources.streams()]

    async def _listen(self, sources: list[Source], report: Callable[[Taken], None]) -> bool:
        """Take what comes in until it ends or other streams are followed; return whether anything came."""
        titles = [name for production in self.store.watched() for name in production.names]
        wanted = {source.url: following_.phrases_of(source.url, titles) for source in sources}
        cursors = [f.schedule.cursor for f in self.store.sources.streams() if f.source.url in wanted]
        self._at = min((cursor for cursor in cursors if cursor is not None), default=0)
        url = f"{self.url}&cursor={self._at}" if self._at else self.url
        kept = looked = self.time.now()
        heard = False
        async for message in self.connect(url):
            heard = True
            self._take(message, wanted)
            now = self.time.now()
            if (now - kept).total_seconds() >= KEEP_EVERY or sum(map(len, self._found.values())) >= MOST:
                self._keep(sources, None, report)
                kept = now
            if (now - looked).total_seconds() >= LOOK_EVERY:
                if self._sources() != sources:
                    break
                looked = now
        return heard

    def _take(self, message: str, wanted: dict[str, frozenset[str]]) -> None:
        event = following_.event_of(message)
        if event is None:
            return
        if event.words is None:
            Posts(self.store).gone(event.address, self.time.now(), "its author deleted it")
        else:
            for url, phrases in wanted.items():
                if following_.is_wanted(event.words, phrases):
                    answer = Answer(event.address, 200, (), message.encode(), self.time.now())
                    found = [each for each in capture_.captures_in(answer) if isinstance(each, Capture)]
                    self._found.setdefault(url, []).extend(found)
        self._at = max(self._at, event.at)

    def _keep(self, sources: list[Source], trouble: str | None, report: Callable[[Taken], None]) -> None:
        """Write down what was found, and where the stream stood: all or nothing for each source."""
        now, at = self.time.now(), self._at or None
        for source in sources:
            captures = self._found.pop(source.url, [])
            followed = self.store.sources.of(source.url)
            if followed is None:
                continue
            known = followed.schedule
            base = replace(known, asked=now, trouble=trouble, cursor=at or known.cursor)
            failures = known.failures + 1 if trouble else 0

            def plan(new: int, base: Schedule = base, failures: int = failures) -> Schedule:
                return replace(base, failures=failures, changed=now if new else base.changed)

            new, _ = self.store.sources.keep(source.url, plan, captures)
            if new:
                report(Taken(source.url, new))
