"""What a page changed from one capture to the next."""

from datetime import UTC, datetime

from setwatch.model import Document, take
from setwatch.reading import read, versions

ADDRESS = "https://reel.example/glass-harbour"
FIRST = "The Glass Harbour shoot goes on in Bergen. The film opens on 5 June 2031. Ada Lind directs."
SECOND = "The Glass Harbour shoot goes on in Bergen. The film opens on 2 October 2031. A second unit is in Oslo."


def page(text: str, day: int) -> Document:
    return read(take(text.encode(), "text/plain", datetime(2030, 3, day, tzinfo=UTC), ADDRESS))


def edits(*texts: str) -> list[tuple[str | None, str | None]]:
    pages = [page(text, day) for day, text in enumerate(texts, 1)]
    found = versions(reversed(pages))[-1]
    return [(e.before.exact if e.before else None, e.after.exact if e.after else None) for e in found.edits]


def test_a_reworded_sentence_is_shown_as_it_was_and_is() -> None:
    assert edits(FIRST, SECOND) == [
        ("The film opens on 5 June 2031.", "The film opens on 2 October 2031."),
        (None, "A second unit is in Oslo."),
        ("Ada Lind directs.", None),
    ]


def test_each_edit_stands_in_its_own_version() -> None:
    first, second = versions([page(SECOND, 2), page(FIRST, 1)])
    assert first.edits == ()
    for edit in second.edits:
        assert edit.before is None or edit.before.stands_in(first.document.text)
        assert edit.after is None or edit.after.stands_in(second.document.text)


def test_white_space_is_no_edit() -> None:
    assert edits(FIRST, FIRST.replace(". ", ".\n\n")) == []
