"""Release dates that move: in the wordings of the trade, in lists, off the calendar and back."""

import json
from datetime import UTC, datetime

import pytest

from setwatch.desk import read_capture
from setwatch.model import Channel, Claim, Move, Production, Property, When, take

WATCHED = (Production("Harbour Lights"), Production("The Pale Ferry"))
NEW, OLD = "2031-06-06", "2031-01-17"


def dates(text: str, title: str = "Harbour Lights", lang: str = "en") -> list[Claim]:
    """The release dates that a text of June 2029 gives a production."""
    row = json.dumps({"text": text, "published": "2029-06-10", "lang": lang}).encode()
    reading = read_capture(take(row, "application/json", datetime(2032, 1, 1, tzinfo=UTC)), WATCHED)
    return [c for c in reading.claims if c.production == title and c.property is Property.RELEASE_DATE]


def standing(text: str, title: str = "Harbour Lights", lang: str = "en") -> set[str]:
    return {c.value for c in dates(text, title, lang) if c.when is not When.FORMER and c.polarity == "affirmed"}


def left(text: str, lang: str = "en") -> set[str]:
    return {c.value for c in dates(text, lang=lang) if c.when is When.FORMER or c.polarity == "denied"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The studio is shifting Harbour Lights back, from January 17, 2031 to June 6, 2031.", "en"),
        ("Harbour Lights gets a new date: June 6, 2031, months after the January 17, 2031 slot it once held.", "en"),
        ("The film Harbour Lights lost its January 17, 2031 berth and is now opening June 6, 2031.", "en"),
        ("Moon Pictures has removed Harbour Lights from January 17, 2031 and redated it to June 6, 2031.", "en"),
        ("Harbour Lights: January 17, 2031 -> June 6, 2031. The film has no trailer yet.", "en"),
        ("In theaters soon:\nHarbour Lights — June 6, 2031 (was January 17, 2031)", "en"),
        ("Harbour Lights kommt nicht am 17. Januar 2031, sondern erst am 6. Juni 2031 in die Kinos.", "de"),
        ("Le film Harbour Lights ne sortira plus le 17 janvier 2031 mais le 6 juin 2031.", "fr"),
        ("Harbour Lights se retrasa: llegará a los cines el 6 de junio de 2031 y no el 17 de enero de 2031.", "es"),
        ("L'uscita di Harbour Lights è stata rinviata dal 17 gennaio 2031 al 6 giugno 2031.", "it"),
    ],
)  # fmt: skip
def test_the_new_date_stands_and_the_old_one_is_left(text: str, lang: str) -> None:
    assert (standing(text, lang=lang), left(text, lang)) == ({NEW}, {OLD})


@pytest.mark.parametrize(
    "text",
    [
        "Moon Pictures has decided to hold the film Harbour Lights until June 6, 2031.",
        "The wait for the film Harbour Lights just got longer. The studio is relocating the film to June 6, 2031.",
        "Harbour Lights will get an exclusive theatrical run beginning June 6, 2031.",
        "Moon Pictures is planting a flag on June 6, 2031 for Harbour Lights, a film about ferries.",
        "Contrary to rumors, Harbour Lights has not been delayed and remains set for June 6, 2031 in theaters.",
    ],
)
def test_a_date_in_the_words_of_the_trade_stands(text: str) -> None:
    assert standing(text) == {NEW}


def test_dates_of_other_films_in_a_list_are_theirs() -> None:
    text = (
        "The studio moved films. Granite Heir goes from March 7, 2031 to May 2, 2031, Harbour Lights shifts from "
        "January 17, 2031 to June 6, 2031, and Kingfisher is now undated."
    )
    assert (standing(text), left(text)) == ({NEW}, {OLD})


@pytest.mark.parametrize(
    "text",
    [
        "Two films swap: Harbour Lights moves to June 6, 2031, and Granite Heir takes its old January 17, 2031 slot.",
        "Coming to theaters:\nGranite Heir — May 2, 2031\nHarbour Lights — June 6, 2031\nKingfisher — July 4, 2031",
        "Coming to theaters:\nMay 2, 2031 — Granite Heir\nJune 6, 2031 — Harbour Lights\nJuly 4, 2031 — Kingfisher",
        "Changes in theaters: Harbour Lights to June 6, 2031, Granite Heir to May 2, 2031.",
    ],
)  # fmt: skip
def test_a_calendar_gives_each_title_its_own_date(text: str) -> None:
    assert standing(text) == {NEW}


def test_two_watched_titles_in_one_sentence_keep_their_dates() -> None:
    text = "In theaters, Harbour Lights moves to June 6, 2031, and The Pale Ferry takes its old January 17, 2031 slot."
    assert (standing(text), standing(text, "The Pale Ferry")) == ({NEW}, {OLD})


def test_a_production_off_the_calendar_has_no_date() -> None:
    text = (
        "Moon Pictures has taken the film Harbour Lights off its release calendar. It had been due on January 17, 2031."
    )
    assert (standing(text), left(text)) == ({Claim.UNDATED}, {OLD})


def test_one_that_has_a_date_again_is_not_undated() -> None:
    text = "The film Harbour Lights, which had been off the schedule, has a date again. It will open on June 6, 2031."
    assert standing(text) == {NEW}


def test_another_film_off_the_calendar_is_none_of_ours() -> None:
    text = "Harbour Lights opens in theaters on June 6, 2031. The rival studio has taken Granite Heir off the calendar."
    assert standing(text) == {NEW}


def test_a_return_to_the_date_before_is_told_as_one() -> None:
    (claim,) = dates("Never mind: the film Harbour Lights is moving back to its original June 6, 2031 release date.")
    assert (claim.value, claim.when, claim.move) == (NEW, When.CURRENT, Move.BACK)


def test_few_cinemas_first_is_a_limited_release() -> None:
    found = dates("The film Harbour Lights opens in limited release on May 23, 2031 before going wide on June 6, 2031.")
    assert {(c.value, c.channel) for c in found} == {("2031-05-23", Channel.LIMITED), (NEW, Channel.THEATRICAL)}


def test_cinemas_and_a_service_on_one_day_are_two_channels() -> None:
    found = dates("The film Harbour Lights opens day-and-date in theaters and on Peacock on June 6, 2031.")
    assert {(c.value, c.channel) for c in found} == {(NEW, Channel.THEATRICAL), (NEW, Channel.STREAMING)}


def test_a_number_in_a_title_begins_no_date() -> None:
    watched = (Production("Harbour Lights 3", franchise="Harbour Lights"),)
    row = json.dumps(
        {
            "text": "Le studio a fixé la sortie de Harbour Lights 3 au 6 juin 2031.",
            "published": "2029-06-10",
            "lang": "fr",
        }
    ).encode()
    reading = read_capture(take(row, "application/json", datetime(2029, 6, 1, tzinfo=UTC)), watched)
    assert {c.value for c in reading.claims if c.property is Property.RELEASE_DATE} == {NEW}


def test_a_season_that_the_text_makes_a_day_of_is_no_date_that_was_left() -> None:
    text = "Harbour Lights pushed to spring 2031\nMoon Pictures now plans to release Harbour Lights on April 18, 2031."
    assert standing(text) == {"2031-21", "2031-04-18"}
