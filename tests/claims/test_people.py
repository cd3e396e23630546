"""Who does what, told in sentences about films that do not exist."""

import pytest

from setwatch.claims.people import find
from setwatch.model import Modality, Polarity, Property
from tests.claims.scenes import HARBOUR, TUNDRA, scene

PEOPLE = ("Ada Quill", "Bram Osei", "Cleo Marsh", "Dov Lindqvist")
D, W, P, C = Property.DIRECTOR, Property.WRITER, Property.PRODUCER, Property.CAST_MEMBER


def found(text: str, lang: str = "en") -> set[tuple[Property, str]]:
    return {
        (c.property, c.value) for c in find(scene(text, people=PEOPLE, lang=lang)) if c.polarity is not Polarity.DENIED
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour Lights is directed by Ada Quill.", {(D, "Ada Quill")}),
        ("Ada Quill writes and directs.", {(D, "Ada Quill"), (W, "Ada Quill")}),
        ("Director Ada Quill posted a picture.", {(D, "Ada Quill")}),
        ("Ada Quill’s “Harbour Lights” opens in May.", {(D, "Ada Quill")}),
        ("The script by Ada Quill and Bram Osei is finished.", {(W, "Ada Quill"), (W, "Bram Osei")}),
        ("Producers Ada Quill and Bram Osei agree.", {(P, "Ada Quill"), (P, "Bram Osei")}),
        ("It stars Ada Quill, Bram Osei (58) and Cleo Marsh.", {(C, "Ada Quill"), (C, "Bram Osei"), (C, "Cleo Marsh")}),
        ("Ada Quill and Bram Osei also return.", {(C, "Ada Quill"), (C, "Bram Osei")}),
        ("Ada Quill is currently filming for Harbour Lights.", {(C, "Ada Quill")}),
        ("Ada Quill, as Captain Vale, wears a coat.", {(C, "Ada Quill")}),
        ("Ada Quill is busy with Harbour Lights.", {(C, "Ada Quill")}),
        ("The studio confirms that Ada Quill returns.", {(C, "Ada Quill")}),
        ("Regisseurin Ada Quill dankte allen.", set()),
        ("Ada Quill's new show will be called Harbour Lights.", set()),
        ("Ada Quill's Fernhill Films is selling Harbour Lights abroad.", set()),
        ("We asked what it was like working with Ada Quill in Harbour Lights.", set()),
        ("Viewers mourned the death of Ada Quill in Harbour Lights.", set()),
        (
            "Harbour Lights producers Ada Quill and Bram Osei, Cleo Marsh of Fernhill and others came.",
            {(P, "Ada Quill"), (P, "Bram Osei")},
        ),
    ],
)
def test_a_job_beside_a_name_is_a_claim(text: str, expected: set[tuple[Property, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Regie führt erneut Ada Quill, mit Bram Osei in der Hauptrolle.", {(D, "Ada Quill"), (C, "Bram Osei")}),
        ("fr", "Le film réalisé par Ada Quill, avec Bram Osei au casting.", {(D, "Ada Quill"), (C, "Bram Osei")}),
        ("es", "La cinta dirigida por Ada Quill, protagonizada por Bram Osei.", {(D, "Ada Quill"), (C, "Bram Osei")}),
        ("it", "Diretto da Ada Quill, nel cast Bram Osei.", {(D, "Ada Quill"), (C, "Bram Osei")}),
    ],
)
def test_other_languages_say_it_in_their_own_words(lang: str, text: str, expected: set[tuple[Property, str]]) -> None:
    assert found(text, lang) == expected


def test_a_singular_job_belongs_to_the_first_of_a_run() -> None:
    assert found("Star Ada Quill, Bram Osei and Cleo Marsh came by.") == {(C, "Ada Quill")}


def test_who_plays_whom_is_told_and_the_character_is_nobody() -> None:
    claims = list(
        find(scene("Ada Quill plays Cleo Marsh, Bram Osei the Mayor and Dov Lindqvist Old Tom.", people=PEOPLE))
    )
    assert {(c.value, c.character) for c in claims} == {
        ("Ada Quill", "Cleo Marsh"),
        ("Bram Osei", "the Mayor"),
        ("Dov Lindqvist", "Old Tom"),
    }


def test_brackets_behind_the_names_of_a_run_are_parts() -> None:
    claims = list(find(scene("Ada Quill (Mira), Bram Osei (Old Tom) and Cleo Marsh return.", people=PEOPLE)))
    assert {(c.value, c.character) for c in claims} == {
        ("Ada Quill", "Mira"),
        ("Bram Osei", "Old Tom"),
        ("Cleo Marsh", None),
    }


def test_who_left_is_denied_and_not_affirmed() -> None:
    claims = list(find(scene("Director Ada Quill has left the project. Bram Osei replaced her.", people=PEOPLE)))
    assert {(c.property, c.value, c.polarity) for c in claims} >= {(D, "Ada Quill", Polarity.DENIED)}
    assert (D, "Ada Quill", Polarity.AFFIRMED) not in {(c.property, c.value, c.polarity) for c in claims}


def test_who_replaces_another_has_the_job_of_the_other() -> None:
    claims = list(find(scene("Bram Osei replaces director Ada Quill. Bram Osei replaces Ada Quill.", people=PEOPLE)))
    assert (D, "Bram Osei", Polarity.AFFIRMED) in {(c.property, c.value, c.polarity) for c in claims}


def test_who_is_sought_to_replace_another_has_the_job_of_the_other() -> None:
    text = "Composer Ada Quill has left the project; the studio is in talks with Bram Osei to replace her."
    claims = list(find(scene(text, people=PEOPLE)))
    assert sorted({(c.property, c.value, c.polarity) for c in claims}) == [
        (Property.COMPOSER, "Ada Quill", Polarity.DENIED),
        (Property.COMPOSER, "Bram Osei", Polarity.AFFIRMED),
    ]


def test_a_part_is_more_than_an_adjective() -> None:
    claims = list(find(scene("Ada Quill plays the new adversary in Harbour Lights.", people=PEOPLE)))
    assert [(c.value, c.character) for c in claims] == [("Ada Quill", "the new adversary")]


def test_a_known_director_does_not_return_as_an_actor() -> None:
    assert found("Harbour Lights is directed by Ada Quill. Ada Quill returns.") == {(D, "Ada Quill")}


def test_people_of_another_title_are_left_alone() -> None:
    told = scene("Ada Quill directed Spectral Tide.", people=PEOPLE, titles={"Spectral Tide": None})
    assert list(find(told)) == []


def test_both_films_are_two_claims() -> None:
    text = "Harbour Lights and Tundra are on their way. Ada Quill directs both."
    titles = {"Harbour Lights": HARBOUR.name, "Tundra": TUNDRA.name}
    claims = list(find(scene(text, people=PEOPLE, titles=titles)))
    assert {(c.property, c.production) for c in claims} == {(D, HARBOUR.name), (D, TUNDRA.name)}


def test_talks_are_probable_and_rumours_possible() -> None:
    claims = list(find(scene("Ada Quill is in talks for Mira. Bram Osei is rumoured to play Old Tom.", people=PEOPLE)))
    assert {(c.value, c.modality) for c in claims} == {
        ("Ada Quill", Modality.PROBABLE),
        ("Bram Osei", Modality.POSSIBLE),
    }


def test_evidence_is_the_words_of_the_text() -> None:
    text = "Lately, Harbour Lights is directed by Ada Quill."
    (claim,) = find(scene(text, people=PEOPLE))
    assert claim.evidence.exact == "directed by Ada Quill"
    assert claim.evidence.stands_in(text)
