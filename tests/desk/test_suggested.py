"""What is proposed is asked for often and changes seldom: asking again costs only what came in since."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from setwatch import following
from setwatch.desk import Desk
from setwatch.model import Named, Production, Setting, Suggestion

NOW = datetime(2031, 5, 1, tzinfo=UTC)


def put(desk: Desk, folder: Path, name: str, title: str) -> None:
    """Put a page into the store that reports on a title."""
    page = folder / f"{name}.html"
    page.write_text(
        f"<html><head><title>‘{title}’ Trailer</title></head><body><article><h1>‘{title}’ Trailer</h1>"
        f"<p>The thriller “{title}” premieres in May, the studio of the film said on Monday.</p>"
        "</article></body></html>"
    )
    desk.add([page])


def test_what_came_in_is_proposed_and_nothing_is_summed_again_for_another_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sums: list[int] = []
    real = following.suggestions

    def counted(named: list[Named], watched: tuple[Production, ...]) -> list[Suggestion]:
        sums.append(len(named))
        return real(named, watched)

    monkeypatch.setattr(following, "suggestions", counted)
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        put(desk, tmp_path, "one", "Pale Hours")
        assert [each.title for each in desk.suggested.found()] == ["Pale Hours"]
        desk.settings.put(Setting.GONE_WORDS, "hidden")
        assert len(desk.suggested.found()) == 1
        assert sums == [1]
        put(desk, tmp_path, "two", "Low Road")
        assert {each.title for each in desk.suggested.found()} == {"Pale Hours", "Low Road"}
        assert sums == [1, 2]
        desk.watch([Production("Low Road")])
        assert [each.title for each in desk.suggested.found()] == ["Pale Hours"]


def test_a_second_opening_reads_what_was_found_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        put(desk, tmp_path, "one", "Pale Hours")
        before = desk.suggested.found()
    monkeypatch.setattr(following, "named_in", None)
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        assert desk.suggested.found() == before != ()


def test_no_more_are_looked_at_than_asked_for(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite3", lambda: NOW) as desk:
        for number, title in enumerate(("Pale Hours", "Low Road", "Harrow Line")):
            put(desk, tmp_path, str(number), title)
        assert len(desk.suggested.found(most=1)) == 1
        assert len(desk.suggested.found(most=1)) == 2
        assert desk.suggested.note() == 1
        assert len(desk.suggested.found(most=0)) == 3
