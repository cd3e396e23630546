"""Titles that documents report on and nobody watches."""

import pytest

from setwatch.following import marked_in, named_in, suggestions
from setwatch.language import analyse
from setwatch.model import Document, Kind, Named, Production, Suggestion


def document(text: str, outlet: str = "The Reel", number: int = 1, lang: str = "en") -> Document:
    """A document with its headline on the first line."""
    return Document(
        document_id=f"https://{outlet.replace(' ', '').lower()}.example/{number}",
        version=f"{number:064d}",
        url=None,
        outlet=outlet,
        byline=(),
        title=text.split("\n", 1)[0],
        published="2031-02-03",
        captured="2031-02-04T00:00:00+00:00",
        lang=lang,
        text=text,
    )


def named(text: str, outlet: str = "The Reel", number: int = 1, lang: str = "en", markup: str = "") -> Named:
    """What one document names."""
    one = document(text, outlet, number, lang)
    return named_in(one, analyse(one, ()), marked_in(markup))


def proposed(*texts: str, watched: tuple[Production, ...] = (), lang: str = "en", markup: str = "") -> list[Suggestion]:
    """What is proposed from documents with these texts."""
    found = [named(text, number=number, lang=lang, markup=markup) for number, text in enumerate(texts)]
    return suggestions(found, watched)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ilse Marr Joins Tom Orde In ‘Pale Hours’\n\nShe is the third lead of the thriller, the studio said."),
        ("en", "‘Pale Hours’ Trailer: Ilse Marr Goes Under\n\nThe studio dropped a first look at the film."),
        ("en", "'Pale Hours': Ilse Marr On The Twist\n\nOn Sunday's episode of \"Pale Hours\" nobody was safe."),
        (
            "en",
            "Shoot begins in Trieste\n\nThe first scenes of the thriller Pale Hours were filmed in Trieste on Monday.",
        ),
        ("en", "News from the north\n\nPale Hours will premiere on Lantern+ in May, and the series has been renewed."),
        ("de", "Marr spricht\n\nDie Dreharbeiten zur Serie „Pale Hours“ haben begonnen, sagt der Regisseur."),
        ("fr", "Le tournage commence\n\nLe film « Pale Hours » sera tourné à Brest, dit la réalisatrice."),
        ("es", "Comienza el rodaje\n\nLa película “Pale Hours” se estrena en mayo, dice la actriz."),
        ("it", "Al via le riprese\n\nLe riprese del film “Pale Hours” iniziano a Trieste, dice il regista."),
    ],
)
def test_a_title_among_words_of_the_trade_is_proposed(lang: str, text: str) -> None:
    assert [each.title for each in proposed(text, lang=lang)] == ["Pale Hours"]


@pytest.mark.parametrize(
    "text",
    [
        "New Music\n\nThe band released its new single “Pale Hours” on Friday, and the album follows in May.",
        "Books\n\nHer novel “Pale Hours” is the book of the year, critics say.",
        "On Stage\n\nHe will star in the stage musical “Pale Hours” when it comes to Broadway.",
        "Ilse Marr dies\n\nThe film actress Ilse Marr (Pale Hours) has died in Trieste.",
        "Harbour news\n\nThe Pale Hours Company opens a new quay in Trieste, the mayor said.",
        "Tom ‘Pale Hours’ Orde Wins\n\nThe boxer Tom “Pale Hours” Orde was cheered.",
    ],
)
def test_songs_books_plays_credits_and_nicknames_are_not(text: str) -> None:
    assert proposed(text) == []


def test_people_and_outlets_are_not_proposed() -> None:
    text = "Cast news\n\nIlse Marr will star in the film. “Ilse Marr” is directed by her, The Reel says of the series."
    assert proposed(text) == []


WATCHED = "‘Pale Hours’ Trailer Is Here\n\nThe thriller Pale Hours premieres in May, the studio said of the film."


@pytest.mark.parametrize("name", ["Pale Hours", "PALE HOURS", "The Pale Hours"])
def test_what_is_watched_is_left_out_under_any_wording(name: str) -> None:
    assert proposed(WATCHED)
    assert proposed(WATCHED, watched=(Production(name),)) == []
    assert proposed(WATCHED, watched=(Production("Something Else", (name,)),)) == []
    assert proposed(WATCHED, watched=(Production("Something Else", (), name),)) == []


def test_a_shorter_wording_beside_a_longer_one_is_an_alias_of_it() -> None:
    text = (
        "‘Orrin: Pale Hours’ Trailer\n\nThe film “Orrin: Pale Hours” premieres in May. "
        "The sequel to nothing, “Pale Hours” stars Ilse Marr."
    )
    found = proposed(text)
    assert [(each.title, each.also) for each in found] == [("Orrin: Pale Hours", ("Pale Hours",))]


def test_a_counted_part_and_a_number_are_one_title() -> None:
    one = "‘Orrin 2’ Trailer\n\nThe film “Orrin 2” premieres in May."
    two = "‘Orrin: Part Two’ Trailer\n\nThe film “Orrin: Part Two” premieres in May."
    assert [each.documents for each in proposed(one, two)] == [2]


def test_emphasis_in_the_markup_counts() -> None:
    text = "Over\n\nThe channel has ended Orrin, Pale Hours and other shows, an actor of a sitcom said on television."
    markup = "<p>The channel has ended <em><a href='/x'>Orrin</a>, Pale Hours</em> and other shows</p>"
    assert [each.title for each in proposed(text)] == []
    assert {each.title for each in proposed(text, markup=markup)} == {"Orrin", "Pale Hours"}


def test_titles_of_a_list_have_in_common_what_is_said_of_it() -> None:
    text = "Pickups\n\nThe channel picked up three new series, “Orrin,” “Pale Hours” and “The Low Road” from Lantern."
    found = {each.title: each.kind for each in proposed(text)}
    assert found == dict.fromkeys(("Orrin", "Pale Hours", "The Low Road"), Kind.SERIES)


def test_more_documents_and_outlets_make_it_surer() -> None:
    text = "‘Pale Hours’ Trailer\n\nThe film premieres in May."
    once = suggestions([named(text)], ())
    twice = suggestions([named(text, "The Reel", 1), named(text, "Echo", 2)], ())
    assert twice[0].score > once[0].score
    assert (twice[0].documents, twice[0].outlets) == (2, ("Echo", "The Reel"))


def test_the_evidence_is_a_sentence_of_the_document() -> None:
    text = "Shoot begins\n\nIt rained. The thriller Pale Hours is filming in Trieste. Nobody minded."
    naming = named(text).namings[0]
    assert text[naming.start : naming.end].startswith("The thriller Pale Hours is filming in Trieste")


def test_versions_of_one_document_count_once() -> None:
    text = "‘Pale Hours’ Trailer\n\nThe film premieres in May."
    assert [each.documents for each in suggestions([named(text), named(text)], ())] == [1]


@pytest.mark.parametrize("words", ["‘" * 5000, "<em>" * 5000, "“A " * 5000, "A: " * 20000, "film A of " * 10000])
def test_hostile_text_costs_little(words: str) -> None:
    named(f"Film\n\n{words}", markup=words)
    assert marked_in("<em>" + " " * 100_000) == frozenset()
