"""Places that are one by their ids are one line of the record."""

from setwatch.model import Claim, Property, Tracing
from setwatch.record import changes
from tests.record.sayings import GLASS, claim, known, page, standings, value_of

TRIESTE = "geonames:3165185"


def place(name: str, place_id: str | None = None) -> Claim:
    return claim(name, Property.FILMING_LOCATION, place_id=place_id)


PAGES = [
    page("Bote", "2031-01-01", place("Triest", TRIESTE)),
    page("Post", "2031-01-02", place("Trieste", TRIESTE)),
    page("Herald", "2031-01-03", place("Trieste", TRIESTE)),
]


def test_names_of_one_place_are_one_value_under_the_name_that_most_write() -> None:
    found = known(PAGES)
    assert standings(found, Property.FILMING_LOCATION) == {"Trieste": "current"}
    value = value_of(found, "Trieste")
    assert (value.witnesses, value.place_id) == (3, TRIESTE)
    assert [s.claim.value for s in value.statements] == ["Triest", "Trieste", "Trieste"]


def test_a_name_without_an_id_goes_with_its_like() -> None:
    found = known([*PAGES, page("Dock", "2031-01-04", place("triest"))])
    assert value_of(found, "Trieste").witnesses == 4


def test_places_with_other_ids_are_others() -> None:
    found = known([*PAGES, page("Dock", "2031-01-04", place("Vienna", "geonames:2761369"))])
    assert standings(found, Property.FILMING_LOCATION) == {"Trieste": "current", "Vienna": "current"}


def test_another_spelling_of_a_place_is_no_change() -> None:
    found = changes(PAGES, Tracing(), GLASS)
    assert [(change.before, change.after) for change in found] == [(None, "Triest")]
