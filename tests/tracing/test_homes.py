"""Where documents are traced follows from what they say, and large homes are cut by the calendar."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setwatch.model import FootageKind, FootageMention, Place, Production, Reading, Telling
from setwatch.tracing import part_of, place_of
from setwatch.tracing.across import homes

Maker = Callable[..., Reading]

WATCHED = (
    Production("Glass Harbour"),
    Production("Copper Row", franchise="Row"),
    Production("Copper Row 2", franchise="Row"),
)


def about(reading: Reading, *productions: str) -> Reading:
    """Return a reading that tells of footage of these productions."""
    evidence = reading.telling.footage[0].evidence
    return replace(
        reading, telling=Telling(tuple(FootageMention(FootageKind.VIDEO, evidence, production=p) for p in productions))
    )


@pytest.fixture
def page(reading: Maker) -> Reading:
    made: Reading = reading("paper", "A video of a crane by the quay.", "2021-05-02", video="video")
    return made


def test_a_document_lives_with_the_production_that_it_speaks_of_most(page: Reading) -> None:
    assert place_of([about(page, "Glass Harbour")], WATCHED).home == "of Glass Harbour"
    found = place_of([about(page, "Glass Harbour", "Copper Row", "Copper Row 2")], WATCHED)
    assert found.home == "of Row"
    assert place_of([about(page, "Glass Harbour", "Copper Row")], WATCHED).home == "of Glass Harbour"


def test_one_that_speaks_of_none_lives_in_its_month(page: Reading) -> None:
    found = place_of([about(page)], WATCHED)
    assert found.home == "in 2021-05"
    undated = replace(page, document=replace(page.document, published=None))
    assert place_of([about(undated)], WATCHED).home == "in 2026-01"


def test_the_version_captured_last_decides(page: Reading) -> None:
    newer = replace(page, document=replace(page.document, version="newer", captured="2026-02-01T00:00:00Z"))
    versions = [about(page, "Copper Row"), about(newer, "Glass Harbour")]
    assert place_of(versions, WATCHED) == place_of(versions[::-1], WATCHED)
    assert place_of(versions, WATCHED).home == "of Glass Harbour"


def test_a_later_date_lies_higher(page: Reading) -> None:
    later = replace(page, document=replace(page.document, published="2021-05-03"))
    assert place_of([page], WATCHED).at < place_of([later], WATCHED).at


DAYS = st.lists(st.integers(date(2020, 1, 1).toordinal(), date(2022, 1, 1).toordinal()), max_size=600)


@given(DAYS, st.integers(0, 4095))
def test_parts_hold_every_place_once_and_none_is_crowded(days: list[int], within: int) -> None:
    ats = sorted(day << 12 | (within * number) % 4096 for number, day in enumerate(days))

    def more_than(most: int, home: str, start: int, end: int) -> bool:
        del home
        return bisect_left(ats, end) - bisect_left(ats, start) > most

    parts = sorted({part_of(Place("of it", at), more_than) for at in ats})
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert all(sum(part.holds(Place("of it", at)) for part in parts) == 1 for at in ats)
    most = homes.MOST
    assert all(part.size == 1 or not more_than(most, "of it", part.start, part.end) for part in parts)
