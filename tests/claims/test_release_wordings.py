"""Release dates in the wordings of the trade press: rows of titles, years left out, markets, premieres, discs."""

import json
from datetime import UTC, datetime

import pytest

from setwatch.desk import read_capture
from setwatch.model import Channel, Claim, Kind, Production, Property, When, take

WATCHED = (
    Production("Harbour Lights", ("Harbour Lights Part II",), "Harbour Lights", Kind.FILM),
    Production("Hollow Crown", (), None, Kind.FILM),
)


def claims_of(text: str, published: str) -> tuple[Claim, ...]:
    """Return the release dates that a document of this day tells."""
    row = {"id": "a", "url": "https://reel.example/a", "published": published, "lang": "en", "text": text}
    captured = datetime(2026, 1, 1, tzinfo=UTC)
    read = read_capture(take(json.dumps(row).encode(), "application/json", captured, row["url"]), WATCHED)
    return tuple(c for c in read.claims if c.property is Property.RELEASE_DATE)


def dates(text: str, published: str = "2021-03-04") -> list[tuple[str, str]]:
    """Return production and date of what stands by the text, in cinemas."""
    return [
        (c.production, c.value)
        for c in claims_of(text, published)
        if c.when is When.CURRENT and c.channel is Channel.THEATRICAL
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The film "Harbour Lights" will open on May 7, 2022, and "Tidal" from June 3 to July 9, 2022.', "2022-05-07"),
        (
            "Harbour Lights opens in theaters May 7, 2022, Kestrel Down on June 3, 2022 and Rook on July 9, 2022.",
            "2022-05-07",
        ),
        (
            'The film "Harbour Lights" takes the spot of "Ferry," which moves to June 3, 2022. It opens May 7, 2022.',
            "2022-05-07",
        ),
        ("The movie Harbour Lights moves to Sept. 17. The film will be in theaters then.", "2021-09-17"),
        (
            "The film Harbour Lights opens on Oct. 1, 2022. Fans will have to wait for theaters until October.",
            "2022-10-01",
        ),
    ],
)
def test_another_title_keeps_its_date_to_itself(text: str, expected: str) -> None:
    assert dates(text) == [("Harbour Lights", expected)]


def test_a_day_without_a_year_that_has_passed_is_of_this_year_where_the_next_is_far() -> None:
    assert dates("The movie Harbour Lights hit theaters on June 20.", "2021-08-15") == [
        ("Harbour Lights", "2021-06-20")
    ]


def test_what_will_be_released_is_still_to_come() -> None:
    found = dates("The film Harbour Lights will be released in cinemas on 25 December.", "2020-09-12")
    assert found == [("Harbour Lights", "2020-12-25")]


def test_the_holiday_of_a_day_is_its_month() -> None:
    found = dates("Harbour Lights opens in theaters over the July 4 holiday in 2022.")
    assert found[0] == ("Harbour Lights", "2022-07")


@pytest.mark.parametrize(
    "text",
    [
        "The European premiere of Harbour Lights takes place on March 12, 2022.",
        "The movie Harbour Lights comes to Blu-ray on March 12, 2022.",
        "The film Harbour Lights opens the Lagoon Film Festival on March 12, 2022.",
    ],
)
def test_a_premiere_a_festival_and_a_disc_are_no_release_in_cinemas(text: str) -> None:
    assert dates(text) == []


def test_a_date_that_takes_the_place_of_a_markets_date_is_of_that_market() -> None:
    text = "The film Harbour Lights was due to open in the UK on 23 December but will now arrive on 9 July 2022."
    assert {c.region for c in claims_of(text, "2021-03-04")} == {"UK"}


def test_the_sequel_to_a_film_is_not_that_film() -> None:
    assert dates('The untitled "Hollow Crown" sequel is dated for theaters on Dec. 20, 2022.') == []
