"""Date values: whole and partial dates as EDTF strings (ISO 8601-2), and intervals of time.

A date value is kept as its EDTF text (`2021-11-19`, `2021-11`, `2021-23`, `2021`), because the text is what
people read and what is stored. The functions here say which days a text covers.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from edtf import EDTFParseException, parse_edtf, struct_time_to_date


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days that a date value covers, both ends included."""

    first: date
    last: date

    def covers(self, other: "Days") -> bool:
        """Whether every day of `other` lies in these days."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time in UTC; an end that nothing tells is None."""

    not_before: datetime | None
    not_after: datetime | None


_LEADING = re.compile(r"\A\s{0,20}date (\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=\s|$)[ \t]*")
"""The date line that some captures put before a text: the document's own date, not of its first sentence."""

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
"""The forms that nearly all values have. The library takes some 15 ms for one, this a microsecond (measured)."""

_WINTER = re.compile(r"\d{4}-24", re.ASCII)
"""A winter ends in the year after the one that it is named by; the library ends it with December."""


def leading_date(text: str) -> str | None:
    """Return the date (EDTF) of the line `date YYYY-MM-DD` that some captures put before a text, None without one."""
    found = _LEADING.match(text)
    return found[1] if found else None


def after_leading_date(text: str) -> int:
    """Return the offset after such a line, 0 without one."""
    found = _LEADING.match(text)
    return found.end() if found else 0


@lru_cache(maxsize=8192)
def days_of(edtf: str) -> Days | None:
    """Return the days that an EDTF text covers, or None where it names no year or is no EDTF.

    Seasons follow the library's months (21 spring is March to May ... 24 winter is December to February of the next
    year), 33 to 36 are quarters, as in ISO 8601-2:2019, 4.8.1.
    """
    if not edtf or edtf.startswith("XXXX"):
        return None
    plain = _PLAIN.fullmatch(edtf)
    if plain is not None and (days := _plain_days(int(plain[1]), plain[2], plain[3])) is not None:
        return days
    try:
        if _WINTER.fullmatch(edtf):
            year = int(edtf[:4])
            return Days(date(year, 12, 1), date(year + 1, 3, 1) - timedelta(days=1))
        value = parse_edtf(edtf)
        return Days(struct_time_to_date(value.lower_strict()), struct_time_to_date(value.upper_strict()))
    except (EDTFParseException, AttributeError, OverflowError, ValueError, TypeError):
        return None


def _plain_days(year: int, month: str | None, day: str | None) -> Days | None:
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31)) if year else None
    first, last = (int(day), int(day)) if day else (1, 31)
    if not year or not 1 <= int(month) <= 12:
        return None
    length = calendar.monthrange(year, int(month))[1]
    return (
        Days(date(year, int(month), first), date(year, int(month), min(last, length))) if 1 <= first <= length else None
    )


def interval_of(edtf: str) -> Interval:
    """Return the UTC interval from the first instant to the last second of the days of an EDTF text."""
    days = days_of(edtf)
    if days is None:
        return Interval(None, None)
    return Interval(datetime.combine(days.first, time.min, UTC), datetime.combine(days.last, time(23, 59, 59), UTC))


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
