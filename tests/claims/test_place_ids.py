"""Filming locations come with the id of the place that they name."""

import pytest

from setwatch.claims.filming_location import find

from .scenes import scene


def ids(text: str, *places: str, lang: str = "en") -> list[tuple[str, str | None]]:
    return [(claim.value, claim.place_id) for claim in find(scene(text, places=places, lang=lang))]


def test_a_place_comes_with_its_id_and_as_named() -> None:
    assert ids("Harbour Lights is filming in Triest.", "Triest") == [("Triest", "geonames:3165185")]


def test_a_place_that_no_table_has_comes_without() -> None:
    assert ids("Harbour Lights is filming in Umbrasund.", "Umbrasund") == [("Umbrasund", None)]


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("Harbour Lights is filming in Birmingham, Alabama.", "Alabama", 4049979),
        ("Harbour Lights is filming in Birmingham (Alabama).", "Alabama", 4049979),
        ("Harbour Lights is filming in Birmingham. The Alabama crew is large.", "Alabama", 4049979),
    ],
)
def test_a_region_that_the_document_names_decides(text: str, region: str, number: int) -> None:
    assert ids(text, "Birmingham", region)[0] == ("Birmingham", f"geonames:{number}")


def test_a_list_of_places_locates_none() -> None:
    told = ids("Harbour Lights is filming in London, Canada and Spain.", "London", "Canada", "Spain")
    assert told[0] == ("London", "geonames:2643743")


def test_in_one_document_a_name_means_one_place() -> None:
    text = "Harbour Lights is filming in Birmingham, Alabama. Harbour Lights was filmed in Birmingham before."
    assert {place for value, place in ids(text, "Birmingham", "Alabama") if value == "Birmingham"} == {
        "geonames:4049979"
    }
