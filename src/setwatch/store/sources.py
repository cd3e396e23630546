"""What is followed, when each is asked, and what is remembered of hosts."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection, Engine, Row, Select, bindparam, delete, func, insert, select, update
from sqlalchemy.engine.interfaces import DBAPICursor

from setwatch.model import Answer, Capture, Followed, Schedule, Source, SourceKind
from setwatch.store.captures import keep
from setwatch.store.keys import with_post
from setwatch.store.places import batched
from setwatch.store.quick import Quick
from setwatch.store.tables import HOSTS, KEYS, SOURCES

_UPCOMING = (
    "SELECT source, schedule FROM sources WHERE due IS NOT NULL AND host NOT IN ({busy}) ORDER BY due, url LIMIT ?"
)
_AHEAD = "SELECT count(*), min(CASE WHEN host <> '' THEN due END) FROM sources WHERE due IS NOT NULL"
_PLAN = "UPDATE sources SET schedule = ?, due = ? WHERE url = ?"
_ASKED = "SELECT asked FROM hosts WHERE host = ?"
_ASK = "INSERT INTO hosts (host, asked) VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET asked = excluded.asked"
_THERE = select(SOURCES.c.url).where(SOURCES.c.url.in_(bindparam("urls", expanding=True)))
_SOURCE, _SCHEDULE = msgspec.json.Decoder(Source), msgspec.json.Decoder(Schedule)


class Sources:
    """The sources of a store. Every method is one transaction."""

    def __init__(self, engine: Engine, writer: Engine) -> None:
        self._engine = engine
        self._writer = writer
        self._quick = Quick(engine)

    def close(self) -> None:
        """Let go of the file."""
        self._quick.close()

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

    def streams(self) -> tuple[Followed, ...]:
        """Return the streams, in the order of their addresses."""
        found = self._those(select(SOURCES).where(SOURCES.c.host == "").order_by(SOURCES.c.url))
        return tuple(each for each in found if each.source.kind is SourceKind.STREAM)

    def upcoming(self, busy: Iterable[str], most: int) -> tuple[Followed, ...]:
        """Return those that are to be asked next at hosts that are not `busy`, in the order of when they are due.

        A stream has no host, and is never due.
        """
        hosts = ["", *busy]
        rows = self._quick.rows(_UPCOMING.format(busy=", ".join("?" * len(hosts))), (*hosts, most))
        return tuple(Followed(_SOURCE.decode(source), _SCHEDULE.decode(schedule)) for source, schedule in rows)

    def ahead(self) -> tuple[int, datetime | None]:
        """Return how many are still asked, and when the next one is due."""
        ((count, due),) = self._quick.rows(_AHEAD, ())
        return int(count), datetime.fromisoformat(due) if due else None

    def plan(self, url: str, schedule: Schedule) -> None:
        """Set when a source is asked next."""
        with self._quick.writing() as cursor:
            _plan(cursor, url, schedule)

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
        if not captures and not named:
            schedule = plan(0)
            self.plan(url, schedule)
            return 0, schedule
        with self._writer.begin() as connection:
            new = len(keep(connection, captures)) if captures else 0
            _follow(connection, named)
            schedule = plan(new)
            connection.execute(update(SOURCES).where(SOURCES.c.url == url).values(_planned(schedule)))
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

    def ask(self, host: str, at: datetime, pause: float) -> float:
        """Remember that a request to a host begins, if the last one began at least `pause` seconds ago: return 0.

        Else return the seconds that are left, and remember nothing. Two processes never both begin.
        """
        with self._quick.writing() as cursor:
            cursor.execute(_ASKED, (host,))
            last = next((row[0] for row in cursor.fetchall()), None)
            if last is not None and (left := (datetime.fromisoformat(last) - at).total_seconds() + pause) > 0:
                return left
            cursor.execute(_ASK, (host, at.isoformat()))
        return 0.0

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
    if not wanted:
        return ()
    there = {url for some in batched(wanted) for url in connection.scalars(_THERE, {"urls": some})}
    new = [pair for url, pair in wanted.items() if url not in there]
    if new:
        rows = [
            {"url": s.url, "host": host_of(s.url), "source": msgspec.json.encode(s), **_planned(schedule)}
            for s, schedule in new
        ]
        connection.execute(insert(SOURCES), rows)
    return tuple(source for source, _ in new)


def _plan(cursor: DBAPICursor, url: str, schedule: Schedule) -> None:
    planned = _planned(schedule)
    cursor.execute(_PLAN, (planned["schedule"], planned["due"], url))


def _planned(schedule: Schedule) -> dict[str, object]:
    due = None if schedule.ended else schedule.due.isoformat()
    return {"schedule": msgspec.json.encode(schedule), "due": due}


def _followed(row: Row[tuple[str, bytes, bytes, str]]) -> Followed:
    return Followed(_SOURCE.decode(row.source), _SCHEDULE.decode(row.schedule))
