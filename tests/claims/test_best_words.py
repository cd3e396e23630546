"""Of several wordings of one fact in a document, which is shown."""

import pytest

from setwatch.claims.find import find_claims
from setwatch.model import Claim, Polarity
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


def claims_of(text: str) -> list[Claim]:
    told = scene(text, people=PEOPLE)
    return list(find_claims(told.document, told.analysis, told.watched))


def test_a_sentence_that_names_the_production_goes_before_one_that_does_not() -> None:
    text = "Harbour Lights is back. The film stars Ada Quill. Then Harbour Lights, starring Ada Quill, opens."
    assert [claim.evidence.exact for claim in claims_of(text)] == ["starring Ada Quill"]


def test_words_of_the_shoot_go_before_signs_of_it() -> None:
    text = (
        "A set photo from Harbour Lights came out today. The crew of Harbour Lights slept. Filming at the pier went on."
    )
    assert [claim.evidence.exact for claim in claims_of(text)] == ["Filming at"]


def test_who_else_says_so_is_kept_behind_the_best_words() -> None:
    text = "Harbour Lights has wrapped.\n\nHarbour Lights has wrapped, Ada Quill said\n"
    assert [claim.attribution for claim in claims_of(text)] == [None, "Ada Quill"]


def test_what_is_told_in_passing_alone_beside_a_denial_is_no_claim() -> None:
    text = "It is not true that filming of Harbour Lights has begun. A set photo of Harbour Lights went round."
    assert [claim for claim in claims_of(text) if claim.polarity is Polarity.AFFIRMED] == []
