"""Wordings of trade news, of the lists below it and of local reports."""

import pytest

from setwatch.claims import find_claims
from setwatch.language import analyse
from setwatch.model import Claim, Document, Polarity, Production

ROAD = Production("Kestrel Road")


def told(text: str) -> list[Claim]:
    document = Document("d", "v", None, None, (), None, "2031-03-10", "2031-03-11T00:00:00+00:00", "en", text)
    return list(find_claims(document, analyse(document, (ROAD,)), (ROAD,)))


def facts(text: str) -> set[tuple[str, str]]:
    return {(str(claim.property), str(claim.value)) for claim in told(text)}


HEAD = "The new film is Kestrel Road. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Producers are Cass Bright and Olu Danso.", {("producer", "Cass Bright"), ("producer", "Olu Danso")}),
        ("Dana Whitlock wrote the script with Ann Mori.", {("writer", "Dana Whitlock"), ("writer", "Ann Mori")}),
        ("Ann Mori, a friend of the studio, has boarded the drama.", {("cast_member", "Ann Mori")}),
        ("The film, about a wildfire, is led by Ann Mori.", {("cast_member", "Ann Mori")}),
        (
            "Ann Mori will star and will executive produce alongside Dana Whitlock.",
            {("cast_member", "Ann Mori"), ("producer", "Ann Mori"), ("producer", "Dana Whitlock")},
        ),
        (
            "Joining Dana Whitlock in Kestrel Road are Ann Mori and Oscar winner Grace Tully.",
            {("cast_member", "Dana Whitlock"), ("cast_member", "Ann Mori"), ("cast_member", "Grace Tully")},
        ),
        ("Ann Mori broke her wrist on the set of Kestrel Road.", {("cast_member", "Ann Mori")}),
        ("Cinematographer Ann Mori is behind the camera.", {("cinematographer", "Ann Mori")}),
    ],
)
def test_people_are_found(text: str, expected: set[tuple[str, str]]) -> None:
    found = facts(HEAD + text)
    assert expected <= found
    assert {fact for fact in found if fact[0] in {"director", "cast_member", "producer", "writer"}} <= expected


def test_a_list_of_credits_tells_who_does_what() -> None:
    text = "Kestrel Road (2032)\nStars: Dana Whitlock, Ann Mori\nMusic: Grace Tully\nCinematography: Rosa Price\n"
    assert facts(text + "Kestrel Road is a film.") >= {
        ("cast_member", "Dana Whitlock"),
        ("cast_member", "Ann Mori"),
        ("composer", "Grace Tully"),
        ("cinematographer", "Rosa Price"),
    }
    assert ("cast_member", "Grace Tully") not in facts(text)


def test_who_is_denied_to_have_left_is_not_gone() -> None:
    claims = told("The makers of Kestrel Road have denied that Dana Whitlock has quit.")
    assert not [claim for claim in claims if claim.polarity is Polarity.DENIED]


def test_what_comes_after_the_shoot_is_no_shoot() -> None:
    found = facts("Post-production on Kestrel Road is under way in London.")
    assert ("production_status", "post_production") in found
    assert not found & {("production_status", "filming"), ("filming_location", "London")}


def test_a_shoot_that_is_to_resume_does_not_go_on() -> None:
    found = facts("Production on Kestrel Road has been halted. Shooting at Longcross Studios is expected to resume.")
    assert ("production_status", "filming") not in found


def test_a_street_that_is_shut_halts_nothing() -> None:
    text = "Princes Street in Edinburgh will be shut on Sunday for the filming of Kestrel Road."
    assert ("production_status", "paused") not in facts(text)
    assert ("filming_location", "Edinburgh") in facts(text)
