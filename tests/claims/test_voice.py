"""Whom a text credits for its words."""

import pytest

from setwatch.claims.voice import attribution
from setwatch.model import Span
from tests.claims.scenes import scene

PEOPLE = ("Ada Quill", "Bram Osei")


def said(text: str, words: str) -> str | None:
    told = scene(text, people=PEOPLE)
    at = text.index(words)
    sentence = next(s for s in told.analysis.sentences if s.span.start <= at < s.span.end)
    return attribution(told, sentence, Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The shoot is over.", None),
        ("Ada Quill says that the shoot is over.", "Ada Quill"),
        ("According to Ada Quill, the shoot is over.", "Ada Quill"),
        ("Per Ada Quill, the shoot is over.", "Ada Quill"),
        ("Yesterday the shoot is over, Ada Quill confirmed.", "Ada Quill"),
        ("Bram Osei told Ada Quill that the shoot is over.", "Bram Osei"),
        ("Today the shoot is over, a source close to the production says.", "a source close to the production"),
        ("Bram Osei came by. He has confirmed that the shoot is over.", "Bram Osei"),
        ("Today the shoot is over, director Ada Quill announced.", "Ada Quill"),
        ("Today the shoot is over, said producer Ada Quill.", "Ada Quill"),
        ("Ada Quill herself keeps telling everybody that the shoot is over.", "Ada Quill"),
        ("Ada Quill has likewise confirmed that the shoot is over.", "Ada Quill"),
        (
            "Ada Quill's picture is on Instagram. In it, Bram Osei waves. Her caption says the shoot is over.",
            "Ada Quill",
        ),
        ("Ada Quill posted a clip. In it, Bram Osei waves. Her caption says the shoot is over.", "Ada Quill"),
        ("Ada Quill's caption for the pier stunt photo mentions that the shoot is over.", "Ada Quill"),
        ("Speaking to a magazine, Ada Quill said that the shoot is over.", "Ada Quill"),
        ("The shoot is over. Ada Quill says so herself.", "Ada Quill"),
        ("The shoot is over. Ada Quill says she is tired.", None),
        ("The shoot is over. The weather, Ada Quill says so, was fine.", None),
        ("The shoot is over; Ada Quill says that she is tired.", None),
    ],
)
def test_the_source_of_a_clause_is_found(text: str, source: str | None) -> None:
    assert said(text, "shoot is over") == source


def test_the_studio_is_none_of_the_agencies_before_it() -> None:
    text = "OSLO (Reuters) - The shoot is over, the studio said."
    told = scene(text, organisations=("Reuters",))
    at = text.index("shoot")
    assert attribution(told, told.analysis.sentences[0], Span(at, at + 5)) == "the studio"


def test_the_studio_is_the_one_named_before() -> None:
    text = "Lionsgate is pleased. The shoot is over, the studio said."
    told = scene(text, organisations=("Lionsgate",))
    at = text.index("shoot")
    assert attribution(told, told.analysis.sentences[1], Span(at, at + 5)) == "Lionsgate"
