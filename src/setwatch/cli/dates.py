"""Dates as they are given to commands."""

import re
from datetime import UTC, datetime

from setwatch.cli.console import fail
from setwatch.model import Interval, interval_of

_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d")


def stretch(option: str, given: str) -> Interval:
    """Return the interval of a date (EDTF: `2020-10-07`, `2020-10`, `2020`) or of a time (ISO 8601; no zone: UTC).

    Ends the command with a usage error where `given` is neither, or is a day that does not exist.
    """
    if _INSTANT.match(given):
        try:
            time = datetime.fromisoformat(given)
        except ValueError:
            fail(f"{option} {given!r} is no time; give one as 2020-10-07T18:30", usage=True)
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
        return Interval(time, time)
    found = interval_of(given)
    if found.not_after is None:
        fail(
            f"{option} {given!r} is no date, or a day that does not exist; give one as 2020-10-07 or 2020-10",
            usage=True,
        )
    return found


def by_end_of(option: str, given: str | None) -> datetime | None:
    """Return the last second of a given date, None where none is given."""
    return stretch(option, given).not_after if given else None


def from_start_of(option: str, given: str | None) -> datetime | None:
    """Return the first instant of a given date, None where none is given."""
    return stretch(option, given).not_before if given else None
