"""Modality and polarity."""

import pytest

from setwatch.claims.surely import sureness
from setwatch.model import Modality, Polarity, Span

from .scenes import scene

CERTAIN, PROBABLE, POSSIBLE = Modality


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("Harbour Lights opens in May.", "in May", CERTAIN),
        ("Harbour Lights is scheduled for May.", "May", CERTAIN),
        ("Harbour Lights is expected to open in May.", "in May", PROBABLE),
        ("Harbour Lights may open in May.", "in May", POSSIBLE),
        ("Will Harbour Lights open in May?", "in May", POSSIBLE),
        ("It might rain; Harbour Lights opens in May.", "in May", CERTAIN),
    ],
)
def test_cues_set_the_modality_of_their_clause(text: str, words: str, modality: Modality) -> None:
    found = scene(text)
    start = text.index(words)
    assert sureness(found, found.analysis.sentences[0], Span(start, start + len(words)))[0] is modality


def test_a_denial_is_heard() -> None:
    text = "Harbour Lights will not open in May."
    found = scene(text)
    assert sureness(found, found.analysis.sentences[0], Span(30, 36))[1] is Polarity.DENIED
