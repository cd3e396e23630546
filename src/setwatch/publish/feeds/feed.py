"""A feed before it is written: what it is about, where it lies, and its items."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from setwatch.publish.feeds.items import Item

MOST = 100
"""Items that a feed holds; who wants older ones asks the API."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without items was changed last: Atom and RSS want a date."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of feeds: how people call it, its media type (RFC 4287, JSON Feed 1.1)."""

    name: str
    media_type: str


FORMATS = {
    "rss": Format("RSS", "application/rss+xml"),
    "atom": Format("Atom", "application/atom+xml"),
    "json": Format("JSON Feed", "application/feed+json"),
}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. `home` is the page that it belongs to, `here` its own address, both absolute; items newest first."""

    title: str
    about: str
    home: str
    here: str
    items: tuple[Item, ...]

    @classmethod
    def of(cls, title: str, about: str, home: str, here: str, items: Iterable[Item]) -> "Feed":
        """Return the feed of the newest of these items, each id once."""
        newest = sorted({i.key: i for i in items}.values(), key=lambda i: (i.said, i.captured, i.key), reverse=True)
        return cls(title, about, home, here, tuple(newest[:MOST]))

    @property
    def changed(self) -> datetime:
        """When the last of its items was captured."""
        return max((item.captured for item in self.items), default=NEVER)
