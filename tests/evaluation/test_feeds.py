"""The table of claims on real feeds: what fails it, and that it holds where the feeds are."""

from pathlib import Path

import pytest

from evaluation import feeds

RIGHT = ("https://example.org/1", "Lanternfall", "director", "Ada Quill")
MISSED = ("https://example.org/1", "Lanternfall", "writer", "Bram Osei")
WRONG = ("https://example.org/2", "Lanternfall", "director", "Cleo Marsh")
JUDGED = {RIGHT: "right", MISSED: "missed", WRONG: "wrong"}


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "feeds.csv"
    path.write_text("\n".join(("entry,title,property,value,verdict,why", *rows)) + "\n")
    return path


def test_precision_and_recall_are_counted_by_property() -> None:
    assert feeds.rows(JUDGED, frozenset((RIGHT, WRONG))) == [
        ("director", 2, 1, 1, "0.500", "1.000"),
        ("writer", 0, 0, 1, "-", "0.000"),
        ("all", 2, 1, 2, "0.500", "0.500"),
    ]


def test_what_falls_below_a_floor_is_named() -> None:
    floors = {"precision": 0.9, "recall": 0.5}
    assert feeds.fallen(JUDGED, frozenset((RIGHT, WRONG)), floors) == ["precision is 0.500, its floor is 0.900"]
    assert feeds.fallen(JUDGED, frozenset((RIGHT, MISSED)), floors) == []
    assert len(feeds.fallen(JUDGED, frozenset(), floors)) == 2


def test_a_claim_without_a_verdict_is_named() -> None:
    new = ("https://example.org/3", "Lanternfall", "composer", "Dov Lindqvist")
    assert feeds.unjudged(JUDGED, frozenset((RIGHT, new))) == [f"judge it in feeds.csv: {' | '.join(new)}"]


def test_verdicts_that_no_longer_say_what_is_found_are_shown() -> None:
    assert list(feeds.out_of_date(JUDGED, frozenset((MISSED,)))) == [("missed", RIGHT), ("right", MISSED)]


@pytest.mark.parametrize(
    "rows",
    [
        ("a,Lanternfall,director,Ada Quill,perhaps,why",),
        ("a,Lanternfall,director,Ada Quill,right,why", "a,Lanternfall,director,Ada Quill,wrong,why"),
    ],
)
def test_a_row_without_a_verdict_or_judged_twice_is_refused(tmp_path: Path, rows: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="judge once"):
        feeds.verdicts(table(tmp_path, *rows))


def test_the_table_holds_on_the_real_feeds(
    shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["feeds", str(shared / "formats" / "feeds")])
    assert feeds.main() == 0
    assert capsys.readouterr().err == ""


def test_a_folder_without_feeds_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["feeds", str(tmp_path)])
    assert feeds.main() == 1
    assert "precision is -" in capsys.readouterr().err
