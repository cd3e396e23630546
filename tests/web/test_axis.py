"""Marks of an axis can be read without the one beside them."""

from datetime import UTC, datetime

import pytest

from setwatch.web.draw.axis import axis


def day(text: str) -> datetime:
    """A day, at its beginning."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def names(first: str, last: str, most: int = 8) -> list[str]:
    """What the marks between two days say."""
    return [tick.name for tick in axis([day(first), day(last)], 0.0, 900.0).ticks(most)]


def test_within_one_year_the_first_mark_names_it() -> None:
    assert names("2031-03-10", "2031-09-20")[:2] == ["Mar 2031", "Apr"]


def test_a_mark_at_the_turn_of_a_year_is_the_year_and_no_other_needs_it() -> None:
    assert names("2031-10-10", "2032-03-20") == ["Oct", "Nov", "Dec", "2032", "Feb", "Mar"]


@pytest.mark.parametrize(
    ("first", "last"), [("2031-03-10", "2031-03-11"), ("1999-05-01", "2031-12-01"), ("0001-01-01", "9999-12-31")]
)
def test_whatever_is_laid_along_it_a_year_is_named_and_no_mark_is_too_many(first: str, last: str) -> None:
    found = names(first, last)
    assert len(found) <= 8
    assert not found or any(name[-4:].isdigit() for name in found)
