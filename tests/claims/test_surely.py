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
        ("Rumor has it that Harbour Lights opens in May.", "in May", POSSIBLE),
        ("Rumor: Harbour Lights opens in May", "in May", POSSIBLE),
        ("My money is on May for Harbour Lights.", "May", POSSIBLE),
        ("Harbour Lights, we hear, opens in May.", "in May", PROBABLE),
        ("Ada has reportedly caught a cold, and the shoot has stopped.", "stopped", CERTAIN),
        ("The shoot has ended, if its star is to be believed.", "ended", PROBABLE),
        ("The crew, seemingly between takes, in the hills of Oslo, was there.", "Oslo", CERTAIN),
        ("The film will reportedly shoot in Oslo, Bergen and Tromsø.", "Tromsø", PROBABLE),
        ("The film, which drove off a hill in Oslo, could hold a record.", "Oslo", CERTAIN),
        ("With luck you could have watched it being filmed in Oslo.", "Oslo", CERTAIN),
        ("Most expected a change once it took the first of May.", "May", CERTAIN),
        ("A doctored photo has Ada Quill in it.", "Ada Quill", POSSIBLE),
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


@pytest.mark.parametrize(
    ("lang", "text", "words", "modality"),
    [
        ("de", "Gerüchten zufolge startet der Film im Mai.", "im Mai", POSSIBLE),
        ("fr", "Ada Quill reviendrait en mai.", "en mai", PROBABLE),
        ("fr", "Le film était attendu en mai.", "en mai", CERTAIN),
        ("es", "Ada Quill volvería en mayo.", "en mayo", PROBABLE),
        ("it", "Stando alle voci il film esce a maggio.", "a maggio", POSSIBLE),
    ],
)
def test_hedges_of_other_languages(lang: str, text: str, words: str, modality: Modality) -> None:
    found = scene(text, lang=lang)
    start = text.index(words)
    assert sureness(found, found.analysis.sentences[0], Span(start, start + len(words)))[0] is modality
