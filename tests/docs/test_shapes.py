"""Each key that `--json` prints is in docs/commands.md."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from setwatch.cli import app

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs/commands.md").read_text(encoding="utf-8").split("\n## JSON\n", 1)[1]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """Ask a store that holds the sample."""
    store = str(tmp_path_factory.mktemp("sample") / "store.sqlite3")

    def invoke(*args: str) -> Any:
        result = CliRunner().invoke(app, args, env={"SETWATCH_STORE": store}, prog_name="setwatch")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    invoke("watch", "--from", str(ROOT / "sample/watch.toml"), "--json")
    invoke("add", str(ROOT / "sample/captures"), "--json")
    return invoke


def keys(value: object) -> Iterator[str]:
    """All keys in a JSON value, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.mark.parametrize("command", ["show", "trace", "stories", "changes"])
def test_each_key_of_an_answer_is_in_the_docs(command: str, ask: Callable[..., Any]) -> None:
    found = set(keys(ask(command, "Harrow Line 3", "--json")))
    assert found
    assert [key for key in sorted(found) if key not in DOCS] == []


def test_each_key_of_a_reading_is_in_the_docs(ask: Callable[..., Any]) -> None:
    page = ROOT / "sample/captures/2021-10-04-slate-and-reel.html"
    found = set(keys(ask("read", str(page), "--watch", str(ROOT / "sample/watch.toml"), "--json")))
    assert {"claims", "posts", "footage"} <= found
    assert [key for key in sorted(found) if key not in DOCS] == []


def test_evidence_stands_in_the_text_that_is_printed(ask: Callable[..., Any]) -> None:
    page = ROOT / "sample/captures/2021-10-04-slate-and-reel.html"
    (reading,) = ask("read", str(page), "--watch", str(ROOT / "sample/watch.toml"), "--json")
    text = reading["document"]["text"]
    evidence = [item["evidence"] for kind in ("posts", "claims", "footage", "credits") for item in reading[kind]]
    assert evidence
    assert [e for e in evidence if text[e["start"] : e["end"]] != e["exact"]] == []
