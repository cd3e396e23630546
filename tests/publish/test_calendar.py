"""Calendars: one event a line of dates, read back as calendar programs read them."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import recurring_ical_events
from icalendar import Calendar, Event

from setwatch.desk import Desk, shelf_of
from setwatch.publish.addresses import Addresses
from setwatch.publish.calendar import calendar_of
from setwatch.publish.events import Least, Noted, events_of, sure_enough

AT = Addresses("https://desk.example/")
HERE = AT.calendar("production", "Glass Harbour")


def calendar(desk: Desk, title: str = "Glass Harbour", known: datetime | None = None, least: str = "rumoured") -> bytes:
    shelf = shelf_of(desk, (desk.record(title), desk.changes(title), desk.trails(title)))
    changes = [c for c in desk.changes(title) if known is None or c.said <= known]
    found = [e for e in events_of(desk.record(title, known), changes) if sure_enough(e, Least(least))]
    return calendar_of(title, HERE, [Noted.of(event, shelf) for event in found], AT)


def told(event: Event, name: str) -> str:
    """A property of an event as text."""
    return str(event[name])


def events(text: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(text).walk("VEVENT") if isinstance(event, Event)]


def test_after_three_moves_there_is_one_event_and_each_move_has_its_sequence(opened: Callable[..., Desk]) -> None:
    desk = opened("first", "second", "third", "fourth")
    seen = [events(calendar(desk, known=datetime(2030, month, 28, tzinfo=UTC))) for month in (1, 2, 3, 4)]
    assert [len(found) for found in seen] == [1, 1, 1, 1]
    assert [found[0]["sequence"] for found in seen] == [0, 1, 2, 3]
    assert len({found[0]["uid"] for found in seen}) == 1
    stamps = [found[0].decoded("last-modified") for found in seen]
    assert stamps == sorted(set(stamps))
    assert stamps[-1] == datetime(2030, 4, 9, 23, 59, 59, tzinfo=UTC)
    merged = Calendar.from_ical(calendar(desk, known=datetime(2030, 1, 28, tzinfo=UTC)))
    for found in seen[1:]:
        merged.add_component(found[0])
    shown = recurring_ical_events.of(merged).between(date(2031, 1, 1), date(2033, 1, 1))
    assert [(event.start, event["sequence"]) for event in shown] == [(date(2032, 10, 1), 3)]


def test_an_event_carries_its_words_their_source_and_the_day(opened: Callable[..., Desk]) -> None:
    [event] = events(calendar(opened("first")))
    assert (event.start, event.end) == (date(2031, 6, 5), date(2031, 6, 6))
    assert event["url"] == "https://first.example/a?b=1&c=2"
    assert "Glass Harbour opens in cinemas on 5 June 2031" in told(event, "description")
    assert event["status"] == "CONFIRMED"
    assert event.decoded("dtstamp") == datetime(2030, 1, 4, 23, 59, 59, tzinfo=UTC)


def test_a_partial_date_spans_its_days(opened: Callable[..., Desk]) -> None:
    [event] = events(calendar(opened(coarse="2030-01-04\n\nGlass Harbour opens in cinemas in March 2031.")))
    assert (event.start, event.end) == (date(2031, 3, 1), date(2031, 4, 1))
    assert "March 2031" in told(event, "summary")


RUMOUR = "2030-01-04\n\nGlass Harbour might open in cinemas on 5 June 2031."


def test_a_rumour_is_tentative_and_left_out_where_stated_dates_are_asked_for(opened: Callable[..., Desk]) -> None:
    desk = opened(rumour=RUMOUR)
    [event] = events(calendar(desk))
    assert (event["status"], event["sequence"]) == ("TENTATIVE", 0)
    assert "rumoured" in told(event, "summary")
    assert events(calendar(desk, least="stated")) == []


def test_a_rumour_that_is_stated_moves_its_event(opened: Callable[..., Desk]) -> None:
    [event] = events(calendar(opened("second", rumour=RUMOUR)))
    assert (event.start, event["status"], event["sequence"]) == (date(2031, 10, 2), "CONFIRMED", 1)


def test_a_cancelled_film_cancels_its_event(opened: Callable[..., Desk]) -> None:
    text = "2030-06-01\n\nLantern Pictures has cancelled Glass Harbour."
    [event] = events(calendar(opened("first", cancelled=text)))
    assert event["status"] == "CANCELLED"


def test_lines_are_at_most_75_octets_and_end_as_the_rfc_says(opened: Callable[..., Desk]) -> None:
    text = calendar(opened("first"))
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert b"\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in text
    assert f"SOURCE;VALUE=URI:{HERE}".encode() in text.replace(b"\r\n ", b"")


@pytest.mark.parametrize("title", ["Salt & <Stone>"])
def test_a_production_without_dates_has_an_empty_calendar(opened: Callable[..., Desk], title: str) -> None:
    assert events(calendar(opened("first"), title)) == []
