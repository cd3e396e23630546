"""Of several wordings of one fact in a document, which is shown."""

import pytest

from setwatch.claims.find import find_claims
from tests.claims.scenes import scene

PEOPLE = ("Ada Quill", "Bram Osei")


def shown(text: str) -> list[str]:
    told = scene(text, people=PEOPLE)
    return [claim.evidence.exact for claim in find_claims(told.document, told.analysis, told.watched)]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Harbour Lights wraps filming", "Today Harbour Lights has wrapped."),
        ("Harbour Lights has wrapped. See the pictures", "Today the shoot of Harbour Lights wrapped."),
        ("Star Ada Quill waves", "Harbour Lights stars Ada Quill."),
        ("On the set of Harbour Lights", "Today a set photo of Harbour Lights came out."),
    ],
)
def test_the_text_in_full_goes_before_headlines_and_captions(short: str, full: str) -> None:
    text = f"{short}\n\n{full}"
    words = shown(text)
    assert words
    assert all(text.find(exact) > len(short) for exact in words)


def test_a_headline_is_shown_where_nothing_else_tells() -> None:
    assert shown("Harbour Lights has wrapped\n\nThe weather was fine.") == ["Harbour Lights has wrapped"]


def test_another_spelling_of_a_name_is_the_same_fact() -> None:
    told = scene("Star Zoë Quill waves\n\nHarbour Lights stars Zoe Quill.", people=("Zoë Quill", "Zoe Quill"))
    claims = find_claims(told.document, told.analysis, told.watched)
    assert [claim.value for claim in claims] == ["Zoe Quill"]
