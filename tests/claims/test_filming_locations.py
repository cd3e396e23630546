"""Filming locations: what is one, and when the shoot is there."""

import pytest

from setwatch.claims.filming_location import find
from setwatch.model import Claim, Modality, Polarity, When

from .scenes import scene

PLACES = ("Oslo", "Norway", "Umea", "Leeds")


def found(text: str, lang: str = "en") -> list[Claim]:
    return list(find(scene(text, places=PLACES, lang=lang)))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Harbour Lights is filming in Oslo.", When.CURRENT),
        ("Harbour Lights was shot in Oslo last year.", When.PAST),
        ("Harbour Lights will be shot in Oslo.", When.PLANNED),
        ("The crew of Harbour Lights moves to Oslo next.", When.PLANNED),
    ],
)
def test_a_place_of_the_shoot_is_found(text: str, when: When) -> None:
    assert [(c.value, c.when) for c in found(text)] == [("Oslo", when)]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Lights is set in Oslo.",
        "Harbour Lights premiered in Oslo.",
        "Its star was born in Oslo.",
        "Harbour Lights opens in Oslo cinemas in May.",
    ],
)
def test_other_places_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_each_place_of_a_list_counts() -> None:
    assert [c.value for c in found("Harbour Lights is filming in Oslo, Umea and Leeds.")] == ["Oslo", "Umea", "Leeds"]


def test_a_country_that_only_locates_is_none() -> None:
    assert [c.value for c in found("Harbour Lights is filming in Oslo, Norway.")] == ["Oslo"]


def test_a_demonym_names_its_country_before_a_word_of_the_shoot() -> None:
    told = scene("The Norwegian shoot of Harbour Lights goes on.", people=("Norwegian",))
    assert [c.value for c in find(told)] == ["Norway"]


def test_a_surname_is_no_place() -> None:
    told = scene("Ada Leeds is filming Harbour Lights. Leeds is on set.", people=("Ada Leeds",), places=("Leeds",))
    assert [c.value for c in find(told) if c.evidence.start > 30] == []


def test_the_past_tense_alone_does_not_end_a_shoot() -> None:
    text = "The crew of Harbour Lights was seen in Oslo."
    assert [c.when for c in found(text)] == [When.CURRENT]
    assert [c.when for c in found(text + " Harbour Lights has wrapped.")] == [When.PAST]


def test_hedge_and_denial_are_kept() -> None:
    assert [c.modality for c in found("Harbour Lights may be shooting in Oslo.")] == [Modality.POSSIBLE]
    assert [c.polarity for c in found("Harbour Lights will not shoot in Oslo.")] == [Polarity.DENIED]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Harbour Lights wird derzeit in Oslo gedreht."),
        ("fr", "Le tournage de Harbour Lights se poursuit à Oslo."),
        ("es", "El rodaje de Harbour Lights sigue en Oslo."),
        ("it", "Le riprese di Harbour Lights sono in corso a Oslo."),
        ("nl", "De opnames van Harbour Lights zijn nu in Oslo."),
        ("sv", "Inspelningen av Harbour Lights pågår i Oslo."),
        ("nb", "Innspillingen av Harbour Lights pågår i Oslo."),
        ("ru", "Съемки Harbour Lights сейчас идут в Oslo."),
        ("hu", "A Harbour Lights forgatása most Oslo városában zajlik."),
        ("pt", "As filmagens de Harbour Lights estão em Oslo."),
        ("pl", "Zdjęcia do Harbour Lights trwają w Oslo."),
    ],
)
def test_other_languages_have_their_own_words(lang: str, text: str) -> None:
    assert [(c.value, c.when) for c in found(text, lang)] == [("Oslo", When.CURRENT)]
