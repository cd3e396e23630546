"""Posts without a date of their own, dated by the sentence that leads to them."""

from datetime import UTC, datetime

from setwatch.model import take
from setwatch.reading import read

EMBED = "\n\nView this post on Instagram\n\nThe harbour is ours tonight.\n\nA post shared by Ada Lind (@adalind)\n"


def day_of(lead: str) -> str | None:
    text = f" date 2030-03-03 {lead}{EMBED}"
    (post,) = read(take(text.encode(), "text/plain", datetime(2031, 5, 1, tzinfo=UTC))).posts
    return post.printed


def test_the_sentence_that_names_the_platform_and_one_day_dates_the_post() -> None:
    assert day_of("On Friday night (1 March) Ada Lind put a still of Glass Harbour on Instagram.") == "2030-03-01"


def test_a_day_that_is_told_of_something_else_does_not() -> None:
    assert day_of("The film opens on 5 June 2031. Ada Lind put a still on Instagram.") is None


def test_two_days_in_the_sentence_leave_it_open() -> None:
    assert day_of("Ada Lind put one still on Instagram on 1 March and another on 2 March.") is None


def test_a_day_to_come_is_not_that_of_a_post() -> None:
    assert day_of("See more on Instagram on 9 March.") is None
