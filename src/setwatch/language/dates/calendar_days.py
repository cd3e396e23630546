"""Reckoning in the calendar: months added, weeks, seasons, holidays."""

import calendar
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def shifted(day: date, years: int = 0, months: int = 0, days: int = 0) -> date | None:
    """Return the day so much later; a day that its month has not becomes the last of it; None off the calendar."""
    index = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = index // 12, index % 12 + 1
    try:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, min(day.day, last)) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def monday(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def month_window(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def division_window(year: int, division: int) -> tuple[date, date]:
    """Return the first and the last day of an EDTF season (21 to 24), quarter (33 to 36) or half (41, 42)."""
    if division == 24:
        return date(year, 12, 1), month_window(year + 1, 2)[1]
    if division < 24:
        first = 3 * (division - 20)
        return date(year, first, 1), month_window(year, first + 2)[1]
    if division < 40:
        first = 3 * (division - 33) + 1
        return date(year, first, 1), month_window(year, first + 2)[1]
    first = 6 * (division - 41) + 1
    return date(year, first, 1), month_window(year, first + 5)[1]


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the nth weekday (1 Monday to 7 Sunday) of a month, counted from its end for -1; None if there is none."""
    first, last = month_window(year, month)
    if nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    return date(year, (h + weekday - 7 * m + 114) // 31, (h + weekday - 7 * m + 114) % 31 + 1)


def holiday(rule: str, year: int) -> date | None:
    """Return the day of a holiday's rule: `12-25`, `11 thursday 4` (month, weekday, which), `easter -2`."""
    words = rule.split()
    if words[0] == "easter":
        return easter(year) + timedelta(days=int(words[1]) if len(words) > 1 else 0)
    if len(words) == 3:
        return nth_weekday(year, int(words[0]), WEEKDAYS.index(words[1]) + 1, int(words[2]))
    month, day = map(int, rule.split("-"))
    return date(year, month, day)
