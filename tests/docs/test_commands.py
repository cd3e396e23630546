"""Each command and option has an example in its help and its place in docs/commands.md."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from setwatch.cli import app

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {command.callback.__name__: command for command in app.registered_commands if command.callback}


def section(name: str) -> str:
    """What docs/commands.md says of one command."""
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    return text.split(f"\n## setwatch {name}\n", 1)[1].split("\n## ", 1)[0]


def options(name: str) -> set[str]:
    """The long options of a command."""
    group = typer.main.get_group(app)
    command = group.commands[name]
    return {option for param in command.params for option in param.opts if option.startswith("--")} - {"--help"}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_with_an_example(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"], prog_name="setwatch")
    assert result.exit_code == 0
    assert f"Example: setwatch {name}" in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_docs(name: str) -> None:
    text = section(name)
    assert [option for option in sorted(options(name)) if f"`{option}" not in text] == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "serve"])
def test_every_command_prints_json(name: str) -> None:
    assert "--json" in options(name)
