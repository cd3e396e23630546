"""Dates and times as people write them."""

import re
from datetime import date, datetime, timedelta

from setwatch.model import Claim, Interval

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PARTS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"} | {
    str(number): f"{name} quarter of" for number, name in enumerate(("first", "second", "third", "fourth"), start=33)
}
_EDTF = re.compile(r"(XXXX|\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

_IN_TEXT = re.compile(r"\b(?:XXXX|\d{4})-\d\d(?:-\d\d)?\b")

INSTANT = timedelta(hours=1)
"""An interval no longer than this is shown as a time of day."""


def spoken(edtf: str) -> str:
    """Return an EDTF date value in words (`19 November 2021`, `autumn 2021`); what is no such value as it is."""
    found = _EDTF.fullmatch(edtf)
    if found is None:
        return edtf
    year, month, day = found.groups()
    if edtf == Claim.UNDATED:
        return "no date"
    year = "(year unknown)" if year == "XXXX" else year
    if month is None:
        return year
    name = _PARTS.get(month) or (_MONTHS[int(month) - 1] if 1 <= int(month) <= len(_MONTHS) else month)
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def in_words(text: str) -> str:
    """Return a text with the whole dates and months in it in words (`moved to 2021-11-19`)."""
    return _IN_TEXT.sub(lambda found: spoken(found[0]), text)


def day(when: date) -> str:
    """Return a day as `5 Oct 2020`."""
    return f"{when.day} {_MONTHS[when.month - 1][:3]} {when.year}"


def moment(when: datetime) -> str:
    """Return a time in UTC as `5 Oct 2020 15:04`."""
    return f"{day(when)} {when:%H:%M}"


def until(when: datetime) -> str:
    """Return a time in UTC, only its day where it is the last second of it."""
    return day(when) if (when.hour, when.minute, when.second) == (23, 59, 59) else f"{moment(when)} UTC"


def said(interval: Interval) -> str:
    """Return an interval as people say it: a time, a day, a month, `by` its end, or from its start on."""
    start, end = interval.not_before, interval.not_after
    if start is None and end is None:
        return "date unknown"
    if start is None or end is None:
        return f"by {day(end)}" if end is not None else moment(start) if start is not None else ""
    if end - start <= INSTANT:
        return moment(start)
    if start.date() == end.date():
        return day(start)
    if (start.year, start.month) == (end.year, end.month) and end - start > timedelta(days=27):
        return f"{_MONTHS[start.month - 1][:3]} {start.year}"
    return f"{day(start)} to {day(end)}"


def span(first: Interval, last: Interval) -> str:
    """Return when something was first and last said, once where that is the same."""
    a, b = said(first), said(last)
    return f"said {a}" if a == b else f"first said {a}, last {b}"
