"""When a text was published: its leading date, its header or byline, its address."""

import re
import tomllib
from importlib.resources import files
from urllib.parse import urlsplit

from setwatch.model import leading_date, valid_day
from setwatch.reading.plain.lines import Line, head_of, lines_of
from setwatch.reading.printed import Printed, printed_dates

_WORDS = tomllib.loads(files(__package__).joinpath("published.toml").read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_FIRST = re.compile(rf"\b(?:{_any_of(_WORDS['first'])})\b", re.IGNORECASE)
_LATER = re.compile(rf"\b(?:{_any_of(_WORDS['later'])})\b", re.IGNORECASE)
_LABELS = frozenset(_WORDS["labels"])
_ALONE = re.compile(r"[\s:|·–-]{0,5}")
_DAY_FIRST_HOSTS = frozenset(_WORDS["day_first_hosts"])

_ADDRESS_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-])(\d{1,2})\2(\d{1,2})(?!\d)")
_ADDRESS_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})(?=/|$)")
_ADDRESS_RUN = re.compile(r"(?<![\w])(20\d\d)(\d\d)(\d\d)(?![\w])")
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})(?=/|$)")
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FURNITURE = re.compile(r"[\w.+]+")

SHORT = 130
"""Characters up to which a line with a date may be a dateline."""

REST = 12
"""Words that a dateline has besides its date, at most: names, time of day, outlet, reading time."""

CUE_REACH = 45
"""Characters before a date in which a word such as `published` speaks of it."""

FOOT = 6
"""Last lines in which an outlet may say when the story first appeared."""


def published_of(text: str, url: str | None, lang: str) -> str | None:
    """Return the date of publication as EDTF, to the day or the month, None where nothing tells it.

    A leading `date YYYY-MM-DD` goes before a date that is called published, that before a day in the address,
    that before a bare date in the head. A coarser answer gives way to a finer one that lies within it.
    """
    lead = leading_date(text)
    found = [lead] if lead else []
    called, bare, later = _in_head(lines_of(text), _month_first(url, lang))
    found += called
    found += _in_address(url)
    found += bare or later
    return _finest(found)


def _finest(found: list[str]) -> str | None:
    """The first of `found`, made finer by a later one that lies within it."""
    if not found:
        return None
    return next((date for date in found if len(date) == 10 and date.startswith(found[0])), found[0])


def _month_first(url: str | None, lang: str) -> bool:
    host = urlsplit(url or "").hostname or ""
    return (
        lang.partition("-")[0] == "en"
        and lang not in {"en-GB", "en-IE", "en-AU", "en-NZ", "en-IN"}
        and (host.rpartition(".")[2] not in _DAY_FIRST_HOSTS)
    )


def _in_head(lines: list[Line], month_first: bool) -> tuple[list[str], list[str], list[str]]:
    """Dates of the head and foot: those called published, bare ones, those of changes."""
    called: list[str] = []
    bare: list[str] = []
    later: list[str] = []
    head = head_of(lines)
    for index, line in enumerate(head):
        before = f"{lines[index - 1].text} " if index and len(lines[index - 1].text) < 40 else ""
        shown = before + line.text[: SHORT * 2]
        for date in printed_dates(shown, len(before), month_first=month_first):
            kind = _kind(shown, date)
            if kind == "first":
                called.append(date.edtf)
            elif kind == "later":
                later.append(date.edtf)
            elif _is_dateline(line.text, date, len(before)):
                bare.append(date.edtf)
    for line in lines[len(head) :][-FOOT:]:
        for date in printed_dates(line.text[: SHORT * 3], month_first=month_first):
            if _kind(line.text, date) == "first":
                called.append(date.edtf)
            elif line.text[date.start : date.end] == line.text:
                later.append(date.edtf)
    return called, bare, later


def _kind(line: str, date: Printed) -> str | None:
    """Whether a word before the date calls it the first or a later one; the nearer word decides."""
    start = max(0, date.start - CUE_REACH)
    cues = [(m.end(), "first") for m in _FIRST.finditer(line, start, date.start) if _is_label(line, m, date)]
    cues += [(m.end(), "later") for m in _LATER.finditer(line, start, date.start)]
    return max(cues)[1] if cues else None


def _is_label(line: str, cue: re.Match[str], date: Printed) -> bool:
    """Whether a word such as `date`, which stories use too, is a label: alone right before the date."""
    if cue.group().casefold() not in _LABELS:
        return True
    return _ALONE.fullmatch(line, cue.end(), date.start) is not None and not line[: cue.start()].strip()[-1:].isalpha()


def _is_dateline(line: str, date: Printed, shift: int) -> bool:
    if len(line) > SHORT:
        return False
    rest = line[: date.start - shift] + " " + line[date.end - shift :]
    words = len(_FURNITURE.findall(rest))
    return words <= REST and not (words > 3 and line.endswith((".", "!", "?")))


def _in_address(url: str | None) -> list[str]:
    """The day or month that the path of an address holds."""
    path = urlsplit(url or "").path.lower()
    for year, _, month, day in _ADDRESS_DAY.findall(path):
        if valid_day(int(year), int(month), int(day)):
            return [f"{year}-{int(month):02}-{int(day):02}"]
    for year, name, day in _ADDRESS_NAMED.findall(path):
        if name in _SHORT_MONTHS and valid_day(int(year), _SHORT_MONTHS.index(name) + 1, int(day)):
            return [f"{year}-{_SHORT_MONTHS.index(name) + 1:02}-{int(day):02}"]
    for year, month, day in _ADDRESS_RUN.findall(path.replace("_", "-")):
        if valid_day(int(year), int(month), int(day)):
            return [f"{year}-{month}-{day}"]
    months = [f"{year}-{int(month):02}" for year, month in _ADDRESS_MONTH.findall(path) if 1 <= int(month) <= 12]
    return months[:1]
