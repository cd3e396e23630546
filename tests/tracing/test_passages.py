"""What two documents have in common, word for word."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from setwatch.model import Document, take
from setwatch.reading import read
from setwatch.tracing import passages

NOW = datetime(2031, 5, 1, tzinfo=UTC)
FIRST = "A hiker filmed the boat chase from the quay on Sunday night. The film opens on 5 June 2031."
COPY = "It is said that a hiker filmed the boat chase, from the quay, on Sunday night! Nobody knows more."


def document(text: str) -> Document:
    return read(take(text.encode(), "text/plain", NOW))


def test_a_passage_is_the_exact_words_in_either_document() -> None:
    a, b = document(FIRST), document(COPY)
    (found,) = passages(a, b)
    assert found.original.exact == "A hiker filmed the boat chase from the quay on Sunday night"
    assert found.copy.exact == "a hiker filmed the boat chase, from the quay, on Sunday night"
    assert found.original.stands_in(a.text)
    assert found.copy.stands_in(b.text)


def test_a_few_words_alike_are_no_passage() -> None:
    assert passages(document(FIRST), document("The film opens on a Friday in another year.")) == ()


@given(st.text(alphabet="ab ß’-\n", max_size=200), st.text(alphabet="ab ß’-\n", max_size=200))
def test_every_passage_stands_in_both(a: str, b: str) -> None:
    first, second = document(f"x {a}"), document(f"x {b}")
    for found in passages(first, second):
        assert found.original.stands_in(first.text)
        assert found.copy.stands_in(second.text)
