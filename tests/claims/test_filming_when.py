"""When a shoot is at a place: by the clause of the place, its list, the rest of the text, a release that is near."""

import pytest

from setwatch.claims import filming_location
from tests.claims.scenes import scene

PLACES = ("Oslo", "Rome", "Bergen", "Malta")


def told(text: str, dates: dict[str, str] | None = None, lang: str = "en") -> dict[str, str]:
    found = filming_location.find(scene(text, places=PLACES, dates=dates, lang=lang))
    return {claim.value: str(claim.when) for claim in found}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Harbour Lights is being shot in Oslo this month.", "current"),
        ("Harbour Lights will be shot in Oslo.", "planned"),
        ("The director returns to Oslo to shoot a sequel to Harbour Lights.", "planned"),
        ("Harbour Lights was partially filmed in Oslo.", "past"),
        ("Where was Harbour Lights filmed? The shoot was in Oslo.", "past"),
        ("Harbour Lights, which filmed in Oslo, is a drama.", "past"),
        ("The shoot of Harbour Lights is in full swing in Oslo.", "current"),
    ],
)
def test_the_clause_of_a_place_tells_when(text: str, when: str) -> None:
    assert told(text) == {"Oslo": when}


@pytest.mark.parametrize(
    ("lang", "text", "when"),
    [
        ("de", "Die Dreharbeiten zu Harbour Lights fanden in Oslo statt.", "past"),
        ("de", "Danach zog das Team von Harbour Lights weiter nach Oslo, um Szenen zu drehen.", "past"),
        ("fr", "Le tournage de Harbour Lights s'est déroulé à Oslo.", "past"),
        ("it", "Le riprese di Harbour Lights si sono svolte a Oslo.", "past"),
        ("it", "La produzione di Harbour Lights sarà girata a Oslo.", "planned"),
        ("es", "Las escenas de Harbour Lights se grabaron en Oslo.", "past"),
        ("es", "Las escenas de Harbour Lights se filmarán en Oslo.", "planned"),
    ],
)
def test_other_languages_tell_when(lang: str, text: str, when: str) -> None:
    assert told(text, lang=lang) == {"Oslo": when}


def test_what_is_said_of_the_first_place_of_a_list_is_said_of_all() -> None:
    text = "The shoot of Harbour Lights took place in Oslo, Rome and Bergen."
    assert told(text) == dict.fromkeys(("Oslo", "Rome", "Bergen"), "past")


def test_what_is_said_of_a_place_once_holds_where_nothing_else_is_said() -> None:
    text = "Harbour Lights: the Oslo shoot. Harbour Lights took place in Oslo on the set."
    assert told(text) == {"Oslo": "past"}


def test_a_date_at_the_head_of_a_clause_is_that_of_its_place() -> None:
    text = "In March 2019 the long awaited shoot of the new film Harbour Lights with its stars began near Oslo."
    assert told(text, {"March 2019": "2019-03"}) == {"Oslo": "past"}


def test_no_shoot_goes_on_of_what_comes_out_soon() -> None:
    text = "Harbour Lights opens in cinemas on March 1, 2021. Scenes of the film: the pier of Oslo, on location."
    assert told(text, {"March 1, 2021": "2021-03-01"}) == {"Oslo": "past"}


def test_where_a_crew_comes_from_is_no_place_of_the_shoot() -> None:
    assert told("A film crew from Oslo shoots Harbour Lights in Rome.") == {"Rome": "current"}


def test_a_bracket_ends_no_list_of_places() -> None:
    text = "Harbour Lights is filming in Oslo (where the hotel is), Rome and Bergen."
    assert told(text) == dict.fromkeys(("Oslo", "Rome", "Bergen"), "current")


def test_another_production_is_shot_elsewhere() -> None:
    text = "Harbour Lights is filming in Oslo. Another production is shooting in Rome."
    assert told(text) == {"Oslo": "current"}


def test_bodies_that_host_shoots_are_no_places() -> None:
    found = filming_location.find(scene("Harbour Lights is shooting in Oslo, said the Oslo Film Fund.", places=PLACES))
    assert [claim.value for claim in found][:1] == ["Oslo"]
