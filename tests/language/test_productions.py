"""Which words of a text name a watched production."""

import pytest

from setwatch.language import analyse
from setwatch.model import Production
from tests.language.language_texts import HOLLOW, LANTERN, RIVERFALL, RIVERFALL_NEXT, document, surfaces

WATCHED = (RIVERFALL, RIVERFALL_NEXT, HOLLOW, LANTERN)


@pytest.mark.parametrize(
    "surface",
    [
        "Riverfall 4", "riverfall 4", "RIVERFALL 4", "Riverfall IV", "Riverfall: Deep Water", "Riverfall – Deep Water",
        "Riverfall Deep Water", "RF4", "#RF4", "#Riverfall4", "#RiverfallDeepWater", "Deep Water",
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_printed(surface: str) -> None:
    analysis = analyse(document(f"Shooting of Riverfall 4, or {surface}, is over."), WATCHED)
    assert surface in surfaces(analysis, RIVERFALL.name)


@pytest.mark.parametrize("surface", ["Riverfall Part 5", "Riverfall: Part Five", "Riverfall – Teil 5", "Riverfall V"])
def test_parts_are_numbered_in_digits_romans_and_words(surface: str) -> None:
    assert surfaces(analyse(document(f"The studio delays {surface}."), WATCHED), RIVERFALL_NEXT.name) == [surface]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The studio dated Riverfall. The fifth film opens in May.", "fifth film"),
        ("Riverfall kehrt zurück: Der fünfte Film kommt im Mai ins Kino.", "fünfte Film"),
        ("Riverfall 4 and 5 are shot back to back.", "5"),
        ("Riverfall 4 opens in May, No. 5 a year later.", "No. 5"),
        ("Riverfall 4 opens in May, and the fifth then comes in June.", "fifth"),
    ],
)
def test_a_number_stands_for_the_production_of_a_franchise(text: str, surface: str) -> None:
    assert surface in surfaces(analyse(document(text), WATCHED), RIVERFALL_NEXT.name)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Riverfall 4 comes after Riverfall 3 in the series.", "Riverfall 3"),
        ("Riverfall 4 comes after Riverfall: Dry Land in the series.", "Riverfall: Dry Land"),
        ("Riverfall 4 is darker than the second film.", "second film"),
        ("Riverfall 4 takes the date of Iron Meadow: Rising from the studio.", "Iron Meadow: Rising"),
        ("The star of “Salt Road” joins Riverfall 4.", "Salt Road"),
        ("The star of the film Kestrel (2011) joins Riverfall 4.", "Kestrel"),
        ("The studio moved Iron Meadow 2 and Riverfall 4.", "Iron Meadow 2"),
    ],
)
def test_another_title_is_no_watched_one(text: str, surface: str) -> None:
    assert surface in surfaces(analyse(document(text), WATCHED), None)


@pytest.mark.parametrize(
    "text",
    [
        "She lit a lantern in the hall.",
        "Lantern sales rose in May.",
        "The Lantern Festival opened in the city.",
        "The company Green Lantern Foods sold its shares to the government.",
        "a hollow crown affair shook the palace",
    ],
)
def test_words_that_are_a_title_by_chance_are_none(text: str) -> None:
    assert analyse(document(text), WATCHED).productions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The trailer for “Lantern” is here, and the actors love it.",
        "The series Lantern stars Ada Quill and is filmed in Oslo.",
        "Quill’s Lantern has begun filming, the studio and its director said.",
        "LANTERN will stream next year, says the showrunner of the series.",
    ],
)
def test_a_bare_title_counts_with_evidence(text: str) -> None:
    assert len(surfaces(analyse(document(text), WATCHED), LANTERN.name)) == 1


def test_a_name_that_is_sure_once_is_meant_each_time() -> None:
    text = "“Lantern”, the HBO series, is being filmed.\n\nNobody knows when Lantern will be seen."
    assert len(surfaces(analyse(document(text), WATCHED), LANTERN.name)) == 2


def test_the_main_production_is_the_one_that_the_text_is_about() -> None:
    text = "Riverfall 5 Moves To May\n\nThe studio moved Riverfall 5. It was to follow Riverfall 4 within a year."
    assert analyse(document(text), WATCHED).main_production == RIVERFALL_NEXT.name
    assert analyse(document("The weather was fine."), WATCHED).main_production is None


def test_the_sequel_is_the_main_production() -> None:
    text = "Riverfall 5 is dated. The sequel opens in May."
    assert surfaces(analyse(document(text), WATCHED), RIVERFALL_NEXT.name) == ["Riverfall 5", "The sequel"]


def test_the_next_one_is_the_only_one_that_is_watched() -> None:
    analysis = analyse(
        document("Ada Quill will direct the next Riverfall for the studio, a movie at last."), (RIVERFALL,)
    )
    assert surfaces(analysis, RIVERFALL.name) == ["next Riverfall"]


def test_nothing_is_watched() -> None:
    analysis = analyse(document("Ada Quill is in “Salt Road” in Oslo."), ())
    assert surfaces(analysis, None) == ["Salt Road"]
    assert analysis.main_production is None


def test_the_same_name_in_another_order_of_the_list_is_the_same_production() -> None:
    text = "Riverfall 4 and Lantern, the HBO series, are filmed in Oslo."
    one, two = analyse(document(text), WATCHED), analyse(document(text), WATCHED[::-1])
    assert one.productions == two.productions


def test_a_watch_list_of_thousands_is_read_like_one() -> None:
    many = tuple(Production(f"Nowhere {word} Tale") for word in ("Red", "Blue")) + tuple(
        Production(f"Film Number {number} Of Many") for number in range(3000)
    )
    text = "Riverfall 4 is being filmed in Oslo."
    assert analyse(document(text), (*many, RIVERFALL)).productions == analyse(document(text), (RIVERFALL,)).productions


@pytest.mark.parametrize(
    "text",
    [
        "Glass Harbour, directed by Ada Lind, is done.",
        "Glass Harbour opens in May.",
        "Nobody knows why Glass Harbour has been delayed.",
        "Glass Harbour kommt in die Kinos.",
    ],
)
def test_what_is_said_only_of_a_work_marks_a_name_of_two_words(text: str) -> None:
    glass = Production("Glass Harbour")
    assert surfaces(analyse(document(text), (glass,)), glass.name) == ["Glass Harbour"]


def test_a_name_of_two_words_by_itself_is_a_place_like_any_other() -> None:
    glass = Production("Glass Harbour")
    assert surfaces(analyse(document("Boats lie in Glass Harbour. It was calm there."), (glass,)), glass.name) == []


@pytest.mark.parametrize(
    "text",
    [
        "The first trailer for Lantern came out on Sunday. It stars an actress from Oslo, and cinemas wait.",
        "The city closes a road for filming of the drama Lantern. The series stars two actors from Oslo.",
        "Two premieres have moved, while Lantern, the fantasy by a filmmaker from Oslo, skips cinemas.",
        "What to see in cinemas\n\n6. Lantern (May)\nThe filmmaker and her actress are alone. The trailer is out.\n",
    ],
)
def test_a_title_of_one_word_is_known_by_what_stands_around_it(text: str) -> None:
    assert surfaces(analyse(document(text), WATCHED), LANTERN.name) == ["Lantern"]


def test_a_working_title_is_no_other_production() -> None:
    analysis = analyse(document('Riverfall 4 is filming in Oslo under the working title "Bluebird", we hear.'), WATCHED)
    assert surfaces(analysis, None) == []
