"""Release dates as trade news tells them: dates left for others, rows, brackets, what comes off the calendar."""

import json
from datetime import UTC, datetime

import pytest

from setwatch.desk import read_capture
from setwatch.model import Claim, Kind, Move, Production, Property, When, take

WATCHED = (
    Production("Harbour Lights", (), "Harbour Lights", Kind.FILM),
    Production("Hollow Crown", (), None, Kind.FILM),
    Production("Kestrel", (), None, Kind.FILM),
)


def claims_of(text: str, published: str = "2030-03-04", lang: str = "en") -> tuple[Claim, ...]:
    """Return the release dates that a document of this day tells."""
    row = {"id": "a", "url": "https://reel.example/a", "published": published, "lang": lang, "text": text}
    captured = datetime(2040, 1, 1, tzinfo=UTC)
    read = read_capture(take(json.dumps(row).encode(), "application/json", captured, row["url"]), WATCHED)
    return tuple(c for c in read.claims if c.property is Property.RELEASE_DATE)


def standing(text: str, published: str = "2030-03-04", lang: str = "en") -> list[tuple[str, str]]:
    """Return production and date of what stands by the text."""
    return [(c.production, c.value) for c in claims_of(text, published, lang) if c.when is When.CURRENT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour Lights is leaving 2030 for June 3, 2031, Moon Pictures said.", "2031-06-03"),
        ("Harbour Lights hops from May 5, 2031 to June 3, 2031.", "2031-06-03"),
        ("Harbour Lights, which was due May 5, 2031, will not fly until June 3, 2031.", "2031-06-03"),
        ("Harbour Lights, which had been there, moves to June 3, 2031.", "2031-06-03"),
        ("Harbour Lights, slated for May 5, 2031, is pushed to June 3, 2031.", "2031-06-03"),
        (
            "Production won't begin until spring, and Moon has moved Harbour Lights to June 3, 2031.",
            "2031-06-03",
        ),
        ("Harbour Lights is delayed. Jo Roe posted a poster with the new date: June 3, 2031.", "2031-06-03"),
        ("A message to fans: Harbour Lights is coming – June 3, 2031.", "2031-06-03"),
        ("Harbour Lights opens in theaters next February, on the 3rd.", "2031-02-03"),
        ("Harbour Lights will be released on Christmas Day 2031.", "2031-12-25"),
        ("Harbour Lights will open everywhere on June 3, 2031, and no longer in a few theaters in May.", "2031-06-03"),
        ('"Harbour Lights" has a date. The "Rook Road" prequel is coming to theaters on June 3, 2031.', "2031-06-03"),
    ],
)
def test_the_date_that_a_text_leads_to_stands(text: str, expected: str) -> None:
    assert ("Harbour Lights", expected) in standing(text)
    assert {value for _, value in standing(text) if len(value) == len(expected)} == {expected}


def test_the_date_left_is_none_that_stands_in_french() -> None:
    text = "La sortie de « Harbour Lights », prévue le 5 mai 2031, est repoussée au 3 juin 2031."
    assert standing(text, lang="fr") == [("Harbour Lights", "2031-06-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Lights will open two weeks earlier, on June 3, 2031.",
        "Harbour Lights will be out on June 3, 2031, a month sooner than planned.",
    ],
)
def test_a_date_set_against_the_one_before_is_told_as_a_move(text: str) -> None:
    assert [c.move for c in claims_of(text)] == [Move.TO]


def test_a_date_that_was_left_is_told_again_of_what_takes_its_place() -> None:
    text = (
        "Harbour Lights, penciled in for May 5, 2031, will not open until June 3, 2032. "
        "Jo Roe's film with Al Marsh gets May 5, 2031."
    )
    assert standing(text) == [("Harbour Lights", "2032-06-03")]


def test_a_year_beside_a_day_is_of_another_film() -> None:
    text = (
        'Moon moves "Rook" sequel to 2030, sets third film\n\n'
        'The third film, "Harbour Lights," is set for June 3, 2031.'
    )
    assert standing(text) == [("Harbour Lights", "2031-06-03")]


def test_in_a_row_of_brackets_a_day_without_a_year_is_of_this_one() -> None:
    text = 'Moon has a new calendar: "Rook" (May 5), "Tidal Wave" (Feb. 6, 2031), "Harbour Lights" (Dec. 22).'
    assert standing(text) == [("Harbour Lights", "2030-12-22")]


def test_in_a_row_of_titles_each_day_is_that_of_its_title() -> None:
    text = (
        'The plan has "Rook Road" on Nov. 6, 2030, "Tidal Wave" on Feb. 12, 2031 and Jo Roe\'s '
        '"Harbour Lights," with Al Marsh, on May 5, 2031.'
    )
    assert standing(text) == [("Harbour Lights", "2031-05-05")]


def test_all_that_a_sentence_names_are_taken_off_the_calendar() -> None:
    text = 'Moon pulled films. "Hollow Crown," two weeks from release, and "Harbour Lights" are off the schedule.'
    assert {(c.production, c.value) for c in claims_of(text)} == {
        ("Hollow Crown", Claim.UNDATED),
        ("Harbour Lights", Claim.UNDATED),
    }


@pytest.mark.parametrize(
    "text",
    [
        'At last there is a plan for "Kestrel." Warner says that it comes to theaters on June 3, 2031.',
        "The calendar:\n\nKestrel: June 3, 2031\nRook Road: July 4, 2031\nTidal Wave: Aug. 8, 2031\nA note on films",
        '"Kestrel," Jo Roe\'s adaptation, goes from May 5, 2031 to June 3, 2031.',
    ],
)
def test_a_title_of_one_word_is_known_by_the_dates_of_the_text(text: str) -> None:
    assert ("Kestrel", "2031-06-03") in standing(text)


def test_the_sequel_of_another_title_is_not_what_a_row_of_titles_ended_with() -> None:
    text = (
        "The studio moved two films, Rook Road 2 and Harbour Lights. "
        'The "Rook Road" sequel was set for July 2, 2030; it opens on Nov. 19, 2030.'
    )
    assert standing(text) == []
