"""What must hold of a run: nothing lost, nothing doubled, no host asked too often, no byte that was not needed."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.following.world import WINDOW, Feed, Request

DELAY = 2.0
CRAWL_DELAY = 60.0
SURE = 30.0
"""Hours that a version must have shown for it to be missed: the rarest asking (24 h, 20 % of jitter), and a failure."""
SLACK = 0.01
"""Seconds by which two clocks may differ."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a run came to."""

    wanted: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    strange: tuple[str, ...]
    hurried: int
    asked: int
    bytes_sent: int
    bytes_needed: int

    @property
    def traffic(self) -> float:
        """Bytes that were sent, robots.txt among them, for each that had to be."""
        return self.bytes_sent / max(self.bytes_needed, 1)


def found(feeds: dict[str, Feed], payloads: Iterable[bytes], log: list[Request], days: float) -> Found:
    """Compare what was captured and asked with what the world held."""
    captured = Counter(title for title in map(_title, payloads) if title)
    all_versions = {v for feed in feeds.values() for v in _versions(feed, days * 24, 0.0)}
    wanted = {v for feed in feeds.values() for v in _versions(feed, days * 24, SURE)}
    return Found(
        wanted=len(wanted),
        lost=tuple(sorted(wanted - set(captured))),
        doubled=tuple(sorted(title for title, count in captured.items() if count > 1)),
        strange=tuple(sorted(set(captured) - all_versions)),
        hurried=_hurried(feeds, log),
        asked=len(log),
        bytes_sent=sum(request.size for request in log),
        bytes_needed=sum(request.size for request in log if request.needed),
    )


def _title(payload: bytes) -> str:
    return str(json.loads(payload)["entry"].get("title", ""))


def _versions(feed: Feed, end: float, sure: float) -> Iterable[str]:
    """Yield the versions of a feed's items that showed for so many hours before the end, or before it moved off."""
    end = feed.turn if feed.kind in ("gone", "dead") else end
    for number, item in enumerate(feed.items):
        # An item shows until newer ones push it out, and no longer than its feed is there.
        last = min(feed.items[number + WINDOW].at, end) if number + WINDOW < len(feed.items) else end
        spans = [(item.at, last if item.edited is None else min(last, item.edited))]
        if item.edited is not None:
            spans.append((item.edited, last))
        for begin, until in spans:
            if until - max(begin, 0.0) > sure:
                yield item.title(begin)


def _hurried(feeds: dict[str, Feed], log: list[Request]) -> int:
    """Return how many requests came sooner after the last one to their host than they may."""
    times: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for request in log:
        times[request.host].append((request.at, request.path))
    count = 0
    for host, asked in times.items():
        for (one, _), (two, path) in pairwise(sorted(asked)):
            slow = feeds[host].kind == "delayed" and path != "/robots.txt"
            count += two - one < (CRAWL_DELAY if slow else DELAY) - SLACK
    return count
