"""Commands run in the test's own process, with a store in its own folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from setwatch.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line; the store is `store.sqlite3` in `tmp_path`, which is the folder that it runs in too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SETWATCH_STORE", str(tmp_path / "store.sqlite3"))

    def invoke(*args: str, given: bytes | None = None) -> Result:
        result = CliRunner().invoke(app, args, input=given, prog_name="setwatch")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
