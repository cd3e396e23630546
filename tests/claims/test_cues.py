"""Cue phrases by class."""

import pytest

from setwatch.claims.cues import Phrasebook
from setwatch.language.words import Words
from setwatch.model import Sentence, Span

LISTS = {
    "when": {
        "en": {
            "out": ["hits theaters", "premier*", "is * due", "won't", "disney+", "put * back", "Vereinigte* Reich"],
            "shoot": ["shot", "hits"],
        },
        "de": {},
        "fr": {"out": ["n' * pas", "été"]},
    },
    "where": {"en": {"place": ["hits theaters in"]}},
}


def found(text: str, name: str = "when", lang: str = "en") -> list[tuple[str, str]]:
    """Return class and words of the cues in a text of one sentence."""
    sentence = Sentence(Span(0, len(text)), text)
    cues = Phrasebook(LISTS, lang).read(Words(text), [sentence])
    return sorted((cue.kind, text[cue.span.start : cue.span.end]) for cue in cues.of(name, sentence))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It hits theaters soon", [("out", "hits theaters"), ("shoot", "hits")]),
        ("It hits  theaters", [("out", "hits  theaters"), ("shoot", "hits")]),
        ("It hits, theaters", [("shoot", "hits")]),
        ("The PREMIERE was shot", [("out", "PREMIERE"), ("shoot", "shot")]),
        ("Its premiere’s night", [("out", "premiere’s")]),
        ("it is now at last due", [("out", "is now at last due")]),
        ("it is of all the films of that year due", []),
        ("it is due, they say, due", [("out", "is due, they say, due")]),
        ("They put it back", [("out", "put it back")]),
        ("It won’t open", [("out", "won’t")]),
        ("on Disney+.", [("out", "Disney+")]),
        ("das vereinigten Reich", [("out", "vereinigten Reich")]),
        ("shots, a _shot_, a shot's, preshot", []),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_words_that_lean_on_the_next_stand_alone() -> None:
    assert found("il n’est donc pas", lang="fr") == [("out", "n’est donc pas")]
    assert found("l'été", lang="fr") == [("out", "été")]


def test_an_accent_makes_another_word() -> None:
    assert found("l'ete", lang="fr") == []


def test_a_language_without_lists_reads_the_fallback() -> None:
    assert found("a premiere", lang="sv") == [("out", "premiere")]
    assert found("a premiere", lang="de") == []


def test_no_phrase_goes_beyond_its_sentence() -> None:
    text = "It hits theaters. In May"
    first, second = Sentence(Span(0, 17), text[:17]), Sentence(Span(18, 24), text[18:])
    cues = Phrasebook(LISTS, "en").read(Words(text), [first, second])
    assert sorted(cue.kind for cue in cues.of("when", first)) == ["out", "shoot"]
    assert cues.of("where", first) == cues.of("where", second) == ()


def test_a_stretch_has_the_longest_that_lies_in_it() -> None:
    text = "It hits theaters"
    sentence = Sentence(Span(0, len(text)), text)
    cues = Phrasebook(LISTS, "en").read(Words(text), [sentence])
    assert [cue.kind for cue in cues.within("when", sentence, Span(0, 7))] == ["shoot"]
