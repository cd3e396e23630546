"""A cheap look before an expensive one never hides a match."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setwatch.claims import triggers as triggers_module
from setwatch.claims.people.words import words_of
from setwatch.claims.triggers import triggers

LANGUAGES = ("de", "en", "es", "fr", "hu", "it", "nb", "nl", "pl", "pt", "ru", "sv")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("directed by", {"directed by"}),
        ("(?:starring|featuring) x", {"starring x", "featuring x"}),
        ("(?:starring|ab)", None),
        ("films?", {"film", "films"}),
        (r"\w+ returns", {" returns"}),
        ("(?:perhaps )?no", None),
        ("(?:so )?on(?: the)? set", {"on set", "so on set", "on the set", "so on the set"}),
        ("(?:is|was) " + "(?:a|the)? ?" * 6 + "(?:later )?lead", {" lead", "later lead", " later lead", "lead"}),
        ("a(?!later)b", None),
        ("on(?! and) set", {"on set"}),
        (r"[abc]+ in talks{1,2}", {" in talks"}),
        (r"(?:eyed|tapped)+ for", {"eyed", "tapped"}),
        (r"\(\w+\)", None),
        (r"role[,;] \w", {"role, ", "role; "}),
        (r"so(?P<part>[a-z]*) (?:says|said)", {" says", " said"}),
    ],
)
def test_a_trigger_is_what_every_match_contains(source: str, words: set[str] | None) -> None:
    assert triggers(source) == words


PIECES = st.sampled_from(["a", "b ", "(?:ab|c)", "(?:ca?|b[,;] )", "(?:a|b|(?:c|aa) ?)", "(?P<x>bc)", "[,;]", r"\w"])


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", "?", "+", "{0,2}"])), min_size=1, max_size=6), st.data())
def test_every_match_contains_a_trigger(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    source = "".join(f"(?:{piece}){times}" for piece, times in pieces).replace("?P<x>", "")
    text = data.draw(st.from_regex(source, fullmatch=True, alphabet="abc ,;"))
    with patch.object(triggers_module, "MOST", 3), patch.object(triggers_module, "TELLING", 1):
        needed = triggers(source)
    assert needed is None or any(word in text for word in needed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_most_patterns_of_a_lexicon_have_triggers(lang: str) -> None:
    patterns = words_of(lang).patterns
    assert sum(1 for pattern in patterns if pattern.triggers) > 0.8 * len(patterns)
