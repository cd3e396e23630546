"""The words of a page are read in the encoding that its mark, the transfer or the page itself names."""

import codecs
from datetime import UTC, datetime

import pytest

from setwatch.model import take
from setwatch.reading.html import read_html

WORDS = (
    "Das Team von „Hafen aus Glas“ zieht im März für drei Wochen nach Świnoujście, sagte die Leiterin der Förderung. "
    "Gedreht wird an zwei Molen, nachts, bei künstlichem Regen, und die Straßen am Ufer bleiben so lange gesperrt."
)
LATIN = WORDS.replace("Świnoujście", "Ystad").replace("„", "«").replace("“", "»")


def read_words(payload: bytes, media_type: str = "text/html") -> str:
    return read_html(take(payload, media_type, datetime(2031, 3, 5, tzinfo=UTC))).text


def page(words: str, meta: str = "") -> str:
    return f"<!doctype html><html><head>{meta}<title>Hafen</title></head><body><article><p>{words}</p></article></body>"


@pytest.mark.parametrize(
    ("meta", "codec"),
    [
        ('<meta charset="iso-8859-1">', "iso-8859-1"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        (f'<!--{"x" * 1500}--><meta charset="iso-8859-15">', "iso-8859-15"),
    ],
)
def test_a_meta_element_names_the_encoding(meta: str, codec: str) -> None:
    assert read_words(page(LATIN, meta).encode(codec)) == LATIN


@pytest.mark.parametrize("name", ["ISO-8859-2", '"iso-8859-2"', "iso-8859-2; boundary=x"])
def test_the_media_type_names_the_encoding(name: str) -> None:
    words = WORDS.replace("„", "").replace("“", "")
    assert read_words(page(words).encode("iso-8859-2"), f"text/html;charset={name}") == words


def test_the_media_type_comes_before_the_meta_element() -> None:
    payload = page(WORDS, '<meta charset="iso-8859-1">').encode("cp1250")
    assert read_words(payload, "text/html; charset=windows-1250") == WORDS


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_comes_before_all(mark: bytes, codec: str) -> None:
    assert read_words(mark + page(WORDS).encode(codec), "text/html; charset=iso-8859-1") == WORDS


@pytest.mark.parametrize("media_type", ["text/html", "text/html; charset=iso-8859-1", "text/html; charset=nonsense"])
def test_utf_8_under_a_wrong_name_is_still_utf_8(media_type: str) -> None:
    assert read_words(page(WORDS, '<meta charset="iso-8859-1">').encode(), media_type) == WORDS


def test_an_unknown_encoding_loses_letters_but_no_page() -> None:
    text = read_words(page(LATIN).encode("iso-8859-1"), "text/html; charset=nonsense")
    assert text.startswith("Das Team von") and "Ystad" in text
