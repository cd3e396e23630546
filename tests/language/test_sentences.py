"""Where sentences end, in running text and in what pages leave of it."""

import pytest

from setwatch.language.sentences import sentences
from tests.language.language_texts import document, post


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(document(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe met Dr. Quill in St. Ives.",
        "It opens on Dec. 4 in the U.S. and Canada.",
        "Look at No. 7 again.",
        "Das dauert z. B. zwei Jahre.",
        "Am 3. Oktober kam er nach Oslo.",
        "Habló con la Sra. Marsh ayer.",
        "Lo dice, p. ej. en la radio.",
        "Съёмки 2021 г. прошли в Осло.",
        "J.J. Quill and S. T. Roe wrote it.",
        "“Really?” she asked.",
        "He said that... and left.",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_none(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It wrapped. The crew left.", ["It wrapped.", "The crew left."]),
        ("“It wrapped.” The crew left.", ["“It wrapped.”", "The crew left."]),
        ("Who knows? Nobody! Not yet.", ["Who knows?", "Nobody!", "Not yet."]),
        ("It stopped at 5 p.m. The crew left.", ["It stopped at 5 p.m.", "The crew left."]),
        ("Filming ended in May.The crew left.", ["Filming ended in May.", "The crew left."]),
        ("Dreharbeiten, Kostüme usw. Der Film kommt 2022.", ["Dreharbeiten, Kostüme usw.", "Der Film kommt 2022."]),
    ],
)
def test_marks_end_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_line_is_a_sentence_of_its_own() -> None:
    text = "Lantern Wraps In Oslo\n\n• First item\n• Second item\n12:04 The crew is here"
    assert split(text) == ["Lantern Wraps In Oslo", "• First item", "• Second item", "12:04 The crew is here"]


def test_a_post_has_sentences_of_its_own() -> None:
    text = "Here it is What a day! We are done — Jo (@jo) and the story goes on."
    start, end = text.index("What"), text.index(" and the story")
    found = sentences(document(text, posts=(post(text, start, end),)))
    assert [(s.text, s.post) for s in found] == [
        ("Here it is", None),
        ("What a day!", 0),
        ("We are done — Jo (@jo)", 0),
        ("and the story goes on.", None),
    ]
