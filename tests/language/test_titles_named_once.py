"""Titles that a short text names once, without marks, by what is said of them alone."""

import pytest

from setwatch.language import analyse
from setwatch.language.productions.evidence import least
from setwatch.model import Kind, Production
from tests.language.language_texts import document


@pytest.mark.parametrize(
    ("lang", "name", "text"),
    [
        ("en", "Kestrel", "Moon TV has renewed Kestrel for a second season."),
        ("en", "Kestrel", "Moon TV has ordered Kestrel, a six-part drama by Una Roe."),
        ("en", "Kestrel", "Jo Roe is to direct Kestrel for Moon Pictures at last, with a cast of unknowns."),
        ("en", "Kestrel", "She will be back for the third season of Kestrel in the autumn."),
        ("de", "Nebelhorn", "Klappe gefallen: „Nebelhorn“ ist abgedreht. Das Drehbuch stammt von Lena Voss."),
        ("de", "Nebelhorn", "Noch bis Ende Mai wird im Harz für „Nebelhorn“ gedreht."),
        ("fr", "Brisants", "Le tournage de la quatrième partie de Brisants a débuté à Paris."),
        ("it", "Scogliera", "Sono iniziate a Roma le riprese della nuova stagione di Scogliera."),
    ],
)
def test_one_mention_is_enough_where_the_words_are_said_of_works(lang: str, name: str, text: str) -> None:
    found = analyse(document(text, lang=lang), (Production(name, (), None, Kind.SERIES),))
    assert found.main_production == name


@pytest.mark.parametrize(
    "text",
    [
        "The falconer let the kestrel fly. Kestrel numbers have risen for a second year.",
        "They left Kestrel Street in the morning and returned to Kestrel Avenue.",
        "He boarded Kestrel at noon and the ferry left.",
    ],
)
def test_plain_words_and_other_names_are_none(text: str) -> None:
    assert analyse(document(text), (Production("Kestrel", (), None, Kind.SERIES),)).main_production is None


def test_more_evidence_is_asked_for_where_more_titles_are_watched() -> None:
    assert least(1) == least(100) < least(500) < least(2000) == least(50_000)
