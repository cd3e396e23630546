"""Idioms of casting, of those who leave, and of who directs, writes and produces beside whom."""

import pytest

from setwatch.claims.people import find
from setwatch.model import Claim, Polarity, Property
from tests.claims.scenes import scene

PEOPLE = ("Ada Quill", "Bram Osei", "Cleo Marsh", "Dov Lindqvist")
C, D, P, W = Property.CAST_MEMBER, Property.DIRECTOR, Property.PRODUCER, Property.WRITER
ADA, BRAM, CLEO, DOV = PEOPLE


def told(text: str, lang: str = "en") -> list[Claim]:
    return list(find(scene(text, people=PEOPLE, lang=lang)))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ada Quill boarded the thriller last week.", {(C, ADA)}),
        ("en", "Ada Quill and Bram Osei are also in the film.", {(C, ADA), (C, BRAM)}),
        ("en", "Ada Quill guest stars as a therapist.", {(C, ADA)}),
        ("en", "Cameras turned on Monday, with Ada Quill as the Doll and Bram Osei as Ken.", {(C, ADA), (C, BRAM)}),
        ("en", "Ada Quill of Iceland directs the first episode.", {(D, ADA)}),
        ("en", "Ada Quill produces through Fernhill with Bram Osei.", {(P, ADA), (P, BRAM)}),
        ("en", "Ada Quill, whose guitar is familiar, is the composer.", {(Property.COMPOSER, ADA)}),
        ("fr", "Ada Quill et Bram Osei complètent la distribution.", {(C, ADA), (C, BRAM)}),
        ("fr", "La musique sera signée Ada Quill.", {(Property.COMPOSER, ADA)}),
        ("it", "Alla regia si alternano Ada Quill e Bram Osei.", {(D, ADA), (D, BRAM)}),
        ("de", "In der Titelrolle ist Ada Quill zu sehen.", {(C, ADA)}),
        ("en", "Ada Quill was cast in May.", {(C, ADA)}),
        ("en", "Ada Quill has an undisclosed role in the film.", {(C, ADA)}),
        ("en", "Ada Quill is back as Vale, as are Bram Osei, Cleo Marsh and Dov Lindqvist.", {(C, n) for n in PEOPLE}),
        ("en", "The film is shooting until August with Ada Quill and Bram Osei.", {(C, ADA), (C, BRAM)}),
        ("en", "Bram Osei, Cleo Marsh and Dov Lindqvist are already aboard.", {(C, BRAM), (C, CLEO), (C, DOV)}),
        ("en", "Ada Quill is back at the helm.", {(D, ADA)}),
        ("en", "Ada Quill and Bram Osei share directing duties with Cleo Marsh.", {(D, ADA), (D, BRAM), (D, CLEO)}),
        ("en", "Ada Quill and Bram Osei of Fernhill produce with Cleo Marsh.", {(P, ADA), (P, BRAM), (P, CLEO)}),
        ("en", "Ada Quill wrote the first two scripts; Bram Osei has written others.", {(W, ADA), (W, BRAM)}),
        ("de", "Neben Ada Quill sind Bram Osei und Cleo Marsh dabei.", {(C, ADA), (C, BRAM), (C, CLEO)}),
        ("es", "Completan el reparto Ada Quill y Bram Osei.", {(C, ADA), (C, BRAM)}),
        ("fr", "Ada Quill donnera la réplique à Bram Osei.", {(C, ADA)}),
    ],
)
def test_idioms_tell_who_does_what(lang: str, text: str, expected: set[tuple[Property, str]]) -> None:
    assert expected <= {(c.property, c.value) for c in told(text, lang) if c.polarity is Polarity.AFFIRMED}


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("Ada Quill has left Harbour Lights.", C),
        ("Ada Quill exits Harbour Lights over dates.", C),
        ("The film was to begin in May, before Ada Quill left the project.", D),
        ("Ada Quill, who was to direct, has quit.", D),
    ],
)
def test_who_leaves_acted_unless_the_words_tell_of_directing(text: str, job: Property) -> None:
    assert {(c.property, c.value, c.polarity) for c in told(text)} == {(job, ADA, Polarity.DENIED)}


def test_a_role_that_is_taken_over_was_an_actors() -> None:
    found = {(c.property, c.value, c.polarity) for c in told("Ada Quill has replaced Bram Osei in the role.")}
    assert found == {(C, ADA, Polarity.AFFIRMED), (C, BRAM, Polarity.DENIED)}


def test_who_is_not_attached_is_denied() -> None:
    found = told("Ada Quill, whose name came up in March, is not attached.")
    assert [(c.property, c.value, c.polarity) for c in found] == [(C, ADA, Polarity.DENIED)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ada Quill has come out of retirement to direct two episodes.", {(D, ADA)}),
        ("en", "Ada Quill makes a directorial debut with the film from her own script.", {(W, ADA)}),
        ("en", "The film, which Ada Quill directs, is due in May.", {(D, ADA)}),
        ("en", "Ada Quill and Bram Osei are among the directors.", {(D, ADA), (D, BRAM)}),
        ("en", "Ada Quill, who plays a coroner, was spotted in Oslo.", {(C, ADA)}),
        ("en", "Ada Quill plays a coroner opposite Bram Osei and Cleo Marsh.", {(C, ADA), (C, BRAM), (C, CLEO)}),
        ("en", "The lead, which went to Ada Quill, was long open.", {(C, ADA)}),
        ("en", "Ada Quill is now a producer as well.", {(P, ADA)}),
        ("de", "Ada Quill übernimmt die Rolle der Lotsin.", {(C, ADA)}),
        ("de", "Regie führt Ada Quill, die auch das Drehbuch geschrieben hat.", {(D, ADA), (W, ADA)}),
        ("de", "Produziert wird der Film von Ada Quill.", {(P, ADA)}),
        ("fr", "Le scénario est signé Ada Quill.", {(W, ADA)}),
        ("fr", "Ada Quill y incarne une juge.", {(C, ADA)}),
        ("es", "Ada Quill y Bram Osei protagonizarán Harbour Lights.", {(C, ADA), (C, BRAM)}),
        ("it", "Accanto a lei Ada Quill e Bram Osei.", {(C, ADA), (C, BRAM)}),
    ],
)
def test_more_turns_tell_who_does_what(lang: str, text: str, expected: set[tuple[Property, str]]) -> None:
    assert {(c.property, c.value) for c in told(text, lang) if c.polarity is Polarity.AFFIRMED} == expected


@pytest.mark.parametrize(
    ("lang", "text", "gone"),
    [
        ("en", "Harbour Lights has lost a director. Ada Quill has departed the film.", {(D, ADA)}),
        ("en", "Ada Quill, once cast in the lead, is no longer involved.", {(C, ADA)}),
        ("en", "Ada Quill's Edda Moll will not return.", {(C, ADA)}),
        ("de", "Ada Quill ist bei „Harbour Lights“ ausgestiegen.", {(C, ADA)}),
        ("de", "Neu dabei ist Bram Osei, Ada Quill kehrt nicht zurück.", {(C, ADA)}),
    ],
)
def test_more_turns_tell_who_is_gone(lang: str, text: str, gone: set[tuple[Property, str]]) -> None:
    assert {(c.property, c.value) for c in told(text, lang) if c.polarity is Polarity.DENIED} == gone


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ada Quill, meanwhile, has been seen filming.", {(C, ADA)}),
        ("en", "The screenplay, by Ada Quill and Bram Osei, is long.", {(W, ADA), (W, BRAM)}),
        ("en", "Bram Osei leads the cast, with Ada Quill among the executive producers.", {(C, BRAM), (P, ADA)}),
        ("en", "Bram Osei plays Ada Quill's brother.", {(C, ADA)}),
        ("de", "Ada Quill in der Hauptrolle, dazu Bram Osei.", {(C, ADA), (C, BRAM)}),
        ("fr", "Le film de Dov Lindqvist réunit Ada Quill et la jeune Bram Osei.", {(D, DOV), (C, ADA), (C, BRAM)}),
        (
            "es",
            "Ada Quill y Bram Osei lideran Harbour Lights, lo nuevo de Cleo Marsh.",
            {(C, ADA), (C, BRAM), (D, CLEO)},
        ),
        ("it", "Il ruolo è andato a Ada Quill.", {(C, ADA)}),
    ],
)
def test_asides_and_lists_hide_nobody(lang: str, text: str, expected: set[tuple[Property, str]]) -> None:
    assert expected <= {(c.property, c.value) for c in told(text, lang) if c.polarity is Polarity.AFFIRMED}


@pytest.mark.parametrize(
    ("lang", "text", "gone"),
    [
        ("en", "Ada Quill is leaving Harbour Lights.", {(C, ADA)}),
        ("en", "Neither Ada Quill nor Bram Osei will return.", {(C, ADA), (C, BRAM)}),
        ("de", "Ada Quill gehört nun doch nicht zur Besetzung.", {(C, ADA)}),
        ("es", "Ada Quill se cae del reparto.", {(C, ADA)}),
    ],
)
def test_who_leaves_in_more_words(lang: str, text: str, gone: set[tuple[Property, str]]) -> None:
    assert {(c.property, c.value) for c in told(text, lang) if c.polarity is Polarity.DENIED} == gone
