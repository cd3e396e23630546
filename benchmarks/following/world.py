"""A simulated world of feeds, served over loopback: what each feed holds at any moment follows from a seed alone."""

import asyncio
import hashlib
from bisect import bisect_right
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, TextIO
from xml.sax.saxutils import escape

BEGIN = datetime(2031, 3, 1, tzinfo=UTC)
LINE = 512
"""Bytes that hold a line of a log, and more."""
WINDOW = 40
"""Items that a feed shows: the newest."""
RATES = ((0.6, 1.0), (0.9, 4.0), (1.0, 20.0))
"""How lively feeds are: up to this share of them, so many items a day."""
KINDS = {
    "moved": 15,
    "gone": 10,
    "dead": 10,
    "failing": 50,
    "limited": 30,
    "slow": 30,
    "late": 5,
    "broken": 20,
    "delayed": 20,
}
"""How many of 500 feeds are of each kind; the rest is plain."""
EDITED = 0.1
EDIT_AFTER = (30.0, 60.0)
"""Share of items that are edited, and hours after which: later than the rarest asking, so that both versions show."""
WORDS = (
    "boat",
    "bridge",
    "camera",
    "cast",
    "chase",
    "crew",
    "delay",
    "extra",
    "harbour",
    "lamp",
    "night",
    "rain",
    "stunt",
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item: hours from the beginning at which it comes and is edited (None: never)."""

    name: str
    at: float
    edited: float | None

    def title(self, now: float) -> str:
        """Return its title at a time."""
        return f"{self.name}, {'second' if self.edited is not None and now >= self.edited else 'first'} version"


@dataclass(frozen=True)
class Feed:
    """A feed of the world. `turn` is the hour at which it moves or dies."""

    number: int
    kind: str
    days: float
    seed: int
    kept: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def host(self) -> str:
        """Its host's name."""
        return f"site{self.number:03}.example"

    @cached_property
    def dice(self) -> Random:
        """A die of its own."""
        return Random(f"{self.seed} {self.number}")

    @cached_property
    def validators(self) -> tuple[bool, bool]:
        """Whether it sends ETag, Last-Modified."""
        return ((True, False), (True, True), (False, True), (False, False))[min(int(self.dice.random() * 3.4), 3)]

    @cached_property
    def turn(self) -> float:
        """The hour at which it moves or dies."""
        return self.dice.uniform(5, self.days - 5) * 24 if self.days > 10 else self.days * 12

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All its items, the oldest first."""
        dice = Random(f"items {self.seed} {self.number}")
        share = dice.random()
        rate = next(rate for most, rate in RATES if share < most)
        hour = -10 * 24 / rate
        found: list[Item] = []
        while (hour := hour + dice.expovariate(rate / 24)) < self.days * 24:
            edited = hour + dice.uniform(*EDIT_AFTER) if dice.random() < EDITED else None
            found.append(Item(f"{self.host} item {len(found)}", hour, edited))
        return tuple(found)

    @cached_property
    def turns(self) -> list[float]:
        """The hours at which it changes."""
        return sorted(t for item in self.items for t in (item.at, item.edited) if t is not None)

    def served(self, now: float) -> tuple[bytes, str, str]:
        """Return its body, entity tag and date at a time; made once while it does not change."""
        turn = bisect_right(self.turns, now)
        if self.kept.get("turn") != turn:
            body = self.body(now)
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            day = format_datetime(BEGIN + timedelta(hours=self.changed(now)), usegmt=True)
            self.kept.update(turn=turn, served=(body, tag, day))
        found: tuple[bytes, str, str] = self.kept["served"]
        return found

    def shown(self, now: float) -> tuple[Item, ...]:
        """Return the items that it shows at a time, the newest first."""
        return tuple(reversed([item for item in self.items if item.at <= now][-WINDOW:]))

    def changed(self, now: float) -> float:
        """Return the hour at which it last changed."""
        times = [t for item in self.shown(now) for t in (item.at, item.edited) if t is not None and t <= now]
        return max(times, default=0.0)

    def body(self, now: float) -> bytes:
        """Return it as RSS."""
        dice = Random(self.number)
        text = " ".join(dice.choices(WORDS, k=60))
        entries = "".join(
            f"<item><title>{escape(item.title(now))}</title><guid isPermaLink='false'>{escape(item.name)}</guid>"
            f"<pubDate>{format_datetime(BEGIN + timedelta(hours=item.at))}</pubDate>"
            f"<description>{text}</description></item>"
            for item in self.shown(now)
        )
        head = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{self.host}</title>'
        return f"{head}{entries}</channel></rss>".encode()


def feeds(count: int, days: float, seed: int) -> dict[str, Feed]:
    """Return the feeds of a world by host."""
    kinds = [kind for kind, of_500 in KINDS.items() for _ in range(max(1, round(of_500 * count / 500)))]
    kinds = (kinds + ["plain"] * count)[:count]
    made = [Feed(number, kind, days, seed) for number, kind in enumerate(kinds)]
    return {feed.host: feed for feed in made}


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the server saw it: seconds from the beginning, and what it answered.

    `needed` is whether a body had to be sent: the feed has changed since the validators that were sent, or has none.
    """

    at: float
    host: str
    path: str
    status: int
    size: int
    needed: bool

    def line(self) -> str:
        """Return it as a line of a log."""
        return f"{self.at:.3f}\t{self.host}\t{self.path}\t{self.status}\t{self.size}\t{int(self.needed)}\n"

    @classmethod
    def of(cls, line: str) -> "Request":
        """Read it back."""
        at, host, path, status, size, needed = line.rstrip("\n").split("\t")
        return cls(float(at), host, path, int(status), int(size), needed == "1")


def requests(log: Path) -> list[Request]:
    """Return what a log holds; a last line that a kill cut off is left out."""
    if not log.exists():
        return []
    return [Request.of(line) for line in log.read_text().splitlines(keepends=True) if line.endswith("\n")]


def last(log: Path) -> Request | None:
    """Return the last request of a log."""
    if not log.exists():
        return None
    with log.open("rb") as file:
        file.seek(max(log.stat().st_size - LINE, 0))
        lines = file.read().decode().splitlines(keepends=True)
    whole = [line for line in lines if line.endswith("\n")]
    return Request.of(whole[-1]) if whole else None


@dataclass
class Server:
    """Serves the world on loopback, whatever the host; writes each request down before it answers."""

    feeds: dict[str, Feed]
    log: Path
    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    last: dict[str, float] = field(default_factory=dict)

    @cached_property
    def written(self) -> TextIO:
        """Its log, open."""
        return self.log.open("a")

    async def serve(self, port: int) -> asyncio.Server:
        """Begin to serve."""
        return await asyncio.start_server(self._connected, "127.0.0.1", port, backlog=1000)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                answer = await self._answer(head)
                if answer is None:
                    break
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(self, head: str) -> bytes | None:
        path = head.split(" ", 2)[1]
        headers = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in head.split("\r\n")[1:])}
        feed = self.feeds[headers["host"].partition(":")[0]]
        at = (self.now() - BEGIN).total_seconds()
        status, sent, body, needed = self._made(feed, path, at, headers)
        self.written.write(Request(at, feed.host, path, status, len(body), needed).line())
        self.written.flush()
        self.last[feed.host] = at
        dice = Random(f"{feed.number} {at}")
        if path != "/robots.txt" and feed.kind in ("slow", "late"):
            late = feed.kind == "late" and dice.random() < 0.2
            await self.sleep(90.0 if late else dice.uniform(1, 20))
        if status == 0:
            return None
        lines = "".join(f"{name}: {value}\r\n" for name, value in (*sent.items(), ("content-length", len(body))))
        return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + body

    def _made(
        self, feed: Feed, path: str, at: float, headers: dict[str, str]
    ) -> tuple[int, dict[str, str], bytes, bool]:
        """Return status (0: the connection is closed), headers, body, and whether a body had to be sent."""
        hour, dice = at / 3600, Random(f"{feed.number} {at} made")
        if feed.kind == "dead" and hour >= feed.turn:
            return 0, {}, b"", False
        if path == "/robots.txt":
            return self._robots(feed, headers)
        if feed.kind == "gone" and hour >= feed.turn:
            return 410, {}, b"", False
        if feed.kind == "moved" and hour >= feed.turn and path == "/feed.xml":
            return 301, {"location": "/new.xml"}, b"", False
        if feed.kind == "failing" and dice.random() < 0.05:
            return 503, {"retry-after": "3600"} if dice.random() < 0.5 else {}, b"", False
        if feed.kind == "limited" and at - self.last.get(f"{feed.host} whole", -1e9) < 1800:
            return 429, {"retry-after": "1800"}, b"", False
        self.last[f"{feed.host} whole"] = at
        return self._whole(feed, hour, headers, cut=feed.kind == "broken" and dice.random() < 0.2)

    def _robots(self, feed: Feed, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes, bool]:
        if headers.get("if-none-match") == '"r"':
            return 304, {"etag": '"r"'}, b"", False
        delay = "Crawl-delay: 60\n" if feed.kind == "delayed" else ""
        return 200, {"etag": '"r"'}, f"User-agent: *\n{delay}Disallow: /private/\n".encode(), False

    def _whole(
        self, feed: Feed, hour: float, headers: dict[str, str], *, cut: bool
    ) -> tuple[int, dict[str, str], bytes, bool]:
        body, tag, day = feed.served(hour)
        etag, modified = feed.validators
        sent = ({"etag": tag} if etag else {}) | ({"last-modified": day} if modified else {})
        same = headers.get("if-none-match") == tag if etag else modified and headers.get("if-modified-since") == day
        if same:
            return 304, sent, b"", False
        if cut:
            return 200, {}, body[: len(body) * 2 // 3], True
        return 200, sent, body, True
