"""Which status, title and people stand."""

from setwatch.model import Modality, Polarity, Property
from tests.record.sayings import claim, known, page, standings

STATUS = Property.PRODUCTION_STATUS


def test_the_newest_phase_is_current() -> None:
    pages = [
        page("The Reel", "2030-03-01", claim("pre_production", STATUS)),
        page("Quay", "2030-05-01", claim("filming", STATUS)),
        page("Dock", "2030-09-01", claim("wrapped", STATUS)),
    ]
    assert standings(known(pages), STATUS) == {
        "pre_production": "superseded",
        "filming": "superseded",
        "wrapped": "current",
    }
    assert standings(known(pages, "2030-06-01"), STATUS)["filming"] == "current"


def test_a_planned_start_is_planned_until_its_day() -> None:
    pages = [page("The Reel", "2030-03-01", claim("filming", STATUS, date="2030-05-01"), claim("announced", STATUS))]
    assert standings(known(pages, "2030-03-02"), STATUS) == {"filming": "current", "announced": "current"}


def test_a_delay_holds_beside_the_phase() -> None:
    pages = [
        page("The Reel", "2030-03-01", claim("delayed", STATUS)),
        page("Quay", "2030-03-05", claim("filming", STATUS)),
    ]
    assert standings(known(pages), STATUS) == {"delayed": "current", "filming": "current"}


def test_the_title_given_later_takes_the_place_of_the_one_before() -> None:
    title = Property.OFFICIAL_TITLE
    pages = [
        page("The Reel", "2030-01-01", claim("Glass Port", title)),
        page("Quay", "2030-06-01", claim("Glass Harbour", title)),
    ]
    assert standings(known(pages), title) == {"Glass Port": "superseded", "Glass Harbour": "current"}


def test_a_denied_part_is_denied_and_a_rumoured_one_rumoured() -> None:
    cast = Property.CAST_MEMBER
    pages = [
        page("The Reel", "2030-01-01", claim("Ada Lind", cast)),
        page("Quay", "2030-01-02", claim("Bo Marsh", cast, modality=Modality.POSSIBLE)),
        page("Dock", "2030-01-03", claim("Cy Vane", cast, polarity=Polarity.DENIED, attribution="Cy Vane")),
    ]
    assert standings(known(pages), cast) == {"Ada Lind": "current", "Bo Marsh": "rumoured", "Cy Vane": "denied"}


def test_a_surname_is_the_full_name_that_others_give() -> None:
    cast = Property.CAST_MEMBER
    pages = [page("The Reel", "2030-01-01", claim("Ada Lind", cast)), page("Quay", "2030-01-02", claim("Lind", cast))]
    assert standings(known(pages), cast) == {"Ada Lind": "current"}
