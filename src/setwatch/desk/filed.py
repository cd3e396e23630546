"""Under which productions, and at what time, pictures and video are filed: by what is said at their address."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from setwatch.model import Interval, Reading, interval_of

At = Callable[[str], tuple[Reading, ...]]
"""Gives the readings of the page or post at an address."""


class Filed(NamedTuple):
    """The productions that documents at an address speak of, and the time of the post or page there, if known."""

    productions: frozenset[str]
    time: datetime | None


def filed(address: str, readings: Iterable[Reading]) -> Filed:
    """Return how what stands at an address is filed, by the readings of the page and of those that show the post."""
    productions: set[str] = set()
    times: list[datetime] = []
    for reading in readings:
        document = reading.document
        productions |= {claim.production for claim in reading.claims}
        productions |= {piece.production for piece in reading.telling.footage if piece.production is not None}
        posts = [post for post in document.posts if post.permalink == address]
        told = [post.clock or interval_of(post.printed or "") for post in posts]
        if not posts:
            told = [interval_of(document.published or "")]
        times += [time for interval in told if (time := _start(interval)) is not None]
    return Filed(frozenset(productions), min(times, default=None))


def kin_of(own: Filed, others: Iterable[tuple[str, Filed]]) -> tuple[str, ...]:
    """Return those of `others` (by digest) that are filed under a production of `own`, the nearest in time first.

    Where a time is not known they come last.
    """
    shared = [(digest, other.time) for digest, other in others if other.productions & own.productions]
    return tuple(digest for digest, _ in sorted(shared, key=lambda one: (_apart(own.time, one[1]), one[0])))


def _apart(one: datetime | None, other: datetime | None) -> float:
    return abs((one - other).total_seconds()) if one and other else float("inf")


def _start(interval: Interval) -> datetime | None:
    time = interval.not_before or interval.not_after
    return time.replace(tzinfo=UTC) if time is not None and time.tzinfo is None else time
