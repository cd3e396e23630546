"""Who is told of by the way: the star, a character's possessor, whoever comes beside whom, and no others."""

import pytest

from setwatch.claims.people import find
from setwatch.model import Claim, Modality, Polarity, Property
from tests.claims.scenes import scene

PEOPLE = ("Ada Quill", "Bram Osei", "Cleo Marsh", "Dov Lindqvist")
ADA, BRAM, CLEO, DOV = PEOPLE
C, D, M, P, W = (
    Property.CAST_MEMBER,
    Property.DIRECTOR,
    Property.COMPOSER,
    Property.PRODUCER,
    Property.WRITER,
)


def told(text: str, lang: str = "en") -> list[Claim]:
    return list(find(scene(text, people=PEOPLE, lang=lang)))


@pytest.mark.parametrize(
    ("lang", "text", "people"),
    [
        ("en", "Ada Quill's smuggler will need another year to get home.", {ADA}),
        ("en", "Ada Quill's Warden has a long speech in it. Bram Osei is there too.", {ADA, BRAM}),
        ("en", "Ada Quill hauls a crate up some steps on set.", {ADA}),
        ("en", "The shoot took Ada Quill from Oslo to Bergen.", {ADA}),
        ("en", "Ada Quill and Bram Osei have not been on set since May.", {ADA, BRAM}),
        ("en", "Ada Quill is back for more.", {ADA}),
        ("en", "Fans watched Ada Quill leap from a crane.", {ADA}),
        ("en", "Cameras have been rolling in Oslo since Monday with Ada Quill and Bram Osei.", {ADA, BRAM}),
        ("en", "Ada Quill and Bram Osei star, with Cleo Marsh in a supporting role.", {ADA, BRAM, CLEO}),
        ("en", "Ada Quill will guest star in two episodes.", {ADA}),
        ("en", "Ada Quill has been promoted to series regular.", {ADA}),
        ("en", "Producers have found their Captain Roe: Ada Quill.", {ADA}),
        (
            "de",
            "Die Hauptrolle spielt Ada Quill, an ihrer Seite sind Bram Osei und Cleo Marsh zu sehen.",
            {ADA, BRAM, CLEO},
        ),
        ("de", "Auf den Fotos sind Ada Quill und Bram Osei zu sehen.", {ADA, BRAM}),
        ("de", "Ada Quill stößt zum Cast.", {ADA}),
        ("fr", "Ada Quill devrait avoir un rôle plus important.", {ADA}),
        ("fr", "Ada Quill prêtera ses traits à la capitaine.", {ADA}),
        ("es", "La serie, protagonizada por la maltesa Ada Quill, se rueda en Cádiz.", {ADA}),
        ("it", "Ada Quill e Bram Osei saranno i protagonisti.", {ADA, BRAM}),
    ],
)
def test_who_acts_is_told_in_passing(lang: str, text: str, people: set[str]) -> None:
    found = {c.value for c in told(text, lang) if c.property is C and c.polarity is Polarity.AFFIRMED}
    assert found == people


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ada Quill is back behind the camera for the sequel.", {(D, ADA)}),
        ("en", "Harbour Lights, which is being directed here by Ada Quill, is due in May.", {(D, ADA)}),
        ("en", "Created by Ada Quill, directed by Bram Osei, music by Cleo Marsh.", {(D, BRAM), (M, CLEO)}),
        ("en", "Ada Quill is returning to score the film.", {(M, ADA)}),
        ("en", "The novel was adapted for the screen by Ada Quill.", {(W, ADA)}),
        ("en", "The film is adapted from a play by Ada Quill.", set()),
        ("en", "Written by Ada Quill", set()),
        ("de", "Für die Regie zeichnet Ada Quill verantwortlich.", {(D, ADA)}),
        ("de", "Ada Quill sitzt wieder auf dem Regiestuhl.", {(D, ADA)}),
        ("fr", "Bram Osei est de retour, ce que Ada Quill a confirmé.", {(C, BRAM)}),
        ("es", "El equipo trabajó a las órdenes de la directora danesa Ada Quill.", {(D, ADA)}),
        ("it", "Dietro la macchina da presa torna Ada Quill.", {(D, ADA)}),
    ],
)
def test_everybody_has_the_right_job(lang: str, text: str, expected: set[tuple[Property, str]]) -> None:
    assert {(c.property, c.value) for c in told(text, lang)} == expected


@pytest.mark.parametrize(
    ("lang", "text", "denied"),
    [
        ("en", "Ada Quill, who made six episodes of the first season, will not return.", {(D, ADA)}),
        ("en", "Ada Quill, the creator, gave up the duties of a producer in May.", {(P, ADA)}),
        ("en", "Ada Quill, who wrote the first film, isn't writing this one.", {(W, ADA)}),
        ("en", "Ada Quill has no plans to return.", {(C, ADA)}),
        ("en", "There is no place for Ada Quill this time.", {(C, ADA)}),
        ("fr", "Le compositeur Ada Quill, en revanche, cède la place à Bram Osei.", {(M, ADA)}),
        ("es", "Ada Quill no repetirá su papel.", {(C, ADA)}),
    ],
)
def test_who_does_not_return_is_denied_in_the_job_known(
    lang: str, text: str, denied: set[tuple[Property, str]]
) -> None:
    assert {(c.property, c.value) for c in told(text, lang) if c.polarity is Polarity.DENIED} == denied


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill is out! The crowd rose.",
        "Ada Quill's Ghost Road was shot here in 2015.",
        "The mayor, Ada Quill, was proud.",
        "Ada Quill, a resident, said that the filming was loud.",
    ],
)
def test_nobody_acts_who_is_not_told_to(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Whether Ada Quill's Warden joins the party remains to be seen.", Modality.POSSIBLE),
        ("Ada Quill's involvement is still unclear.", Modality.POSSIBLE),
        ("It's believed that Ada Quill will play the Warden.", Modality.PROBABLE),
        ("Ada Quill will also appear.", Modality.CERTAIN),
        ("Bram Osei might return, and Ada Quill is back.", Modality.CERTAIN),
    ],
)
def test_how_surely_somebody_acts(text: str, modality: Modality) -> None:
    assert {c.modality for c in told(text) if c.value == ADA} == {modality}
