"""Cue phrases by class."""

import pytest

from setwatch.claims.cues import Lexicon

LEXICON = Lexicon({"en": {"open": ["hits theaters", "premier*", "is * due"], "shoot": ["shot", "hits"]}, "de": {}})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It hits theaters soon", [("open", "hits theaters"), ("shoot", "hits")]),
        ("The PREMIERE was shot", [("open", "PREMIERE"), ("shoot", "shot")]),
        ("it is now at last due", [("open", "is now at last due")]),
        ("it is of all the films of that year due", []),
        ("shots", []),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, found: list[tuple[str, str]]) -> None:
    cues = LEXICON.find(text, "en", 100)
    assert sorted((c.kind, text[c.span.start - 100 : c.span.end - 100]) for c in cues) == found


def test_a_language_without_lists_reads_the_fallback() -> None:
    assert [c.kind for c in LEXICON.find("a premiere", "sv")] == ["open"]
    assert LEXICON.find("a premiere", "de") == ()
