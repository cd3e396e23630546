"""Sites that a word in small letters names, and places with small words inside their names."""

import pytest

from setwatch.language import analyse
from setwatch.model import MentionKind
from tests.language.language_texts import RIVERFALL, document


def places(text: str, lang: str) -> list[str]:
    return [m.name for m in analyse(document(text, lang), (RIVERFALL,)).names if m.kind is MentionKind.PLACE]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "On a tourné place de l’Horloge et rue Quorn.", ["place de l’Horloge", "rue Quorn"]),
        ("fr", "L'équipe tourne dans l'église Saint-Orrin.", ["église Saint-Orrin"]),
        ("it", "Le riprese sono in piazza IV Aprile e in via Orrina.", ["piazza IV Aprile", "via Orrina"]),
        ("it", "Si gira sul ponte Vittorio Orrino.", ["ponte Vittorio Orrino"]),
        (
            "es",
            "Se rueda en el puente de Lerinda y en la plaza de Santa Orria.",
            ["puente de Lerinda", "plaza de Santa Orria"],
        ),
        ("en", "The crew is at the Palace of Arts and Letters.", ["Palace of Arts and Letters"]),
        ("de", "Gedreht wird im Palast der Künste und der Lettern.", ["Palast der Künste und der Lettern"]),
        ("pt", "As filmagens são na rua do Orrinho.", ["rua do Orrinho"]),
    ],
)
def test_a_kind_of_site_in_small_letters_belongs_to_its_name(lang: str, text: str, expected: list[str]) -> None:
    assert places(text, lang) == expected


@pytest.mark.parametrize(("lang", "text"), [("fr", "Il prend la place de Daniel Quorn."), ("en", "It is on via Roma.")])
def test_the_place_of_a_person_is_no_site(lang: str, text: str) -> None:
    assert not [name for name in places(text, lang) if name.startswith(("place", "via"))]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The crew is in Stratford-upon-Avon today.", "Stratford-upon-Avon"),
        ("fr", "L'équipe est à Orrin-sur-Mer.", "Orrin-sur-Mer"),
        ("es", "El rodaje sigue en Santiago de Compostela.", "Santiago de Compostela"),
    ],
)
def test_small_words_inside_a_name_do_not_end_it(lang: str, text: str, expected: str) -> None:
    found = [m.name for m in analyse(document(text, lang), (RIVERFALL,)).names]
    assert expected in found
