"""People, places and organisations in a text."""

import pytest

from setwatch.language import analyse
from setwatch.model import MentionKind
from tests.language.language_texts import RIVERFALL, document

PERSON, PLACE, ORGANISATION = MentionKind.PERSON, MentionKind.PLACE, MentionKind.ORGANISATION


def names(text: str, kind: MentionKind, lang: str = "en") -> list[str]:
    return [mention.name for mention in analyse(document(text, lang), (RIVERFALL,)).names if mention.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emma Quill was seen.", ["Emma Quill"]),
        ("It is by Emma J. Quill-Osei and Jean-Luc O’Marsh.", ["Emma J. Quill-Osei", "Jean-Luc O’Marsh"]),
        ("It is by Ana de la Marsh.", ["Ana de la Marsh"]),
        ("Director Emma Quill thanked Mr. Paul Osei.", ["Emma Quill", "Paul Osei"]),
        ("Director Xanthe Quorn is back.", ["Xanthe Quorn"]),
        ("It stars Emma Quill, Xanthe Quorn and Brimmo.", ["Emma Quill", "Xanthe Quorn", "Brimmo"]),
        ("Emma Quill (Nell), Xanthe Quorn (Ida), and Paul Osei return.", ["Emma Quill", "Xanthe Quorn", "Paul Osei"]),
        ("“Yes,” Xanthe Quorn said.", ["Xanthe Quorn"]),
        ("Eve Best is in it.", ["Eve Best"]),
        ("Xoltan Quorn has now officially signed on.", ["Xoltan Quorn"]),
        ("Xoltan Quorn came by. On Monday Quorn left.", ["Xoltan Quorn"] * 2),
        ("Sadly, Emma Quill is gone.", ["Emma Quill"]),
        ("According to Brimmo, Emma Quill is gone.", ["Emma Quill"]),
    ],
)
def test_people_are_found_with_all_their_names(text: str, expected: list[str]) -> None:
    assert names(text, PERSON) == expected


def test_a_surname_is_its_fullest_form_before_and_after_it() -> None:
    text = "Quill is on the set. Emma Quill, 41, directs. Quill’s crew waits."
    assert names(text, PERSON) == ["Emma Quill"] * 3


def test_a_headline_names_people_by_first_name() -> None:
    text = "Emma D’Arcy Leads The Whole New Cast Here\n\nD’Arcy is in Oslo."
    assert names(text, PERSON) == ["Emma D’Arcy"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emma Quill & Paul Osei Join The New Riverfall Film", ["Emma Quill", "Paul Osei"]),
        ("Emma Quill Exits The Whole Riverfall Film Now", ["Emma Quill"]),
        ("Studio Taps Paul Osei For The Next Riverfall", ["Paul Osei"]),
    ],
)
def test_the_verb_of_a_headline_is_no_name(text: str, expected: list[str]) -> None:
    assert names(text, PERSON) == expected


def test_a_surname_that_is_a_place_is_a_person_where_nothing_locates() -> None:
    text = "Emma London is back. On Monday London said so, in London."
    assert names(text, PERSON) == ["Emma London"] * 2
    assert names(text, PLACE) == ["London"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Фото режиссёра Кристофера Ветрова появилось сегодня.", "Кристофер Ветрова"),
        ("de", "Gedreht hat das der Amerikaner Thomas Quill selbst.", "Thomas Quill"),
        ("es", "En el reparto están Emma Quill y Paul Osei.", "Paul Osei"),
        ("hu", "A rendező Halmos Nóra marad.", "Halmos Nóra"),
    ],
)
def test_people_in_other_languages(lang: str, text: str, expected: str) -> None:
    assert expected in names(text, PERSON, lang)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Filming moved from Norway to Rome.", ["Norway", "Rome"]),
        ("en", "The crew is in Budapest, Jordan and Italy.", ["Budapest", "Jordan", "Italy"]),
        ("en", "It was shot at Quorn Castle and near Brindle.", ["Quorn Castle", "Brindle"]),
        ("en", "Work began at the Quorn mausoleum.", ["Quorn mausoleum"]),
        ("en", "They were seen in front of St Orrin's Hall.", ["St Orrin's Hall"]),
        ("en", "They met in Los Angeles and Las Vegas.", ["Los Angeles", "Las Vegas"]),
        ("en", "He was last seen in Saltmarsh and lives in Brindle.", ["Brindle"]),
        ("en", "Cameras roll in the U.K. and the US.", ["U.K.", "US"]),
        ("de", "Die Crew reist von Norwegen nach Rom.", ["Norwegen", "Rom"]),
        ("fr", "Le tournage en Norvège et à Venise.", ["Norvège", "Venise"]),
        ("hu", "Forgattak Budapesten és Olaszországban.", ["Budapest", "Olaszország"]),
        ("ru", "Съёмки прошли в Норвегии и в Лондоне.", ["Норвегия", "Лондон"]),
        ("it", "La troupe è a Matera.", ["Matera"]),
        ("pl", "Zdjęcia powstały w Krakowie.", ["Kraków"]),
    ],
)
def test_places_are_found_in_their_base_form(lang: str, text: str, expected: list[str]) -> None:
    assert names(text, PLACE, lang) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mobile users love Reading.",
        "It was Nice of him.",
        "Florence Quill and Austin Osei are in it.",
        "The plan Of course failed.",
        "In October the crew left.",
    ],
)
def test_words_that_are_cities_by_chance_are_no_places(text: str) -> None:
    assert names(text, PLACE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warner Bros. moved it, Deadline reports.", ["Warner Bros.", "Deadline"]),
        ("It streams on Disney+ and HBO Max.", ["Disney+", "HBO Max"]),
        ("Northlight Pictures said so.", ["Northlight Pictures"]),
        ("The Hollywood Reporter had it first.", ["The Hollywood Reporter"]),
        ("Time will tell. People wait. Max Quill waits.", []),
    ],
)
def test_organisations_are_found(text: str, expected: list[str]) -> None:
    assert names(text, ORGANISATION) == expected


def test_a_saint_belongs_to_the_name_of_the_town() -> None:
    assert "Saint-Malo" in names("Le tournage a débuté à Saint-Malo.", PLACE, "fr")


def test_of_two_of_one_surname_the_first_is_called_by_it_alone() -> None:
    text = "Emma Quill Ends Her Shoot\n\nQuill stands in the desert beside her father, Paul Quill. Quill is done."
    assert names(text, PERSON) == ["Emma Quill", "Emma Quill", "Paul Quill", "Emma Quill"]


def test_a_surname_that_is_a_thing_too_stands_behind_a_first_name_but_not_in_the_name_of_a_place() -> None:
    people = names("Newcomers include Toby Lunt and Freya Hall. They met in Albert Hall.", MentionKind.PERSON)
    assert "Freya Hall" in people
    assert "Albert Hall" not in people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Work began, according to the Painters Guild of Canada.", ["Painters Guild of Canada"]),
        ("The Malta Film Commission said so.", ["Malta Film Commission"]),
        ("A spokesman for the Oslo Film Office confirmed it.", ["Oslo Film Office"]),
        ("He sat in the council and the office.", []),
    ],
)
def test_institutions_are_named_whole_and_are_no_places(text: str, expected: list[str]) -> None:
    assert names(text, ORGANISATION) == expected
    assert not names(text, PLACE)
