"""`setwatch decide` and `setwatch decisions`."""

import json
from pathlib import Path

import pytest

from .conftest import Run

TEXT = "2030-01-04\n\nGlass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said."


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "a.txt").write_text(TEXT)
    run("watch", "Glass Harbour")
    run("add", "a.txt")
    return run


def claim_of(run: Run) -> str:
    values = json.loads(run("show", "Glass Harbour", "--json").stdout)["values"]
    return next(str(v["statements"][0]["claim"]["id"]) for v in values if v["property"] == "release_date")


def test_a_claim_is_rejected_by_its_id_and_the_record_says_by_whom(filled: Run) -> None:
    claim = claim_of(filled)
    assert claim in filled("show", "Glass Harbour", "--ids").stdout
    assert filled("decide", "reject", claim, "--by", "Mia", "--note", "a slip").exit_code == 0
    shown = filled("show", "Glass Harbour").stdout
    assert "5 June 2031  rejected by Mia on" in shown
    assert ": a slip" in shown


def test_decisions_are_listed_and_taken_back(filled: Run) -> None:
    filled("decide", "reject", claim_of(filled), "--by", "Mia")
    (decided,) = json.loads(filled("decisions", "--json").stdout)
    assert (decided["decision"], decided["author"], decided["found"]) == ("reject", "Mia", True)
    filled("decide", "take-back", decided["id"], "--by", "Ole")
    assert "taken back by decision-" in filled("decisions").stdout
    assert "rejected" not in filled("show", "Glass Harbour").stdout


def test_another_store_takes_over_what_is_printed(filled: Run, tmp_path: Path) -> None:
    filled("decide", "reject", claim_of(filled), "--by", "Mia")
    (tmp_path / "d.json").write_text(filled("decisions", "--json").stdout)
    other = ("--store", str(tmp_path / "other.sqlite3"))
    filled("watch", "Glass Harbour", *other)
    result = filled("add", "a.txt", "d.json", *other)
    assert "1 decision kept" in result.stdout
    assert len(json.loads(filled("decisions", "--json", *other).stdout)) == 1


def test_a_decision_on_nothing_ends_in_one_line(filled: Run) -> None:
    result = filled("decide", "reject", "claim-0", "--by", "Mia")
    assert result.exit_code == 1
    assert result.stderr.startswith("setwatch: there is no claim")
    assert filled("decisions").stderr == "setwatch: nobody has decided anything\n"
