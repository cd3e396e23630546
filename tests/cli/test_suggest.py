"""`setwatch suggest`: what nobody watches is proposed, and one command watches one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from setwatch.cli import app

PAGES = (
    "<html><head><title>{0} cast grows</title></head><body><article><h1>‘{0}’ cast grows</h1><p>"
    "Ilse Marr joins Tom Orde in <em>{0}</em>, the thriller that films in Trieste. "
    "The film premieres in May, the studio said.</p>"
    "<p>It is a thriller. The producers did not say who else would star.</p></article></body></html>"
)


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Result]:
    """Ask a store with two pages on one title and one on another."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, title in enumerate(("Pale Hours", "Pale Hours", "The Low Road")):
        page = PAGES.format(title).replace("It is", "It is still" if number else "It is")
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    env = {"SETWATCH_STORE": str(tmp_path / "store.sqlite3")}

    def invoke(*args: str) -> Result:
        return CliRunner().invoke(app, args, env=env, prog_name="setwatch")

    assert invoke("add", str(folder)).exit_code == 0
    return invoke


def shapes(result: Result) -> Any:
    """The JSON of an answer."""
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_surest_title_is_first_with_its_evidence(ask: Callable[..., Result]) -> None:
    found = shapes(ask("suggest", "--json"))
    assert [each["title"] for each in found] == ["Pale Hours", "The Low Road"]
    assert found[0]["documents"] == 2
    assert found[0]["kind"] == "film"
    assert {"cast", "marked"} <= set(found[0]["cues"])
    assert all("Pale Hours" in each["exact"] for each in found[0]["evidence"])
    text = ask("suggest").stdout
    assert "Pale Hours (film): 2 documents" in " ".join(text.split())
    assert "“" in text


def test_limit_and_documents_bound_what_is_looked_at(ask: Callable[..., Result]) -> None:
    assert len(shapes(ask("suggest", "--json", "--limit", "1"))) == 1
    assert sum(each["documents"] for each in shapes(ask("suggest", "--json", "--documents", "1"))) == 1


def test_one_command_watches_one(ask: Callable[..., Result]) -> None:
    assert shapes(ask("suggest", "--watch", "pale hours", "--json"))["name"] == "Pale Hours"
    assert [each["name"] for each in shapes(ask("watch", "--list", "--json"))] == ["Pale Hours"]
    assert [each["title"] for each in shapes(ask("suggest", "--json"))] == ["The Low Road"]


def test_what_is_not_proposed_is_not_watched(ask: Callable[..., Result]) -> None:
    result = ask("suggest", "--watch", "Somewhere Else")
    assert result.exit_code != 0
    assert "is not proposed" in result.stderr
    assert shapes(ask("watch", "--list", "--json")) == []


def test_each_key_is_in_the_docs(ask: Callable[..., Result]) -> None:
    docs = (Path(__file__).resolve().parents[2] / "docs/commands.md").read_text(encoding="utf-8")
    for each in shapes(ask("suggest", "--json")):
        assert [key for key in (*each, *each["cues"]) if key not in docs] == []
