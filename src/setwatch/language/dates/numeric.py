"""Dates written with numbers alone: `2021-11-19`, `11/19/2021`, `19.11.2021`, `11/2021`."""

import re

from setwatch.language.dates.parts import Part
from setwatch.model.dates import valid_day

SPLIT = re.compile(r"[./,-]")
PIVOT = 50
"""Two-digit years below are of this century, the others of the last (POSIX has 69; news of 2030 are nearer)."""


def full_year(digits: str) -> int:
    """Return the year of two or four digits."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < PIVOT else 1900)


def _ordered(first: int, second: int, order: str) -> tuple[int, int]:
    """Return month and day of two numbers; where only one reading is possible, that one."""
    if first > 12:
        return second, first
    if second > 12:
        return first, second
    return (first, second) if order == "mdy" else (second, first)


def three(text: str, order: str) -> Part | None:
    """Return the day that three numbers name, or None (versions, scores, addresses)."""
    a, b, c = SPLIT.split(text)
    if len(a) == 4:
        year, month, day = int(a), int(b), int(c)
    elif len(c) in (2, 4) and len(a) <= 2 and len(b) <= 2:
        if len(c) == 2 and "." in text and len(a) + len(b) < 4:
            return None
        year, (month, day) = full_year(c), _ordered(int(a), int(b), order)
    else:
        return None
    return Part(year=year, month=month, day=day) if valid_day(year, month, day) else None


def year_month(text: str) -> Part | None:
    """Return the month that a year and a number name, in either order."""
    a, b = SPLIT.split(text)
    year, month = (a, b) if len(a) == 4 else (b, a)
    if len(year) != 4 or not 1 <= int(month) <= 12 or not 1800 <= int(year) <= 2200:
        return None
    if int(month) == int(year[2:]) + 1 and len(a) == 4:  # `2011-12` is a winter's season of sport or television
        return None
    return Part(year=int(year), month=int(month), grain="month")


def month_day(text: str, order: str) -> Part | None:
    """Return the day, its year open, that two numbers name."""
    a, b = SPLIT.split(text)
    month, day = _ordered(int(a), int(b), order)
    return Part(month=month, day=day) if valid_day(2000, month, day) else None
