"""Dates up to which something lasts."""

import pytest

from setwatch.claims.filming_location import find as places
from setwatch.claims.production_status import find as statuses
from setwatch.claims.until import is_end
from setwatch.model import When
from tests.claims.scenes import scene


@pytest.mark.parametrize(
    ("text", "is_last"),
    [
        ("It rains until Sunday", True),
        ("It rains until the end of May", True),
        ("Es regnet bis Ende Juni", True),
        ("Il pleut jusqu'en avril", True),
        ("Llueve hasta el lunes", True),
        ("Piove fino a dicembre", True),
        ("It rains on Sunday", False),
        ("It rains in late May", False),
    ],
)
def test_a_last_day_is_known_by_the_words_before_it(text: str, is_last: bool) -> None:
    assert is_end(text, text.rindex(" ") + 1) is is_last


def test_the_last_day_of_a_shoot_is_not_its_date_and_leaves_it_going_on() -> None:
    told = scene(
        "Filming of Harbour Lights goes on in Leeds until Sunday.", dates={"Sunday": "2021-01-17"}, places=("Leeds",)
    )
    assert [claim.date for claim in statuses(told)] == [None]
    assert [claim.when for claim in places(told)] == [When.CURRENT]


def test_the_last_day_of_a_break_is_not_its_date() -> None:
    told = scene("The shoot of Harbour Lights is on hold until Sunday.", dates={"Sunday": "2021-01-17"})
    assert [(claim.value, claim.date) for claim in statuses(told)] == [("paused", None)]


def test_the_date_of_the_page_is_no_date_of_a_shoot() -> None:
    told = scene(" date 2021-01-15 Filming on Harbour Lights goes on.", dates={"2021-01-15": "2021-01-15"})
    assert [claim.date for claim in statuses(told)] == [None]
