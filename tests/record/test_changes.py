"""Was X, now Y, because of these words."""

from setwatch.model import Property, Reading, Tracing, When
from setwatch.record import changes
from tests.record.sayings import GLASS, claim, day, page

JUNE, OCTOBER = "2031-06-05", "2031-10-02"
PAGES = [
    page("The Reel", "2030-03-01", claim(JUNE), claim("Ada Lind", Property.CAST_MEMBER)),
    page("Quay", "2030-03-05", claim(JUNE)),
    page("Dock", "2030-04-01", claim(JUNE, when=When.FORMER), claim(OCTOBER)),
]


def told(pages: list[Reading], since: str | None = None) -> list[tuple[str | None, str | None, str | None]]:
    found = changes(pages, Tracing(), GLASS, day(since) if since else None)
    return [(change.before, change.after, change.because.outlet) for change in found]


def test_each_change_names_what_was_and_the_words_that_brought_it() -> None:
    assert told(PAGES) == [
        (None, "Ada Lind", "The Reel"),
        (None, JUNE, "The Reel"),
        (JUNE, OCTOBER, "Dock"),
    ]


def test_changes_since_a_day_leave_out_what_was_said_before() -> None:
    assert told(PAGES, "2030-03-31") == [(JUNE, OCTOBER, "Dock")]


def test_the_order_of_documents_does_not_matter() -> None:
    assert told(PAGES[::-1]) == told(PAGES)


def test_a_date_that_is_left_without_another_ends() -> None:
    pages = [*PAGES[:2], page("Dock", "2030-04-01", claim(JUNE, when=When.FORMER))]
    assert told(pages, "2030-03-31") == [(JUNE, None, "Dock")]
