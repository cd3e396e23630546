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
        ("By Monday the shoot is over, creator Ada Quill told Variety, two days before the launch.", "Ada Quill"),
        ("They say the shoot is over, says location manager Ada Quill, and nobody laughs.", "Ada Quill"),
        (
            "Also, according to two people with knowledge of the matter, the shoot is over.",
            "two people with knowledge of the matter",
        ),
        ("According to the notices, the shoot is over.", "the notices"),
        ("It comes from the account @harbourwatch, which says that the shoot is over.", "harbourwatch"),
        ("Her agent has since told Variety that the shoot is over.", "Her agent"),
        ("Yesterday the shoot is over, a local councillor has confirmed.", "a local councillor"),
        ("Ada Quill came by. The actor confirmed that the shoot is over.", "Ada Quill"),
        ("The shoot is over. That is according to Ada Quill.", "Ada Quill"),
        ("Once more the shoot is over. So says Ada Quill.", "Ada Quill"),
    ],
)
def test_the_source_of_a_clause_is_found(text: str, source: str | None) -> None:
    assert said(text, "shoot is over") == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Variety reports that Ada Quill is back. According to the trade, the shoot is over.", "Variety"),
        ("Variety reports that Ada Quill is back. The site adds that the shoot is over.", "Variety"),
        ("Have you seen the Variety listing? It lists Ada Quill and says the shoot is over.", "Variety"),
        ("Yesterday the shoot is over, Variety reports, and the weather was fine.", "Variety"),
        ("The weather was fine for weeks in the city, Variety reports, and the shoot is over.", None),
        ("According to the site Reel Harbour, the shoot is over.", None),
    ],
)
def test_an_outlet_is_the_one_that_the_text_has_named(text: str, source: str | None) -> None:
    told = scene(text, people=PEOPLE, organisations=("Variety",))
    at = text.index("shoot is over")
    sentence = next(s for s in told.analysis.sentences if s.span.start <= at < s.span.end)
    assert attribution(told, sentence, Span(at, at + 13)) == source


def test_the_own_outlet_of_a_document_is_its_author() -> None:
    told = scene("The shoot is over, Variety has learned.", organisations=("Variety",), outlet="Variety")
    assert attribution(told, told.analysis.sentences[0], Span(4, 17)) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Der Dreh ist vorbei, wie Ada Quill am Montag mitteilte."),
        ("de", "Der Dreh ist vorbei. Das gab Regisseurin Ada Quill auf der Bühne bekannt."),
        ("de", "Am Montag hat Ada Quill bekannt gegeben, dass der Dreh ist vorbei."),
        ("fr", "Le tournage est fini, comme l'a annoncé la réalisatrice Ada Quill."),
        ("fr", "Le tournage est fini, ce que Ada Quill a confirmé en janvier."),
        ("es", "El rodaje ha terminado, así lo ha confirmado Ada Quill."),
        ("it", "Le riprese sono finite, lo ha annunciato la regista Ada Quill."),
    ],
)
def test_other_languages_turn_the_order(lang: str, text: str) -> None:
    told = scene(text, people=PEOPLE, lang=lang)
    words = next(w for w in ("Dreh ist vorbei", "tournage est fini", "rodaje ha", "riprese sono") if w in text)
    at = text.index(words)
    sentence = next(s for s in told.analysis.sentences if s.span.start <= at < s.span.end)
    assert attribution(told, sentence, Span(at, at + len(words))) == "Ada Quill"


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
