"""`setwatch settings`: what holds, and what it can be."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_settings_are_printed_and_changed(run: Run) -> None:
    run("watch", "Glass Harbour")
    assert json.loads(run("settings", "--json").stdout)["gone-words"] == "shown"
    assert run("settings", "gone-words", "hidden").stdout == "gone-words: hidden\n"
    assert json.loads(run("settings", "gone-words", "--json").stdout) == {"gone-words": "hidden"}
    assert run("settings", "callback").stdout == "callback: nothing\n"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("gone-words", "maybe", "is one of shown, hidden"),
        ("callback", "http://desk.example", "is an https address"),
        ("callback", "https://desk.example/?a", "is an https address"),
    ],
)
def test_what_cannot_be_set_is_said_in_one_line(run: Run, name: str, value: str, told: str) -> None:
    run("watch", "Glass Harbour")
    result = run("settings", name, value)
    assert (result.exit_code, told in result.stderr, result.stderr.count("\n")) == (2, True, 1)
