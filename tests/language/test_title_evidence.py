"""Titles of one common word: what stands beside one that only a film or series has there."""

import pytest

from setwatch.language import analyse
from setwatch.model import Document, Production

EMBER = Production("Ember")


def names_it(text: str, lang: str = "en") -> bool:
    document = Document("d", "v", None, None, (), None, "2031-03-10", "2031-03-11T00:00:00+00:00", lang, text)
    return any(mention.production for mention in analyse(document, (EMBER,)).productions)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Production on Ember has been halted.", "en"),
        ("She was hurt on the set of Ember last week.", "en"),
        ("He will score Ember for the studio.", "en"),
        ("Universal's Ember is not ready.", "en"),
        ("The star of James Okafor’s Ember spoke.", "en"),
        ("El rodaje de Ember arrancó este lunes.", "es"),
        ("Die Dreharbeiten zu Ember beginnen.", "de"),
    ],
)
def test_words_that_only_a_work_has_beside_it_are_enough(text: str, lang: str) -> None:
    assert names_it(text, lang)


@pytest.mark.parametrize(
    "text",
    [
        "Ember is what is left of a fire.",
        "The Ember shop in town closed.",
        "Production at Ember fell by a tenth.",
        "The town's Ember festival is over.",
    ],
)
def test_other_uses_of_the_word_name_nothing(text: str) -> None:
    assert not names_it(text)
