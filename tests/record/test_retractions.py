"""What is corrected or taken back lowers everything that stood on it; old words in new print are no news."""

from datetime import UTC, datetime

from setwatch.model import Modality, Move, Polarity, Property, Status, Tracing, When
from tests.record.sayings import claim, copy_of, known, page, standings

JUNE, OCTOBER = "2031-06-05", "2031-10-02"
LATER = datetime(2031, 7, 1, tzinfo=UTC)


def test_a_correction_takes_down_the_copies_of_the_page() -> None:
    wrong = page("The Reel", "2030-03-01", claim(JUNE))
    copied = page("Echo", "2030-03-02", claim(JUNE))
    corrected = page("The Reel", "2030-03-01", claim(OCTOBER), captured=LATER, version="corrected")
    assert standings(known([wrong, copied], tracing=copy_of(wrong, copied))) == {JUNE: "current"}
    found = known([wrong, copied, corrected], tracing=copy_of(wrong, copied))
    assert standings(found) == {JUNE: "superseded", OCTOBER: "current"}


def test_a_page_that_says_nothing_any_more_supports_nothing() -> None:
    told = page("The Reel", "2030-03-01", claim(JUNE))
    emptied = page("The Reel", "2030-03-01", captured=LATER, version="emptied")
    assert standings(known([told, emptied])) == {JUNE: "superseded"}


def test_what_an_outlet_takes_back_falls_with_those_who_credit_it() -> None:
    told = page("The Reel", "2030-03-01", claim(JUNE))
    credited = page("Echo", "2030-03-02", claim(JUNE), via="The Reel")
    other = page("Quay", "2030-03-02", claim(OCTOBER))
    retracted = page("The Reel", "2030-03-09", claim(JUNE, polarity=Polarity.DENIED))
    assert standings(known([told, credited, other, retracted])) == {JUNE: "denied", OCTOBER: "current"}


def test_one_who_said_it_himself_still_stands() -> None:
    told = page("The Reel", "2030-03-01", claim(JUNE))
    corrected = page("The Reel", "2030-03-01", captured=LATER, version="corrected")
    own = page("Quay", "2030-03-02", claim(JUNE))
    assert standings(known([told, corrected, own])) == {JUNE: "current"}


def test_an_old_article_in_new_wrapping_is_no_news() -> None:
    first = page("The Reel", "2030-01-01", claim(JUNE))
    moved = page("Quay", "2030-03-01", claim(OCTOBER))
    again = page("Pier", "2030-03-02", claim(OCTOBER))
    reprints = [page(f"Echo {n}", "2030-09-01", claim(JUNE)) for n in range(2)]
    copies = Tracing(copies=tuple(copy for r in reprints for copy in copy_of(first, r).copies))
    assert standings(known([first, moved, again, *reprints], tracing=copies))[OCTOBER] == "current"


def test_a_production_that_was_cancelled_has_no_date() -> None:
    told = page("The Reel", "2030-03-01", claim(JUNE))
    off = page("Quay", "2030-04-01", claim(Status.CANCELLED, Property.PRODUCTION_STATUS))
    assert standings(known([told, off])) == {JUNE: "superseded"}
    assert standings(known([told, off], "2030-03-31")) == {JUNE: "current"}


def test_off_the_calendar_no_date_stands_until_one_is_given() -> None:
    told = page("The Reel", "2030-03-01", claim(JUNE))
    off = page("Quay", "2030-04-01", claim("XXXX"))
    again = page("Quay", "2030-06-01", claim(OCTOBER))
    assert standings(known([told, off])) == {JUNE: "superseded", "XXXX": "current"}
    assert standings(known([told, off, again])) == {JUNE: "superseded", "XXXX": "superseded", OCTOBER: "current"}


def test_a_return_to_the_date_before_is_news_and_a_stale_move_is_none() -> None:
    told = page("The Reel", "2030-01-01", claim(JUNE))
    moved = page("The Reel", "2030-02-01", claim(JUNE, when=When.FORMER), claim(OCTOBER, move=Move.TO))
    back = page("The Reel", "2030-03-01", claim(JUNE, move=Move.BACK))
    assert standings(known([told, moved, back]))[JUNE] == "current"
    stale = page("Echo", "2030-03-01", claim(JUNE, move=Move.TO))
    assert standings(known([told, moved, stale]))[OCTOBER] == "current"


def test_a_slip_of_a_day_never_takes_over() -> None:
    pages = [page(f"Paper {n}", "2030-01-01", claim(JUNE)) for n in range(2)]
    pages.append(page("Quay", "2030-09-01", claim("2031-06-06")))
    assert standings(known(pages))[JUNE] == "current"


def test_a_guess_at_a_move_moves_nothing() -> None:
    guess = claim(OCTOBER, modality=Modality.POSSIBLE, move=Move.TO)
    pages = [page("The Reel", "2030-01-01", claim(JUNE)), page("Quay", "2030-02-01", guess)]
    assert standings(known(pages)) == {JUNE: "current", OCTOBER: "rumoured"}
