"""The date on which something is asked: what was given, and the days on which the record changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from setwatch.publish.dates import day, until

MOMENTS = 40
"""Days offered to step through; of more, every second or third is."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which the record changed: as an address has it, and in words."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """`given` as asked (empty: now), `name` in words, `day` for the field, the days to step to before and after.

    `ahead`: the date has not come yet, so that what is shown is what is known now.
    """

    given: str
    name: str
    day: str
    moments: tuple[Moment, ...]
    before: Moment | None
    after: Moment | None
    ahead: bool = False


def known_view(said: Sequence[datetime], given: str, known: datetime | None, now: datetime) -> Known:
    """Return the date that is asked, and the days around it on which something was said that changed the record.

    `now` is the time of the asking, in UTC.
    """
    days = sorted({when.date() for when in said})
    at = known.date() if known else None
    before = [day_ for day_ in days if at is None or day_ < at]
    after = [day_ for day_ in days if at is not None and day_ > at]
    step = max(1, -(-len(days) // MOMENTS))
    return Known(
        given if known else "",
        until(known) if known else "now",
        at.isoformat() if at else "",
        tuple(_moment(day_) for day_ in days[::step]),
        _moment(before[-1]) if before else None,
        _moment(after[0]) if after else None,
        ahead=known is not None and known.date() > now.date(),
    )


def stands_for(said: Sequence[datetime], known: datetime | None) -> Moment | None:
    """Return the day that a page is cited by: the one asked for, else the last of what was said; None: there is none.

    What is known now is what was known then, and will be found there when more is known.
    """
    when = known or max(said, default=None)
    return None if when is None else _moment(when.date())


def _moment(when: date) -> Moment:
    return Moment(when.isoformat(), day(when))
