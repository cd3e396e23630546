"""When a page says that it was published and modified."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from setwatch.language.dates import find_dates
from setwatch.reading.html.linked import texts
from setwatch.reading.html.naming import language
from setwatch.reading.html.page import Page
from setwatch.reading.html.words import load

_META = load("facts.toml")["meta"]
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_LOOSE = re.compile(
    r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_SCRIPT = re.compile(r"^\w{3} (\w{3} \d{1,2} \d{4} \d{2}:\d{2}:\d{2}) GMT([+-]\d{4})")
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D)")


_SHOWN = load("facts.toml")["dates"]["shown"]

LOOKED_AT = 20
"""Elements with the markup of a date that are looked at."""

LINE = 120
"""Characters of a text that may be a date line."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time that a page tells: the day (EDTF), and the instant as ISO 8601 (with offset where told), or None."""

    day: str
    instant: str | None


def stamp(text: str) -> Stamp | None:
    """Return the time that a machine-readable text tells, or None."""
    text = text.strip()[:64]
    whole = len(text) <= len("2031-03-04")
    if _EPOCH.match(text):
        moment, whole = datetime.fromtimestamp(int(text[:10]), UTC), False
    else:
        try:
            moment = _moment(text)
        except (ValueError, OverflowError, TypeError, IndexError):
            return None
    if not 1990 <= moment.year <= 2100:
        return None
    return Stamp(moment.date().isoformat(), None if whole else moment.isoformat())


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    if match := _LOOSE.match(text):
        year, month, day, hour, minute, second, zone = match.groups()
        zone = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", None: ""}.get(zone, zone)
        clock = f"{int(hour or 0):02}:{minute or '00'}:{second or '00'}"
        return datetime.fromisoformat(f"{year}-{int(month):02}-{int(day):02}T{clock}{zone}")
    if match := _SCRIPT.match(text):
        return datetime.strptime(f"{match[1]} {match[2]}", "%b %d %Y %H:%M:%S %z")
    return parsedate_to_datetime(text)


def published(page: Page) -> Stamp | None:
    """Return when the page was published: JSON-LD, then meta elements, marked times, its print, its address."""
    return _first(_published(page)) or _shown(page) or _first(_of_address(page))


def modified(page: Page) -> Stamp | None:
    """Return when the page was last changed, by JSON-LD or its meta elements."""
    told = [*texts(page.article.get("dateModified")), *page.all_meta(_META["modified"])]
    return _first(told)


def _published(page: Page) -> Iterable[str]:
    yield from texts(page.article.get("datePublished"))
    yield from page.all_meta(_META["published"])
    yield from texts(page.article.get("dateCreated"))
    for node in page.tree.css(
        '[itemprop="datePublished"], time[pubdate], time.published, time.entry-date, article header time[datetime],'
        " article time[datetime], main time[datetime], time[datetime]"
    )[:LOOKED_AT]:
        attributes = node.attributes
        yield attributes.get("datetime") or attributes.get("content") or ""


def _of_address(page: Page) -> list[str]:
    match = _IN_ADDRESS.search(page.url or "")
    return ["-".join(match.groups())] if match else []


def _shown(page: Page) -> Stamp | None:
    """The first day that a short text with the markup of a date prints, none of another story's."""
    lang = language(page) or "en"
    for node in page.tree.css(_SHOWN)[:LOOKED_AT]:
        text = " ".join(node.text(separator=" ").split())
        if len(text) <= LINE:
            for mention in find_dates(text, None, lang):
                if _DAY.match(mention.edtf):
                    return Stamp(mention.edtf, None)
    return None


def _first(told: Iterable[str]) -> Stamp | None:
    return next((found for text in told if (found := stamp(text)) is not None), None)
