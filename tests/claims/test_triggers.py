"""A cheap look before an expensive one never hides a match."""

import pytest

from setwatch.claims.people.triggers import triggers
from setwatch.claims.people.words import words_of

LANGUAGES = ("de", "en", "es", "fr", "hu", "it", "nb", "nl", "pl", "pt", "ru", "sv")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("directed by", {"directed by"}),
        ("(?:starring|featuring) x", {"starring", "featuring"}),
        ("(?:starring|ab)", None),
        ("films?", {"film"}),
        (r"\w+ returns", {"returns"}),
        ("(?:perhaps )?no", None),
        ("a(?!later)b", None),
        ("[abc]+ in talks{1,2}", {"in talks"}),
    ],
)
def test_a_trigger_is_what_every_match_contains(source: str, words: set[str] | None) -> None:
    assert triggers(source) == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_most_patterns_of_a_lexicon_have_triggers(lang: str) -> None:
    patterns = words_of(lang).patterns
    assert sum(1 for pattern in patterns if pattern.triggers) > 0.8 * len(patterns)
