"""`setwatch alerts` and `setwatch token`: secrets are shown once and never again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
HOOK = "https://hooks.example/T00/hidden?key=hidden"


@pytest.fixture
def desk(run: Run) -> Run:
    run("watch", "Glass Harbour", "--franchise", "Harbour")
    return run


def test_a_targets_secret_is_shown_once(desk: Run) -> None:
    added = desk("alerts", "add", "desk", HOOK, "--title", "Harbour", "--property", "alarm", "--standing", "current")
    assert added.exit_code == 0
    assert "whsec_" in added.stdout
    listed = desk("alerts", "list").stdout + desk("alerts", "list", "--json").stdout
    assert "whsec_" not in listed
    assert "hidden" not in listed + added.stdout + added.stderr
    assert "https://hooks.example/…" in listed
    [shape] = json.loads(desk("alerts", "list", "--json").stdout)
    assert (shape["titles"], shape["properties"], shape["standings"]) == (["Harbour"], ["alarm"], ["current"])
    assert shape["messages"] == {"pending": 0, "sent": 0, "failed": 0}


def test_what_makes_no_target_is_refused_in_one_line(desk: Run) -> None:
    wrong = [
        ("alerts", "add", "a", "ftp-like"),
        ("alerts", "add", "a", "https://"),
        ("alerts", "add", "a", HOOK, "--property", "budget"),
        ("alerts", "add", "a", HOOK, "--secret", "whsec_hidden"),
        ("alerts", "add", "a", HOOK, "--title", "Nothing Like It"),
        ("alerts", "remove", "nobody"),
        ("alerts", "send", "--again", "nobody"),
        ("token", "revoke", "nobody"),
    ]
    for args in wrong:
        result = desk(*args)
        assert (result.exit_code in {1, 2}, result.stderr.count("\n")) == (True, 1), args
        assert "hidden" not in result.stderr
    desk("alerts", "add", "a", HOOK)
    assert desk("alerts", "add", "a", HOOK).exit_code == 1


def test_nothing_new_sends_nothing(desk: Run) -> None:
    desk("alerts", "add", "desk", HOOK)
    told = json.loads(desk("alerts", "send", "--json").stdout)
    assert told == {"queued": 0, "sent": 0, "again": 0, "given_up": 0}
    assert desk("alerts", "remove", "desk").exit_code == 0
    assert json.loads(desk("alerts", "list", "--json").stdout) == []


def test_a_token_is_shown_once_and_kept_as_a_hash(desk: Run, tmp_path: Path) -> None:
    made = json.loads(desk("token", "new", "desk", "--read-only", "--json").stdout)["token"]
    assert made.startswith("swt_")
    [listed] = json.loads(desk("token", "list", "--json").stdout)
    assert (listed["name"], listed["writes"]) == ("desk", False)
    assert made.encode() not in b"".join(path.read_bytes() for path in tmp_path.glob("store.sqlite3*"))
    assert desk("token", "new", "desk").exit_code == 1
    assert desk("token", "revoke", "desk").exit_code == 0
    assert "nobody" in desk("token", "list").stderr
