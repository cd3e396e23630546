"""Titles that headlines write without marks."""

import pytest

from setwatch.following import named_in, suggestions
from setwatch.language import analyse
from setwatch.model import Document, Kind, Suggestion


def document(title: str, text: str, lang: str = "en", number: int = 1) -> Document:
    """One item of a feed."""
    return Document(
        document_id=f"https://reel.example/{number}",
        version=f"{number:064d}",
        url=None,
        outlet="The Reel",
        byline=(),
        title=title,
        published="2031-02-03",
        captured="2031-02-04T00:00:00+00:00",
        lang=lang,
        text=f"{title}\n\n{text}",
    )


def proposed(*items: tuple[str, str], lang: str = "en") -> list[Suggestion]:
    """What is proposed from items of one feed, each with its headline and summary."""
    documents = [document(*item, lang, number) for number, item in enumerate(items)]
    return suggestions([named_in(each, analyse(each, ())) for each in documents], ())


@pytest.mark.parametrize(
    ("lang", "title", "text", "name"),
    [
        ("en", "Pale Hours Season 2 Trailer Shows The Harbour", "It starts in May.", "Pale Hours"),
        ("en", "Orrin: Pale Hours Set Photos Reveal A Castle", "Cameras rolled in Trieste.", "Orrin: Pale Hours"),
        ("en", "Pale Hours review – a storm worth waiting for", "Ilse Marr is on form.", "Pale Hours"),
        (
            "en",
            "Pale Hours confirms return of Jonas Reed after 20 years",
            "The soap aired it last night.",
            "Pale Hours",
        ),
        ("en", "Pale Hours: Two leave before the last night", "The show said goodbye to them.", "Pale Hours"),
        ("en", "Jonas Reed’s Pale Hours Unveils First Teaser", "The comedy arrives in cinemas in May.", "Pale Hours"),
        ("en", "Exclusive: Jonas Reed Talks Pale Hours’ Storm", "The third thriller is his best.", "Pale Hours"),
        ("en", "Box Office: ‘Pale Hours’ Flies High", "The sequel took the weekend.", "Pale Hours"),
        ("en", "Berlin: Lantern Buys ‘Hours’ For Spring", "The horror film sold at once.", "Hours"),
        ("de", "Bleiche Stunden: Staffel 3 kommt erst im Mai", "Der Sender hat es bestätigt.", "Bleiche Stunden"),
        ("de", '"Bleiche Stunden" holt Bestwert', "Viele sahen den Krimi am Sonntag.", "Bleiche Stunden"),
        ("fr", "Les Heures pâles : la date est connue", "La série revient au printemps.", "Les Heures pâles"),
        ("fr", "« Les Heures pâles » de retour en salles", "Le film fête son succès.", "Les Heures pâles"),
        ("es", "'Las horas pálidas' lidera la tarde", "La serie supera a todas.", "Las horas pálidas"),
        ("it", "Ore Pallide, ecco la data di uscita", "La nuova serie arriva a maggio.", "Ore Pallide"),
    ],
)
def test_what_a_headline_begins_with_is_proposed(lang: str, title: str, text: str, name: str) -> None:
    assert [each.title for each in proposed((title, text), lang=lang)] == [name]


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        ("en", "The Pale Hours announce first tour in seven years", "The band will play 20 concerts in May."),
        ("en", "Pale Hours 3 Gets New Trailer", "The game comes to consoles, and gamers may play it in May."),
        ("en", "Pale Hours returns with a new ride", "The theme park opens the attraction in the resort."),
        ("en", "10 Best Westerns Of The Fifties, Ranked", "These films defined the genre."),
        ("en", "Jonas Reed Joins Board of Trieste Museum", "The painter is the new head of the gallery."),
        ("en", "Trieste 2031: Who sings and when", "The harbour hosts the show for the first time."),
        ("de", "Heute im TV: Dieser Klassiker ist ein Muss", "Am Abend läuft er wieder."),
        ("de", "Bleiche Stunden: Buhrufe in der Oper", "Die Inszenierung spaltet das Theater."),
        ("fr", "Les Heures pâles : trois concerts à Brest", "La chanteuse y présente son album."),
        ("es", "Las mejores comedias de la década", "Clásicos para una noche."),
        ("it", "Ore Pallide: il romanzo dell'anno", "Lo scrittore presenta il libro."),
    ],
)
def test_bands_games_parks_lists_and_stages_are_not(lang: str, title: str, text: str) -> None:
    assert proposed((title, text), lang=lang) == []


def test_words_without_marks_count_less_where_an_outlet_writes_marks() -> None:
    names = {f"Title {word}" for word in ("Amber", "Birch", "Cedar", "Delta")}
    items = [f"‘{name}’ Season 2 Gets Trailer" for name in sorted(names)]
    items += ["Quay Notes: A Word From The Harbour"]
    text = "Film, television and a sequel: nobody was silent."
    assert {each.title for each in proposed(*((title, text) for title in items))} == names
    assert [each.title for each in proposed((items[-1], text), (items[-1], text))] == ["Quay Notes"]


def test_a_series_with_the_number_of_its_season_is_called_by_its_name() -> None:
    (found,) = proposed(("Ore Pallide 6: annunciata la data", "La nuova stagione della serie arriva."), lang="it")
    assert (found.title, found.also, found.kind) == ("Ore Pallide", ("Ore Pallide 6",), Kind.SERIES)
