"""`setwatch watch`: which productions are followed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

GLASS = {"name": "Glass Harbour", "aliases": ["GH", "The Harbour Film"], "franchise": "Harbours", "kind": "film"}


def watched(run: Run) -> object:
    return json.loads(run("watch", "--list", "--json").stdout)


def test_a_title_is_watched_with_what_is_given(run: Run) -> None:
    result = run("watch", "Glass Harbour", "--alias", "GH", "--alias", "The Harbour Film", "--franchise", "Harbours")
    assert result.exit_code == 0
    assert "Glass Harbour (film; part of Harbours; also GH, The Harbour Film)" in result.stdout
    assert watched(run) == [GLASS]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.json", json.dumps([GLASS, {"name": "Night Signal", "kind": "series"}])),
        (
            "list.toml",
            '[[production]]\nname = "Glass Harbour"\naliases = ["GH", "The Harbour Film"]\nfranchise = "Harbours"\n'
            '[[production]]\nname = "Night Signal"\nkind = "series"\n',
        ),
    ],
)
def test_a_list_is_watched(name: str, text: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    assert run("watch", "--from", name).exit_code == 0
    assert watched(run) == [GLASS, {"name": "Night Signal", "aliases": [], "franchise": None, "kind": "series"}]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no production"),
        ("[]", "names no production"),
        ("[[production]]\nname = 5", "production 1 has no"),
        ('[{"name": "A"}, 5]', "production 2 is no table"),
        ('[{"name": "A", "kind": "opera"}]', "it is one of film, series"),
        ('[{"name": "A", "alias": "B"}]', "has 'alias'; known are aliases, franchise, kind, name"),
        ('[{"name": "A", "aliases": "B"}]', '"aliases" that are no list'),
        ('[{"name": "A"', "is no JSON"),
        ("name =", "is no TOML"),
    ],
)
def test_a_wrong_list_says_what_is_wrong_and_watches_nothing(text: str, said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(text)
    result = run("watch", "--from", "list")
    assert result.exit_code == 1
    assert result.stderr.startswith("setwatch: list: ") and said in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "store.sqlite3").exists()


@pytest.mark.parametrize("args", [[], ["A", "--list"], ["--alias", "B", "--list"], ["  "]])
def test_what_does_not_go_together_is_a_usage_error(args: list[str], run: Run) -> None:
    assert run("watch", *args).exit_code == 2
