"""What is followed, when each is asked, and what is remembered of hosts."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection, Engine, Row, Select, delete, func, insert, select, update

from setwatch.model import Answer, Capture, Followed, Schedule, Source
from setwatch.store.captures import keep
from setwatch.store.keys import with_post
from setwatch.store.places import batched
from setwatch.store.tables import HOSTS, KEYS, SOURCES


class Sources:
    """The sources of a store. Every method is one transaction."""

    def __init__(self, engine: Engine, writer: Engine) -> None:
        self._engine = engine
        self._writer = writer

    def follow(self, sources: Iterable[tuple[Source, Schedule]]) -> tuple[Source, ...]:
        """Follow those that are not followed, on their schedules; return them."""
        with self._writer.begin() as connection:
            return _follow(connection, sources)

    def unfollow(self, url: str) -> tuple[str, ...]:
        """Follow no more what has this address, what was found by it and what that named; return their addresses."""
        with self._writer.begin() as connection:
            followed = [_followed(row) for row in connection.execute(select(SOURCES))]
            gone = {f.source.url for f in followed if url in (f.source.url, f.source.asked_for)}
            gone |= {f.source.url for f in followed if f.source.via in gone}
            connection.execute(delete(SOURCES).where(SOURCES.c.url.in_(gone)))
        return tuple(sorted(gone))

    def forget(self, via: str) -> int:
        """Follow no more what was named by this; return how many that were."""
        with self._engine.begin() as connection:
            rows = [_followed(row) for row in connection.execute(select(SOURCES))]
        gone = {each.source.url for each in rows if each.source.via == via}
        if gone:
            with self._writer.begin() as connection:
                for some in batched(sorted(gone)):
                    connection.execute(delete(SOURCES).where(SOURCES.c.url.in_(some)))
        return len(gone)

    def posts_shown(self) -> tuple[str, ...]:
        """Return the addresses of posts that documents show and that are not followed, in order."""
        begin = with_post("")
        address = func.substr(KEYS.c.key, len(begin) + 1)
        shown = select(address).where(KEYS.c.key >= begin, KEYS.c.key < f"{begin[:-1]}!").distinct()
        with self._engine.begin() as connection:
            return tuple(connection.scalars(shown.where(address.not_in(select(SOURCES.c.url))).order_by(address)))

    def all(self) -> tuple[Followed, ...]:
        """Return all, in the order of their addresses."""
        return self._those(select(SOURCES).order_by(SOURCES.c.url))

    def of(self, url: str) -> Followed | None:
        """Return the one at an address, None where none is followed there."""
        return next(iter(self._those(select(SOURCES).where(SOURCES.c.url == url))), None)

    def due(self, now: datetime, busy: Iterable[str], most: int) -> tuple[Followed, ...]:
        """Return those that are due by `now` at hosts that are not `busy`, the longest due first, at most so many.

        A stream has no host, and is never due.
        """
        due = select(SOURCES).where(SOURCES.c.due <= now.isoformat(), SOURCES.c.host.not_in(["", *busy]))
        return self._those(due.order_by(SOURCES.c.due, SOURCES.c.url).limit(most))

    def next_due(self, busy: Iterable[str] = ()) -> datetime | None:
        """Return when the next is due at a host that is not `busy`."""
        query = select(SOURCES.c.due).where(SOURCES.c.due.is_not(None), SOURCES.c.host.not_in(["", *busy]))
        with self._engine.begin() as connection:
            found = connection.scalar(query.order_by(SOURCES.c.due).limit(1))
        return datetime.fromisoformat(found) if found else None

    def plan(self, url: str, schedule: Schedule) -> None:
        """Set when a source is asked next."""
        with self._writer.begin() as connection:
            _plan(connection, url, schedule)

    def keep(
        self,
        url: str,
        plan: Callable[[int], Schedule],
        captures: Sequence[Capture] = (),
        named: Sequence[tuple[Source, Schedule]] = (),
    ) -> tuple[int, Schedule]:
        """Keep what a source gave, follow what it names, set when it is asked next: all or nothing.

        `plan` gives the schedule from how many of the captures are new; both are returned.
        """
        with self._writer.begin() as connection:
            new = len(keep(connection, captures)) if captures else 0
            _follow(connection, named)
            schedule = plan(new)
            _plan(connection, url, schedule)
        return new, schedule

    def move(self, old: str, source: Source) -> None:
        """Follow a source at a new address, on the schedule that it has; one that is followed there already stays."""
        with self._writer.begin() as connection:
            there = connection.scalar(select(SOURCES.c.url).where(SOURCES.c.url == source.url))
            if there is not None:
                connection.execute(delete(SOURCES).where(SOURCES.c.url == old))
            else:
                values = {"url": source.url, "host": host_of(source.url), "source": msgspec.json.encode(source)}
                connection.execute(update(SOURCES).where(SOURCES.c.url == old).values(values))

    def last_asked(self, host: str) -> datetime | None:
        """Return when a request to a host last began."""
        with self._engine.begin() as connection:
            found = connection.scalar(select(HOSTS.c.asked).where(HOSTS.c.host == host))
        return datetime.fromisoformat(found) if found else None

    def asked(self, host: str, at: datetime) -> None:
        """Remember that a request to a host begins."""
        self._note(host, {"asked": at.isoformat()})

    def robots(self, origin: str) -> Answer | None:
        """Return what an origin last answered for robots.txt."""
        with self._engine.begin() as connection:
            found = connection.scalar(select(HOSTS.c.robots).where(HOSTS.c.host == origin))
        return msgspec.json.decode(found, type=Answer) if found else None

    def keep_robots(self, origin: str, answer: Answer) -> None:
        """Remember what an origin answered for robots.txt."""
        self._note(origin, {"robots": msgspec.json.encode(answer)})

    def _note(self, host: str, values: dict[str, object]) -> None:
        with self._writer.begin() as connection:
            if connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(values)).rowcount == 0:
                connection.execute(insert(HOSTS).values(host=host, **values))

    def _those(self, query: Select[tuple[str, bytes, bytes, str]]) -> tuple[Followed, ...]:
        with self._engine.begin() as connection:
            return tuple(_followed(row) for row in connection.execute(query))


def host_of(url: str) -> str:
    """Return the name of the host of an address."""
    return urlsplit(url).hostname or ""


def _follow(connection: Connection, sources: Iterable[tuple[Source, Schedule]]) -> tuple[Source, ...]:
    wanted = {source.url: (source, schedule) for source, schedule in sources}
    there = set(connection.scalars(select(SOURCES.c.url).where(SOURCES.c.url.in_(wanted))))
    new = [pair for url, pair in wanted.items() if url not in there]
    if new:
        rows = [
            {"url": s.url, "host": host_of(s.url), "source": msgspec.json.encode(s), **_planned(schedule)}
            for s, schedule in new
        ]
        connection.execute(insert(SOURCES), rows)
    return tuple(source for source, _ in new)


def _plan(connection: Connection, url: str, schedule: Schedule) -> None:
    connection.execute(update(SOURCES).where(SOURCES.c.url == url).values(_planned(schedule)))


def _planned(schedule: Schedule) -> dict[str, object]:
    due = None if schedule.ended else schedule.due.isoformat()
    return {"schedule": msgspec.json.encode(schedule), "due": due}


def _followed(row: Row[tuple[str, bytes, bytes, str]]) -> Followed:
    source = msgspec.json.decode(row.source, type=Source)
    return Followed(source, msgspec.json.decode(row.schedule, type=Schedule))
