"""Days to come that a sentence tells of a title, without any of the words that releases are told by."""

import pytest

from setwatch.model import Move
from tests.claims.test_release_news import claims_of, standing


@pytest.mark.parametrize(
    "text",
    [
        '"Harbour Lights," the Jo Roe adventure film based on a board game, sets sail on June 3, 2031, Moon said.',
        "The trailer of Harbour Lights was seen by millions. It is yours from June 3, 2031.",
        "Moon announced Tuesday that its film Harbour Lights rides again on June 3, 2031.",
        "Moon has picked June 3, 2031 for the film Harbour Lights.",
        'Moon has also put the film "Harbour Lights" a year back, June 3, 2031, and "Salt Road" on May 5, 2031.',
        "The film Harbour Lights sees the light of day on June 3, 2031, says Moon.",
    ],
)
def test_a_day_to_come_told_of_a_title_is_its_release(text: str) -> None:
    assert standing(text) == [("Harbour Lights", "2031-06-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Jo Roe of Harbour Lights has a birthday on June 3, 2031.",
        "Harbour Lights will keep its crew on the set up to June 3, 2031.",
        "The poster of Harbour Lights goes on show on June 3, 2031.",
        "Harbour Lights had a wet day on February 3, 2030.",
        "Harbour Lights is liked by many. The town council meets on June 3, 2031.",
    ],
)
def test_a_day_of_something_else_is_none(text: str) -> None:
    assert standing(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "What comes:\nSalt Road – May 5, 2031 (was May 5, 2030)\nHarbour Lights – June 3, 2031 (was June 3, 2030)",
        "Jo Roe's harbour film opens on May 5, 2031, and Harbour Lights follows on June 3, 2031.",
        "Harbour Lights opens on June 3, 2031. Love and Thunderheads: May 5, 2031.",
        'Harbour Lights opens June 3, 2031. "Salt Road 3" was seen by many. Its sequel opens on May 5, 2031.',
        "Harbour Lights opens on June 3, 2031, and another Moon/Kite movie on May 5, 2031.",
    ],
)
def test_the_day_of_another_title_is_not_given_to_it(text: str) -> None:
    assert standing(text) == [("Harbour Lights", "2031-06-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Lights leaves May 5, 2031 and lands on June 3, 2031.",
        "Harbour Lights, until now on May 5, 2031, gets June 3, 2031.",
        "Harbour Lights is six months earlier than before, on June 3, 2031.",
        "Moon gave Harbour Lights a summer berth, June 3, 2031, after the May 5, 2031 date it had before.",
    ],
)
def test_a_day_behind_the_one_that_was_left_stands(text: str) -> None:
    assert standing(text) == [("Harbour Lights", "2031-06-03")]


def test_what_was_due_holds_where_the_text_tells_of_no_other_date() -> None:
    assert standing(
        "Filming of Harbour Lights stopped on Friday. The sequel was scheduled for release on June 3, 2031."
    )
    moved = "Harbour Lights has been postponed. The sequel was scheduled for release on June 3, 2031."
    assert standing(moved) == []


def test_a_report_of_moved_dates_gives_new_ones() -> None:
    text = "Moon has dated a couple of pictures. Harbour Lights will open on June 3, 2031."
    assert [c.move for c in claims_of(text)] == [Move.TO]
    assert [c.move for c in claims_of("Harbour Lights will open on June 3, 2031.")] == [None]


def test_a_market_before_the_day_outweighs_one_of_the_next_clause() -> None:
    found = claims_of("In the UK Harbour Lights opens on June 3, 2031, in the US two days later.")
    assert [(c.value, c.region) for c in found] == [("2031-06-03", "UK")]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Lights opens on June 3, 2031. The follow-up, Rook Road, moves to May 5, 2032.",
        "In Moon's slate, Harbour Lights opens June 3, 2031, Rook Nights a year later on May 5, 2032.",
        "Harbour Lights comes out on June 3, 2031, and the second one will be released on May 5, 2032.",
    ],
)
def test_the_day_of_what_comes_after_is_not_given_to_the_film_before(text: str) -> None:
    assert standing(text) == [("Harbour Lights", "2031-06-03")]


def test_the_film_is_what_was_spoken_of_not_the_title_that_comes_behind_the_day() -> None:
    text = (
        "Moon has named the cast of the film Hollow Crown. And the date has changed: the film will come out on "
        "June 3, 2031, taking the spot of Harbour Lights, which moves to May 5, 2031."
    )
    assert sorted(standing(text)) == [("Harbour Lights", "2031-05-05"), ("Hollow Crown", "2031-06-03")]


def test_a_word_between_leads_from_the_day_that_was_left_to_the_next() -> None:
    text = 'The film "Salt Road" goes to May 5, 2031, and "Harbour Lights" from that day to June 3, 2031.'
    assert standing(text) == [("Harbour Lights", "2031-06-03")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Moon's film Harbour Lights is skipping theaters. It will go to a streaming service.", "en"),
        ('Moon removed the film "Harbour Lights" from the calendar today.', "en"),
        ("Harbour Lights loses its June 3, 2031 date in theaters and is without a date for now.", "en"),
        ("Der Start des Films „Harbour Lights“ wird verschoben. Ein neuer Termin steht noch nicht fest.", "de"),
        ("La sortie du film « Harbour Lights », prévue le 3 juin 2031, est reportée à une date ultérieure.", "fr"),
    ],
)
def test_what_has_no_date_any_more_is_off_the_calendar(text: str, lang: str) -> None:
    assert standing(text, lang=lang) == [("Harbour Lights", "XXXX")]


def test_a_title_in_french_marks_with_blanks_is_quoted() -> None:
    assert standing("Lune a daté « Kestrel », avec Ann Lee : ce sera le 3 juin 2031.", lang="fr") == [
        ("Kestrel", "2031-06-03")
    ]


def test_what_another_film_has_now_is_not_given_to_the_one_that_takes_its_place() -> None:
    text = 'The film "Harbour Lights" opens on June 3, 2031, in the place of "Salt Road," now set for May 5, 2032.'
    assert standing(text) == [("Harbour Lights", "2031-06-03")]
