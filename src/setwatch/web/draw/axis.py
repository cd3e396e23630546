"""Time laid along a line: where a moment lies, and which moments to mark."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

DAY = timedelta(days=1)

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between marks."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark: where, and what it says."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from `first` to `last`, laid from `start` to `end` (which may be smaller: a picture's y grows downwards)."""

    first: datetime
    last: datetime
    start: float
    end: float

    def at(self, when: datetime) -> float:
        """Return where a moment lies, to a tenth; what is outside lies at the end."""
        share = (when - self.first) / (self.last - self.first)
        return round(self.start + min(1.0, max(0.0, share)) * (self.end - self.start), 1)

    def ticks(self, most: int) -> tuple[Tick, ...]:
        """Return at most so many marks, at the beginnings of months or years; one of them at least names a year."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((step for step in STEPS if months / step <= most), STEPS[-1])
        number = self.first.year * 12 + self.first.month - 1
        number += -number % step
        found: list[Tick] = []
        began = 0
        while len(found) < most and (when := _month(number)) <= self.last:
            if when >= self.first:
                found.append(Tick(self.at(when), _name(when, step)))
                began = when.year if len(found) == 1 else began
            number += step
        if found and step < 12 and not any(tick.name.isdigit() for tick in found):
            found[0] = replace(found[0], name=f"{found[0].name} {began}")
        return tuple(found)


def axis(moments: list[datetime], start: float, end: float) -> Axis:
    """Return an axis that holds these moments, with some room at its ends."""
    first, last = min(moments), max(moments)
    room = max((last - first) * 0.06, 10 * DAY)
    earliest, latest = datetime(2, 1, 1, tzinfo=UTC), datetime(9990, 1, 1, tzinfo=UTC)
    first, last = (min(max(when, earliest), latest) for when in (first, last))
    return Axis(
        first - room if first - earliest > room else first, last + room if latest - last > room else last, start, end
    )


def _month(number: int) -> datetime:
    return datetime(min(9999, number // 12), number % 12 + 1, 1, tzinfo=UTC)


def _name(when: datetime, step: int) -> str:
    return f"{when.year}" if step >= 12 or when.month == 1 else _MONTHS[when.month - 1]
