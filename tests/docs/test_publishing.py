"""Each command and each address in docs/publishing.md works as it is written there, on the sample."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the site extra is not installed")

from starlette.testclient import TestClient
from typer.testing import CliRunner

from setwatch.cli import app
from setwatch.desk import Desk
from setwatch.web import create_app
from tests.web.conftest import sample_store

__all__ = ["sample_store"]

TEXT = (Path(__file__).resolve().parents[2] / "docs/publishing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^    (\S.*)$", TEXT, re.MULTILINE)
COMMANDS = [line for line in BLOCKS if line.startswith("setwatch ")]
ASKED = [shlex.split(line)[1].removeprefix("http://127.0.0.1:8000") for line in BLOCKS if line.startswith("curl ")]
NAMED = re.findall(r"`(/(?:feeds|calendar|api)/[^`]+)`", TEXT)
FORMATS = re.findall(r"^\| `(\w+)` \|", TEXT.split("## Exports", 1)[1], re.MULTILINE)
ROWS = re.findall(r"^\| ((?:`[^`]+`(?:, )?)+) \|", TEXT.split("## API", 1)[1].split("\n## ", 1)[0], re.MULTILINE)
ROUTES = [name for row in ROWS for name in re.findall(r"`([^`]+)`", row)]


@pytest.fixture(scope="module")
def site(sample_store: Path) -> Iterator[TestClient]:
    with TestClient(
        create_app(lambda: Desk.open(sample_store)), base_url="http://127.0.0.1", client=("127.0.0.1", 5000)
    ) as client:
        yield client


def test_all_of_it_is_seen() -> None:
    assert (len(COMMANDS), len(ASKED)) == (7, 7)
    assert set(FORMATS) == {"jsonld", "webannotation", "ninjs", "prov", "csv", "parquet"}
    assert len(NAMED) >= 8
    assert len(ROUTES) >= 15
    assert all(line.startswith(("setwatch ", "curl ")) for line in BLOCKS)


def test_each_command_runs(sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="the tables extra is not installed")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "store.sqlite3").write_bytes(sample_store.read_bytes())
    monkeypatch.setenv("SETWATCH_STORE", str(tmp_path / "store.sqlite3"))
    written = [f'setwatch export "Harrow Line 3" --format {form} --output record.{form}' for form in FORMATS]
    for line in [*COMMANDS, *written]:
        result = CliRunner().invoke(app, shlex.split(line)[1:], prog_name="setwatch")
        assert result.exit_code == 0, (line, result.output)
    files = {path.name for path in tmp_path.iterdir()}
    assert files >= {"record.jsonld", "statements.csv", "site", *(f"record.{form}" for form in FORMATS)}
    assert (tmp_path / "site/feeds/all.rss").is_file()


@pytest.mark.parametrize("address", [*ASKED, *NAMED])
def test_each_address_is_there(site: TestClient, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 200
    assert len(answer.content) > 50


@pytest.mark.parametrize("route", ROUTES)
def test_each_address_of_the_api_is_there(site: TestClient, route: str) -> None:
    alarm = site.get("/api/v1/alarms").json()["items"][0]
    version = site.get("/api/v1/documents").json()["items"][0]["document"]["version"]
    words = {"NAME": "harrow-line-afterlight", "WORDS": "innsbruck", "VERSION": version, "ID": alarm["footage"]}
    method, _, path = route.rpartition(" ")
    path = path.replace("…", "productions/NAME")
    for word, value in words.items():
        path = path.replace(word, value)
    answer = site.request(method or "GET", f"/api/v1/{path}")
    assert answer.status_code == (401 if method else 200)  # to write one needs a token
