"""What documents contradict each other on, and which dates they reported."""

from setwatch.model import Polarity, Property, Reading, When
from setwatch.record import conflicts, history
from tests.record.sayings import GLASS, claim, page

CAST = Property.CAST_MEMBER


def found(*pages: Reading) -> list[tuple[str, tuple[str, ...]]]:
    return [(c.property, tuple(side.value for side in c.sides)) for c in conflicts(pages, GLASS)]


def test_dates_that_lie_near_each_other_conflict_and_far_ones_do_not() -> None:
    pages = [
        page("The Reel", "2030-03-01", claim("2031-06-05")),
        page("Quay", "2030-03-02", claim("2031-06-07")),
        page("Dock", "2030-09-02", claim("2031-12-20")),
    ]
    assert found(*pages) == [("release_date", ("2031-06-05", "2031-06-07"))]


def test_a_month_does_not_conflict_with_a_day_in_it() -> None:
    pages = [page("The Reel", "2030-03-01", claim("2031-06")), page("Quay", "2030-03-02", claim("2031-06-07"))]
    assert found(*pages) == []


def test_affirmed_and_denied_are_two_sides() -> None:
    pages = [
        page("The Reel", "2030-03-01", claim("Ada Lind", CAST)),
        page("Quay", "2030-03-02", claim("Ada Lind", CAST, polarity=Polarity.DENIED)),
    ]
    assert found(*pages) == [("cast_member", ("Ada Lind", "not Ada Lind"))]


def test_two_directors_never_named_together_conflict() -> None:
    director = Property.DIRECTOR
    pages = [
        page("The Reel", "2030-03-01", claim("Ada Lind", director)),
        page("Quay", "2030-03-02", claim("Bo Marsh", director)),
    ]
    assert found(*pages) == [("director", ("Ada Lind", "Bo Marsh"))]
    assert found(page("Dock", "2030-03-01", claim("Ada Lind", director), claim("Bo Marsh", director))) == []


def test_a_season_contradicts_no_day_near_it() -> None:
    pages = [page("The Reel", "2030-03-01", claim("2031-22")), page("Quay", "2030-03-02", claim("2031-09-07"))]
    assert found(*pages) == []


def test_a_shortened_first_name_is_no_other_person() -> None:
    director = Property.DIRECTOR
    pages = [
        page("The Reel", "2030-03-01", claim("Alexander Lind", director)),
        page("Quay", "2030-03-02", claim("Alex Lind", director)),
    ]
    assert found(*pages) == []


def test_a_part_under_two_names_conflicts() -> None:
    pages = [
        page("The Reel", "2030-03-01", claim("Ada Lind", CAST, character="Alicent Moor")),
        page("Quay", "2030-03-02", claim("Ada Lind", CAST, character="Alice Moor")),
    ]
    assert found(*pages) == [("character", ("Alice Moor", "Alicent Moor"))]


def test_the_history_lists_each_date_that_a_document_reported_as_standing() -> None:
    pages = [
        page("The Reel", "2030-03-01", claim("2031-06-05"), claim("2031-06-05")),
        page("Quay", "2030-04-01", claim("2031-06-05", when=When.FORMER), claim("2031-10-02")),
    ]
    assert [(r.outlet, r.value) for r in history(pages, GLASS)] == [("The Reel", "2031-06-05"), ("Quay", "2031-10-02")]
