"""Calendars (iCalendar, RFC 5545) of release dates: one event for each line of dates, which moves as the date moves."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import uuid5

from icalendar import Calendar, Event

from setwatch.model import Standing
from setwatch.publish.addresses import Addresses
from setwatch.publish.dates import spoken
from setwatch.publish.events import Dated, Noted, line_of
from setwatch.publish.feeds.items import tidy
from setwatch.publish.ids import NAMESPACE
from setwatch.publish.page import many
from setwatch.publish.words import CHANNEL

MEDIA_TYPE = "text/calendar"
PRODUCT = "-//Setwatch//Release dates//EN"

REFRESH = timedelta(hours=6)
"""How often a calendar program is asked to look again (RFC 7986, 5.7): dates move by the day, not the minute."""


def calendar_of(name: str, here: str, events: Iterable[Noted], addresses: Addresses) -> bytes:
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
        calendar.add_component(_component(event, addresses))
    text: bytes = calendar.to_ical()
    return text


def uid(event: Dated) -> str:
    """Return the UID of an event: of its production and line, so that it stays when the date moves."""
    return str(uuid5(NAMESPACE, "\x1f".join(("release", event.production, *map(str, line_of(event.value))))))


def _component(noted: Noted, addresses: Addresses) -> Event:
    event, value = noted.event, noted.event.value
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
    counted = many(value.witnesses, "independent witness", "independent witnesses")
    component.add(
        "description", f"“{noted.sentence}” ({noted.source})\n\n{value.standing}: {counted}; {tidy(value.reason)}"
    )
    component.add("url", noted.url or addresses.production(event.production))
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
