"""`setwatch add`: documents in."""

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]

TEXT = " date 2031-02-03 Glass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said.\n"


def test_the_same_bytes_are_there_already(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run("watch", "Glass Harbour")
    assert run("add", "a.txt").stdout == "1 document read\n"
    result = run("add", "a.txt")
    assert result.exit_code == 0
    assert result.stdout == "0 documents read, 1 already there\n"


def test_standard_input_is_taken_in(run: Run) -> None:
    run("watch", "Glass Harbour")
    result = run("add", "-", given=TEXT.encode())
    assert result.exit_code == 0
    assert result.stdout == "1 document read\n"


def test_each_record_is_a_document(run: Run, tmp_path: Path) -> None:
    rows = [{"url": f"https://reel.example/{n}", "text": f"Glass Harbour wraps, note {n}."} for n in range(3)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    run("watch", "Glass Harbour")
    assert json.loads(run("add", "a.jsonl", "--json").stdout)["read"] == 3


def test_a_document_without_a_date_is_kept_and_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Glass Harbour opens in cinemas on 5 June.\n")
    run("watch", "Glass Harbour")
    result = run("add", "a.txt")
    assert result.exit_code == 0
    assert result.stdout == "1 document read\n"
    assert result.stderr == "setwatch: a.txt: tells no date; it counts from today on, and is shown as undated\n"


def test_nothing_watched_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert "nothing is watched yet" in run("add", "a.txt").stderr


def test_no_path_is_a_usage_error(run: Run) -> None:
    assert run("add").exit_code == 2


def test_a_rebuild_reads_all_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run("watch", "Glass Harbour")
    run("add", "a.txt")
    before = run("show", "Glass Harbour", "--json").stdout
    assert run("rebuild").stdout == "1 document read again\n"
    assert run("show", "Glass Harbour", "--json").stdout == before
