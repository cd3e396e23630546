"""Sources: what is followed, and how it stands with each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceKind(StrEnum):
    """What a followed address gives."""

    FEED = "feed"
    """RSS, Atom or JSON Feed."""
    SITEMAP = "sitemap"
    """A list of a site's newest pages [Google News sitemap]."""
    PAGE = "page"
    """One page, of which each change is a version."""
    POSTS = "posts"
    """An account's posts as the platform's own JSON."""
    STREAM = "stream"
    """All that is posted on a platform, of which the posts with certain words are kept [Bluesky's Jetstream]."""
    POST = "post"
    """One post, asked for at its platform, and again later for whether it is still there."""


@dataclass(frozen=True, slots=True)
class Source:
    """An address that is followed. `via` is the source that named it, None for one that a person named.

    `asked_for` is what the person named (a site, an account), where the address was found by it.
    """

    url: str
    kind: SourceKind
    title: str | None = None
    via: str | None = None
    asked_for: str | None = None
    pages: bool = True
    """Whether the pages that it names are fetched too."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a source is asked next, and what is known from the last time. `interval` is in seconds, times in UTC."""

    due: datetime
    interval: float
    etag: str | None = None
    last_modified: str | None = None
    asked: datetime | None = None
    changed: datetime | None = None
    failures: int = 0
    trouble: str | None = None
    """What was wrong the last time, in one line; None: nothing."""
    cursor: int | None = None
    """Where a stream stood, as the platform counts."""
    body: str | None = None
    """The SHA-256 of what was read last without a fault: the same bytes are not read again."""
    ended: bool = False
    """Whether it is asked no more: gone for good, or a page that has long not changed."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A source with its schedule."""

    source: Source
    schedule: Schedule
