"""A refuted claim of being first, on the page, in JSON and in the exports."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from setwatch.model import (
    Appearance,
    Document,
    First,
    Footage,
    FootageKind,
    Ground,
    Interval,
    Refutation,
    Role,
    quote,
)
from setwatch.publish import export, graph_of
from setwatch.publish.shapes import footage_shape
from setwatch.publish.shelf import Shelf
from setwatch.publish.trail_page import trails_page

TEXT = "The tram clip was first posted by @tramfan. Reel and Rope (@reelandrope) had it too."
EARLY = datetime(2025, 5, 3, 9, 10, tzinfo=UTC)
LATE = EARLY + timedelta(hours=3, minutes=12)
WORDS = "posted 3 h 12 min after @reelandrope's"
DOCUMENT = "https://gazette.example/a"


@pytest.fixture
def shelf() -> Shelf:
    return Shelf.of(
        [Document(DOCUMENT, "v", DOCUMENT, "Gazette", (), None, "2025-05-06", LATE.isoformat(), "en", TEXT)]
    )


@pytest.fixture
def footage() -> Footage:
    shown, said = quote(TEXT, 44, 72), quote(TEXT, 18, 42)
    early, late = Interval(EARLY, EARLY), Interval(LATE, LATE)
    refuted = Refutation(WORDS, 11_520, "Reel and Rope", "reelandrope", "twitter", early, DOCUMENT, "v", shown)
    return Footage(
        "footage-1",
        FootageKind.VIDEO,
        "The Glass Harbour",
        "The tram clip",
        (
            Appearance("Reel and Rope", "reelandrope", "twitter", Role.ORIGIN, early, DOCUMENT, "v", shown),
            Appearance("tramfan", "tramfan", "twitter", Role.ORIGIN, late, DOCUMENT, "v", said, refuted_by=refuted),
        ),
        (DOCUMENT,),
        firsts=(
            First("Reel and Rope", "reelandrope", "twitter", early, (DOCUMENT,), 1),
            First("tramfan", "tramfan", "twitter", late, (DOCUMENT,), 1, refuted),
        ),
        decided_by=Ground.CLOCK,
    )


def test_the_page_shows_the_sum_and_what_decides(footage: Footage, shelf: Shelf) -> None:
    page = "\n".join(line.text.plain for line in trails_page([footage], shelf))
    assert f"refuted: {WORDS}, as Gazette, 6 May 2025 shows" in page
    assert "2 are said to have had it first: the clocks of the posts decide" in page


def test_the_json_has_the_sum_with_the_earlier_post(footage: Footage, shelf: Shelf) -> None:
    shape: Any = footage_shape(footage, shelf)
    assert shape["trail"][0]["refuted_by"] is None
    refuted = shape["trail"][1]["refuted_by"]
    assert (refuted["words"], refuted["seconds"], refuted["handle"]) == (WORDS, 11_520, "reelandrope")
    assert refuted["evidence"]["exact"] == "Reel and Rope (@reelandrope)"
    assert (shape["decided_by"], [f["handle"] for f in shape["firsts"]]) == ("clock", ["reelandrope", "tramfan"])


@pytest.mark.parametrize("form", ["prov", "graphml", "gexf", "csv"])
def test_every_export_has_the_sum(footage: Footage, form: str) -> None:
    assert WORDS in export(graph_of([footage], (), ()), form).replace("&#39;", "'")


def test_what_is_refuted_derives_from_nothing(footage: Footage) -> None:
    graph = graph_of([footage], (), ())
    assert "wasDerivedFrom" not in {edge.relation for edge in graph.edges}
    rows = list(csv.DictReader(io.StringIO(export(graph, "csv"))))
    assert {row["refuted"] for row in rows if row["source"] == "footage-1/2"} == {WORDS}
