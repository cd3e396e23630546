"""What a plain `pip install setwatch` gives works without the libraries of any extra."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

PLAIN = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
from setwatch.cli import main
sys.argv = ["setwatch", *{arguments!r}]
main()
"""


def _with_theirs(requirements: list[str]) -> set[str]:
    """The distributions that are installed for these requirements, and for theirs."""
    found: set[str] = set()
    waiting = [Requirement(requirement) for requirement in requirements]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in found or (
            wanted.marker and not any(wanted.marker.evaluate({"extra": e}) for e in ("", *wanted.extras))
        ):
            continue
        found.add(name)
        try:
            waiting += [Requirement(theirs) for theirs in requires(name) or ()]
        except PackageNotFoundError:
            continue
    return found


def _absent() -> list[str]:
    """Modules that only extras install."""
    plain = _with_theirs(PROJECT["dependencies"])
    extras = {
        canonicalize_name(Requirement(line).name)
        for lines in PROJECT["optional-dependencies"].values()
        for line in lines
    }
    installed = packages_distributions().items()
    return sorted(
        name for name, owners in installed if {canonicalize_name(owner) for owner in owners} & (extras - plain)
    )


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = PLAIN.format(absent=set(_absent()), arguments=list(arguments))
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)


def test_there_are_extras_to_be_without() -> None:
    assert {"apprise", "fastapi", "mcp", "numpy", "pyarrow"} <= set(_absent())


def test_every_command_is_there() -> None:
    assert {"mcp", "serve", "show"} <= set(re.findall(r"^  ([a-z]+) ", _run("--help").stdout, re.MULTILINE))


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (["serve"], "site"),
        (["publish", "out"], "site"),
        (["mcp"], "mcp"),
        (["export", "Saltmarsh Lane", "--format", "parquet"], "tables"),
    ],
)
def test_a_command_that_needs_an_extra_says_which(arguments: list[str], extra: str, tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    _run("watch", "Saltmarsh Lane", "--store", store)
    done = _run(*arguments, "--store", store)
    assert done.returncode
    assert f"setwatch[{extra}]" in done.stderr
    assert "Traceback" not in done.stderr


def test_documents_can_be_added_and_shown(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Published: 2031-02-03\n\nFilming on Saltmarsh Lane began in Ghent this week.\n", encoding="utf-8")
    store = str(tmp_path / "store.db")
    assert _run("watch", "Saltmarsh Lane", "--store", store).returncode == 0
    added = _run("add", str(page), "--store", store)
    assert added.returncode == 0, added.stderr
    shown = _run("show", "Saltmarsh Lane", "--store", store)
    assert "Ghent" in shown.stdout
