"""What counts on a date."""

from setwatch.model import Tracing
from setwatch.record import record
from tests.record.sayings import GLASS, claim, day, known, page, standings

JUNE = "2031-06-05"


def test_a_document_dated_to_a_month_counts_from_its_last_day() -> None:
    pages = [page("The Reel", "2030-03", claim(JUNE))]
    assert standings(known(pages, "2030-03-30")) == {}
    assert standings(known(pages, "2030-03-31")) == {JUNE: "current"}


def test_an_undated_document_counts_from_its_capture_and_is_shown_as_undated() -> None:
    pages = [page("The Reel", None, claim(JUNE))]
    assert standings(known(pages, "2031-05-31")) == {}
    found = known(pages, "2031-06-01")
    assert [s.dated for v in found.values for s in v.statements] == [False]


def test_captured_by_asks_what_this_desk_had() -> None:
    pages = [page("The Reel", "2030-03-01", claim(JUNE))]
    assert record(pages, Tracing(), GLASS, None, day("2031-05-01")).values == ()
