"""Casts and crews in the wordings of the trade, of blogs and of other languages."""

import pytest

from setwatch.claims.people import find
from setwatch.model import Claim, Modality, Polarity, Property
from tests.claims.scenes import scene

PEOPLE = ("Ada Quill", "Bram Osei", "Cleo Marsh", "Dov Lindqvist")
D, C = Property.DIRECTOR, Property.CAST_MEMBER


def told(text: str, lang: str = "en") -> list[Claim]:
    return list(find(scene(text, people=PEOPLE, lang=lang)))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "In weiteren Rollen sind Ada Quill und Bram Osei zu sehen.", {(C, "Ada Quill"), (C, "Bram Osei")}),
        ("de", "Für Harbour Lights steht Ada Quill in Lübeck vor der Kamera.", {(C, "Ada Quill")}),
        ("de", "Vor der Kamera stehen Ada Quill und Bram Osei.", {(C, "Ada Quill"), (C, "Bram Osei")}),
        ("fr", "Le long métrage réunit Ada Quill et Bram Osei.", {(C, "Ada Quill"), (C, "Bram Osei")}),
        ("fr", "Harbour Lights, de Ada Quill, avec Bram Osei.", {(D, "Ada Quill"), (C, "Bram Osei")}),
        ("es", "Harbour Lights, de Ada Quill, con Bram Osei.", {(D, "Ada Quill"), (C, "Bram Osei")}),
        ("es", "Según la directora, Ada Quill no volverá en Harbour Lights.", set()),
        (
            "it",
            "Il film di Ada Quill con Bram Osei e Cleo Marsh.",
            {(D, "Ada Quill"), (C, "Bram Osei"), (C, "Cleo Marsh")},
        ),
        ("en", "Ada Quill is the director of photography.", {(Property.CINEMATOGRAPHER, "Ada Quill")}),
        ("en", "The director, Ada Quill, was there.", {(D, "Ada Quill")}),
        ("en", "Ada Quill from the Oslo banner Fernhill is producing.", {(Property.PRODUCER, "Ada Quill")}),
        ("en", "Ada Quill is also aboard as a producer.", {(Property.PRODUCER, "Ada Quill")}),
        ("en", "It is written and to be directed by Ada Quill.", {(D, "Ada Quill"), (Property.WRITER, "Ada Quill")}),
        ("en", "Ada Quill, who won a prize, is penning the script.", {(Property.WRITER, "Ada Quill")}),
        ("en", "Harbour Lights has added Ada Quill and Bram Osei to its cast.", {(C, "Ada Quill"), (C, "Bram Osei")}),
        ("en", "The pair join the previously announced Ada Quill.", {(C, "Ada Quill")}),
        ("de", "Auch gehört Ada Quill zur Besetzung.", {(C, "Ada Quill")}),
        ("en", "Harbour Lights is not to be seen in it. Ada Quill shot it in Oslo and posted it.", set()),
        ("sv", "Filmen har Ada Quill i huvudrollen.", {(C, "Ada Quill")}),
        ("pt", "Ada Quill está em negociações.", {(C, "Ada Quill")}),
        ("en", "Ada Quill On Playing A Young Mara Vale", {(C, "Ada Quill")}),
        ("en", "Ada Quill On Working With Bram Osei In Harbour Lights", {(C, "Ada Quill")}),
    ],
)
def test_who_does_what(lang: str, text: str, expected: set[tuple[Property, str]]) -> None:
    found = {(c.property, c.value) for c in told(text, lang) if c.polarity is Polarity.AFFIRMED}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ada Quill, who won a prize for another film, plays Mara Vale.", "Mara Vale"),
        ("Ada Quill, whom many know, is the hot-headed Mara.", "Mara"),
        ("Ada Quill is his sister Mara.", "Mara"),
        ("The film stars Ada Quill as a customs officer named Brandt.", "Brandt"),
    ],
)
def test_the_part_behind_an_aside_or_a_description(text: str, part: str) -> None:
    parts = {claim.character for claim in told(text) if claim.value == "Ada Quill"}
    assert any(found and found.endswith(part) for found in parts)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill won't be returning to Harbour Lights.",
        "Ada Quill isn't coming back for Harbour Lights.",
        "Ada Quill turned down the part of the Queen in Harbour Lights.",
    ],
)
def test_who_is_not_in_it(text: str) -> None:
    assert [(c.value, c.polarity) for c in told(text)] == [("Ada Quill", Polarity.DENIED)]


@pytest.mark.parametrize(
    ("lang", "text", "modality"),
    [
        ("it", "Nel cast ci sarebbe anche Ada Quill.", Modality.PROBABLE),
        ("it", "Il cattivo potrebbe avere il volto di Ada Quill.", Modality.POSSIBLE),
        ("fr", "Ada Quill pourrait rejoindre la distribution.", Modality.POSSIBLE),
        ("es", "Ada Quill podría interpretar al nuevo comisario.", Modality.POSSIBLE),
    ],
)
def test_what_might_be_is_hedged(lang: str, text: str, modality: Modality) -> None:
    assert [(c.value, c.modality) for c in told(text, lang)] == [("Ada Quill", modality)]


def test_a_character_of_one_name_is_no_actor() -> None:
    told_ = scene(
        "Ada Quill is confirmed to be back as Detective Hale, and Cleo Marsh will return.",
        people=("Ada Quill", "Hale", "Cleo Marsh"),
    )
    assert {claim.value for claim in find(told_)} == {"Ada Quill", "Cleo Marsh"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Bram Osei reports that the sequel with Ada Quill is delayed.", None),
        ("Bram Osei reports that Ada Quill's stunt double fell.", None),
        ("Bram Osei reports that Ada Quill stars in Harbour Lights.", "Bram Osei"),
    ],
)
def test_who_is_named_by_the_way_is_named_by_the_author(text: str, source: str | None) -> None:
    assert {c.attribution for c in told(text) if c.value == "Ada Quill"} == {source}


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("Rumor has it that the studio is in talks with Ada Quill.", Modality.POSSIBLE, Polarity.AFFIRMED),
        ("The studio is in talks with Ada Quill.", Modality.PROBABLE, Polarity.AFFIRMED),
        ("The talks have ended, we hear, and Ada Quill will not be in it.", Modality.PROBABLE, Polarity.DENIED),
    ],
)
def test_talks_and_denials_are_as_sure_as_their_sentence(text: str, modality: Modality, polarity: Polarity) -> None:
    assert [(c.modality, c.polarity) for c in told(text)] == [(modality, polarity)]
