"""Names of productions that have marks in them: full stops, exclamation and question marks, ampersands, numerals."""

import pytest

from setwatch.language import analyse
from setwatch.model import Production
from tests.language.language_texts import document


def named(text: str, name: str) -> list[str]:
    found = analyse(document(text), (Production(name),))
    return [mention.surface for mention in found.productions if mention.production == name]


@pytest.mark.parametrize(
    ("name", "text", "surface"),
    [
        ("Harbour Lights Vol. 3", "The studio moved Harbour Lights Vol. 3 to May 5, 2023.", "Harbour Lights Vol. 3"),
        ("Harbour Lights Vol. 3", "Harbour Lights, Volume 3 opens in theaters May 5.", "Harbour Lights, Volume 3"),
        ("Harbour Lights Vol. 3", "Harbour Lights 3 opens in theaters on May 5, 2023.", "Harbour Lights 3"),
        ("Harbour Lights: Part Two", "Harbour Lights 2 opens in theaters on May 5, 2023.", "Harbour Lights 2"),
        ("The Reef II", "The Reef 2 opens in theaters on September 8, 2023.", "The Reef 2"),
        ("Heron vs. Otter", "The studio moved Heron vs. Otter to May 21, 2021.", "Heron vs. Otter"),
        ("Heron vs. Otter", "The studio moved Heron vs Otter to May 21, 2021.", "Heron vs Otter"),
        ("Mr. & Mrs. Quill", "Mr. & Mrs. Quill opens in theaters on June 10, 2020.", "Mr. & Mrs. Quill"),
        ("Mr. & Mrs. Quill", "Mr and Mrs Quill opens in theaters on June 10, 2020.", "Mr and Mrs Quill"),
        ("Heron & Otter", "Heron und Otter startet am 26. Juli 2024 im Kino.", "Heron und Otter"),
        ("Dr. Lantern", "Dr. Lantern will be released in cinemas on January 17, 2020.", "Dr. Lantern"),
        ("Zap! The Last Spark", "Zap! The Last Spark will hit theaters on March 17.", "Zap! The Last Spark"),
        ("Are We In? Ask Rowan.", "Are We In? Ask Rowan will hit theaters on April 28.", "Are We In? Ask Rowan"),
        ("Once More… in Ostend", "Once More... in Ostend moves up to July 26 in cinemas.", "Once More... in Ostend"),
    ],
)
def test_a_name_is_found_with_its_marks_and_in_its_usual_other_spellings(name: str, text: str, surface: str) -> None:
    assert named(text, name) == [surface]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Harbour Lights", "We walked to the Harbour. Lights went out in theaters on May 5."),
        ("Zap! The Last Spark", "It said zap! the last spark went out."),
        ("Heron & Otter", "The zoo has a heron and otter."),
    ],
)
def test_words_that_a_sentence_parts_or_that_are_plain_are_no_name(name: str, text: str) -> None:
    assert named(text, name) == []


def test_no_sentence_ends_inside_a_watched_name() -> None:
    text = "Then Zap! The Last Spark opens on March 17. It is the second film. And Zap! will stream."
    found = analyse(document(text), (Production("Zap! The Last Spark"), Production("Zap!")))
    assert [sentence.text for sentence in found.sentences] == [
        "Then Zap! The Last Spark opens on March 17.",
        "It is the second film.",
        "And Zap! will stream.",
    ]


def test_a_sentence_ends_behind_the_last_mark_of_a_name_where_a_capital_follows() -> None:
    found = analyse(document("We saw Zap! The cast was there."), (Production("Zap!"),))
    assert len(found.sentences) == 2
