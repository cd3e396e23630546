"""Calendars (iCalendar, RFC 5545) of release dates: one event for each line of dates, which moves as the date moves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import uuid5

from icalendar import Calendar, Event

from setwatch.model import (
    Change,
    Days,
    Modality,
    Polarity,
    Property,
    Record,
    Standing,
    Statement,
    Status,
    Value,
    days_of,
)
from setwatch.publish.addresses import Addresses, web
from setwatch.publish.dates import spoken
from setwatch.publish.feeds.items import tidy
from setwatch.publish.ids import NAMESPACE
from setwatch.publish.page import many
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import CHANNEL

MEDIA_TYPE = "text/calendar"
PRODUCT = "-//Setwatch//Release dates//EN"

REFRESH = timedelta(hours=6)
"""How often a calendar program is asked to look again (RFC 7986, 5.7): dates move by the day, not the minute."""

Line = tuple[int | None, str | None, str | None]
"""Season, channel and region: what one release date is of."""


class Least(StrEnum):
    """How sure a date must be to be in a calendar: anything that is said, what is stated, what stands for certain."""

    RUMOURED = "rumoured"
    STATED = "stated"
    CERTAIN = "certain"


ORDER = (Standing.CURRENT, Standing.DISPUTED, Standing.RUMOURED, Standing.DENIED, Standing.SUPERSEDED)
"""Which standing a line's event is taken from; one that stands on the last two is an event that was called off."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The event of one line. `sequence` grows with each move of the date; `said` is when the newest words were said."""

    production: str
    value: Value
    days: Days
    status: str
    sequence: int
    said: datetime
    cited: Statement


def events_of(record: Record, changes: Sequence[Change], least: Least = Least.RUMOURED) -> Iterator[Dated]:
    """Yield the event of each line of release dates of a production, in the order of their days.

    `record` and `changes` are of the same production and the same time. Times that name no year are no events.
    """
    moves: dict[Line, list[Change]] = defaultdict(list)
    for change in changes:
        if change.property is Property.RELEASE_DATE:
            moves[change.season, change.channel, change.region].append(change)
    off = _called_off(record)
    found = [
        event
        for line, values in _lines(record).items()
        if (event := _event(record.production, values, moves.get(line, []), off)) is not None
    ]
    general = {(e.value.season, e.value.channel): e.value.value for e in found if e.value.region is None}
    for event in sorted(found, key=lambda e: (e.days, str(_line(e.value)))):
        value = event.value
        repeated = value.region is not None and general.get((value.season, value.channel)) == value.value
        if not repeated and _sure_enough(event, least):
            yield event


def _lines(record: Record) -> Mapping[Line, list[Value]]:
    lines: dict[Line, list[Value]] = defaultdict(list)
    for value in record.values:
        if value.property is Property.RELEASE_DATE and days_of(value.value) is not None:
            lines[_line(value)].append(value)
    return lines


def _line(value: Value) -> Line:
    return value.season, value.channel, value.region


def _called_off(record: Record) -> bool:
    return any(
        value.property is Property.PRODUCTION_STATUS
        and value.value == Status.CANCELLED
        and value.standing is Standing.CURRENT
        and value.season is None
        for value in record.values
    )


def _event(production: str, values: Sequence[Value], moves: Sequence[Change], off: bool) -> Dated | None:
    value = min(values, key=lambda v: (not v.head, ORDER.index(v.standing), -v.witnesses, -len(v.documents), v.value))
    days = days_of(value.value)
    if days is None:
        return None
    cited = next((s for s in value.statements if s.claim.evidence.exact == value.sentence), value.statements[0])
    # What was guessed before the first date was stated was an event already; the stated date is its first move.
    first = moves[0].said if moves else None
    guessed = first is not None and any(_said(s) < first for v in values for s in v.statements)
    said = max([_said(value.statements[0]), *(move.said for move in moves)])
    sequence = max(0, len(moves) - (0 if guessed else 1))
    return Dated(production, value, days, _status(value, off=off), sequence, said, cited)


def _said(statement: Statement) -> datetime:
    said = statement.said.not_after
    return min(said, statement.captured) if said else statement.captured


def _status(value: Value, *, off: bool) -> str:
    if off or value.standing in {Standing.DENIED, Standing.SUPERSEDED}:
        return "CANCELLED"
    certain = any(
        s.claim.modality is Modality.CERTAIN and s.claim.polarity is Polarity.AFFIRMED for s in value.statements
    )
    return "CONFIRMED" if value.standing is Standing.CURRENT and certain else "TENTATIVE"


def _sure_enough(event: Dated, least: Least) -> bool:
    if least is Least.RUMOURED:
        return True
    if event.value.standing is Standing.RUMOURED:
        return False
    return least is Least.STATED or event.status != "TENTATIVE"


def calendar_of(name: str, here: str, events: Iterable[Dated], shelf: Shelf, addresses: Addresses) -> bytes:
    """Return a calendar as iCalendar text; `here` is its own address."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", tidy(name))
    calendar.add("x-wr-calname", tidy(name))
    calendar.add("source", here, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(_component(event, shelf, addresses))
    text: bytes = calendar.to_ical()
    return text


def uid(event: Dated) -> str:
    """Return the UID of an event: of its production and line, so that it stays when the date moves."""
    return str(uuid5(NAMESPACE, "\x1f".join(("release", event.production, *map(str, _line(event.value))))))


def _component(event: Dated, shelf: Shelf, addresses: Addresses) -> Event:
    value, cited = event.value, event.cited
    component = Event()
    component.add("uid", uid(event))
    component.add("dtstamp", event.said)
    component.add("last-modified", event.said)
    component.add("sequence", event.sequence)
    component.add("dtstart", event.days.first)
    component.add("dtend", _after(event.days.last))
    component.add("summary", tidy(_summary(event)))
    component.add("status", event.status)
    component.add("transp", "TRANSPARENT")
    component.add("categories", [value.standing.value])
    sentence = tidy("".join(shelf.sentence(cited.claim.evidence, cited.version)))
    source = tidy(shelf.cite(cited.document_id, cited.version))
    counted = many(value.witnesses, "independent witness", "independent witnesses")
    component.add("description", f"“{sentence}” ({source})\n\n{value.standing}: {counted}; {tidy(value.reason)}")
    page = addresses.production(event.production)
    component.add("url", web(shelf.place(cited.document_id, cited.version)) or page)
    return component


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _summary(event: Dated) -> str:
    value = event.value
    marks = [
        f"season {value.season}" if value.season is not None else "",
        f"in {CHANNEL[value.channel]}"
        if value.channel == "theatrical"
        else CHANNEL.get(value.channel, "")
        if value.channel
        else "",
        value.region or "",
    ]
    found = ", ".join(mark for mark in marks if mark)
    partial = f", {spoken(value.value)}" if event.days.first != event.days.last else ""
    how = {Standing.RUMOURED: ", rumoured", Standing.DISPUTED: ", disputed"}.get(value.standing, "")
    return f"{event.production}: release{f' ({found})' if found else ''}{partial}{how}"
