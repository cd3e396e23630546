"""`versions`, `compare` and `conflicts`: things side by side."""

import json
from pathlib import Path

from tests.cli.conftest import Run

ADDRESS = "https://reel.example/glass"
FIRST = "Glass Harbour, directed by Ada Lind, opens on 5 June 2031 in cinemas. The shoot goes on in Bergen."
SECOND = "Glass Harbour, directed by Ada Lind, opens on 7 June 2031 in cinemas. The shoot goes on in Bergen."


def filled(run: Run, folder: Path) -> None:
    rows = [{"url": ADDRESS, "lang": "en", "text": f" date 2030-03-01 {text}"} for text in (FIRST, SECOND)]
    rows.append({"url": "https://echo.example/b", "lang": "en", "text": f" date 2030-03-02 {FIRST}"})
    (folder / "pages.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    run("watch", "Glass Harbour")
    assert run("add", "pages.jsonl").exit_code == 0


def test_a_page_shows_what_its_next_capture_changed(run: Run, tmp_path: Path) -> None:
    filled(run, tmp_path)
    shown = json.loads(run("versions", ADDRESS, "--json").stdout)
    words = {edit["before"]["exact"][-35:] for version in shown for edit in version["edits"]}
    assert len(shown) == 2
    assert len(words) == 1
    assert "now: " in run("versions", ADDRESS).stdout


def test_two_pages_are_laid_side_by_side(run: Run, tmp_path: Path) -> None:
    filled(run, tmp_path)
    result = run("compare", "https://echo.example/b", ADDRESS)
    assert "in common" in result.stdout
    shown = json.loads(run("compare", "https://echo.example/b", ADDRESS, "--json").stdout)
    assert all(p["original"]["exact"] and p["copy"]["exact"] for p in shown["passages"])


def test_contradictions_name_who_says_which(run: Run, tmp_path: Path) -> None:
    filled(run, tmp_path)
    result = run("conflicts", "Glass Harbour")
    assert "5 June 2031" in result.stdout
    assert "7 June 2031" in result.stdout
    (date,) = [
        c for c in json.loads(run("conflicts", "Glass Harbour", "--json").stdout) if c["property"] == "release_date"
    ]
    assert [side["value"] for side in date["sides"]] == ["2031-06-05", "2031-06-07"]


def test_an_address_that_nothing_was_captured_at_is_said(run: Run, tmp_path: Path) -> None:
    filled(run, tmp_path)
    result = run("versions", "https://nowhere.example/")
    assert result.exit_code == 1
    assert "nothing was captured at" in result.stderr
