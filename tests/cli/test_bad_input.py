"""Bad input: one clear line on standard error that says which file and what is wrong; the rest goes on."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

GOOD = " date 2031-02-03 Glass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said.\n"

BAD = {
    "latin.txt": ("Glass Harbour opens in a café".encode("latin-1"), "is not UTF-8 (byte 28)"),
    "picture.txt": (b"\x89PNG\x00\x01", "is binary"),
    "empty.txt": (b"  \n", "is empty"),
    "cut.jsonl": (b'{"text": "Glass Har', "is faulty or cut-off JSON"),
    "number.jsonl": (b'{"text": 5}', "is JSON without a `text`"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_stops_nothing(name: str, run: Run, tmp_path: Path) -> None:
    payload, reason = BAD[name]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(payload)
    (tmp_path / "in" / "zz-good.txt").write_text(GOOD)
    run("watch", "Glass Harbour")
    result = run("add", "in")
    assert result.exit_code == 1
    assert result.stdout == "1 document read, 1 refused\n"
    (line,) = [row for row in result.stderr.splitlines() if f"in/{name}" in row]
    assert line.startswith(f"setwatch: in/{name}") and reason in line


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    result = run("add", "nowhere.txt")
    assert result.exit_code == 1
    assert "setwatch: nowhere.txt: cannot be read: No such file or directory\n" in result.stderr


def test_a_name_that_is_no_text_stops_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with open(b"in/\xff.txt", "w") as file:  # noqa: PTH123
        file.write(GOOD)
    run("watch", "Glass Harbour")
    result = run("add", "in")
    assert (result.exit_code, result.stdout) == (0, "1 document read\n")
    assert "in/\\xff.txt" in run("read", "in").stdout


def test_refusals_are_told_as_json_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("add", "empty.txt", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["refused"] == [
        {"origin": "empty.txt", "reason": "is empty; there is nothing to read"}
    ]


@pytest.mark.parametrize("date", ["2031-02-30", "soon", "2031-13", "2031-02-30T10:00"])
def test_a_date_that_does_not_exist_is_a_usage_error(date: str, run: Run) -> None:
    run("watch", "Glass Harbour")
    result = run("show", "Glass Harbour", "--known", date)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"--known '{date}' is no" in result.stderr


def test_a_title_that_is_not_watched_offers_those_that_are_near(run: Run) -> None:
    run("watch", "Glass Harbour")
    result = run("show", "Glas Harbor")
    assert result.exit_code == 1
    assert result.stderr == "setwatch: 'Glas Harbor' is not watched; near: Glass Harbour\n"


def test_asking_makes_no_store(run: Run, tmp_path: Path) -> None:
    result = run("show", "Glass Harbour")
    assert result.exit_code == 1
    assert "there is no store yet" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_store_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(GOOD * 100)
    result = run("watch", "Glass Harbour", "--store", "notes.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("setwatch: notes.txt: is no store of Setwatch")
    assert (tmp_path / "notes.txt").read_text() == GOOD * 100


def test_captured_text_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    words = " date 2031-02-03 Glass Harbour \x1b[2J\x9b31m[red]opens[/red] \u202enoos\u202c."
    (tmp_path / "in.txt").write_text(words)
    out = run("read", "in.txt", "--title", "Glass Harbour").stdout
    assert "[red]opens[/red]" in out
    assert not {"\x1b", "\x9b", "\u202e"} & set(out)
    shape = run("read", "in.txt", "--title", "Glass Harbour", "--json").stdout
    assert not {"\x1b", "\x9b", "\u202e"} & set(shape)
