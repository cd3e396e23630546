import json

import pytest

from setwatch.model import Capture
from setwatch.reading import read
from tests.reading.made_captures import capture_of


def record(**fields: object) -> Capture:
    return capture_of(json.dumps(fields), "application/json", "https://elsewhere.example/records")


def test_a_record_keeps_its_own_address_language_and_text() -> None:
    text = " date 2031-02-03 Tråden er lang.\n\nDen er blå."
    document = read(record(url="https://lantern.example/a", lang="nb", text=text))
    assert (document.url, document.lang, document.text) == ("https://lantern.example/a", "nb", text)
    assert document.document_id == "https://lantern.example/a"


def test_what_a_record_says_goes_before_what_its_text_tells() -> None:
    document = read(
        record(text="By Ada Poulsen\nMay 4, 2031\nIt rains.", published="2031-05-06T10:00:00Z", byline=["Bo Lind"])
    )
    assert document.published == "2031-05-06"
    assert document.byline == ("Bo Lind",)


@pytest.mark.parametrize("payload", ["", "{", "[]", '{"text": 3}', '"text"', "[" * 100_000])
def test_what_is_no_record_is_refused_in_one_line(payload: str) -> None:
    with pytest.raises(ValueError, match=r"^no (JSON|document)[^\n]*$"):
        read(capture_of(payload, "application/json"))


def test_bytes_that_are_no_text_are_refused() -> None:
    capture = capture_of("x")
    broken = Capture(capture.digest, b"\xff\xfe\x00", "text/plain", capture.captured)
    with pytest.raises(ValueError, match="no UTF-8"):
        read(broken)
