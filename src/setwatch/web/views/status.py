"""Sources as the page of the state shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from setwatch.model import Followed, shown_address

MOST = 300
"""Sources that the page shows: those that fail first, then those that a person named, then the rest."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source: what it is called, its address without secrets, when it was asked and is next, what is wrong."""

    name: str
    address: str
    kind: str
    asked: datetime | None
    due: datetime | None
    every: int
    failures: int
    trouble: str


def source_rows(followed: Iterable[Followed]) -> list[SourceRow]:
    """Return all sources, those that fail first, the worst of them before others."""
    ordered = sorted(followed, key=lambda f: (f.schedule.ended, -f.schedule.failures, bool(f.source.via), f.source.url))
    return [_row(each) for each in ordered]


def _row(each: Followed) -> SourceRow:
    source, schedule = each.source, each.schedule
    address = shown_address(source.url)
    return SourceRow(
        source.title or address,
        address,
        source.kind.value,
        schedule.asked,
        None if schedule.ended else schedule.due,
        round(schedule.interval / 60),
        schedule.failures,
        (schedule.trouble or "").replace(source.url, address),
    )
