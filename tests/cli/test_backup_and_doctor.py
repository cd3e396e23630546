"""`setwatch backup`, `restore`, `doctor`: what they print, and how they end."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from alembic import command
from alembic.config import Config
from filelock import FileLock
from typer.testing import Result

from setwatch.desk import doctor as doctors
from setwatch.desk import run_lock
from setwatch.following import failed, first
from setwatch.model import Followed, Source, SourceKind
from setwatch.store import Store
from setwatch.store.engine import MIGRATIONS, open_engine, writer

Run = Callable[..., Result]
NOW = datetime(2031, 5, 1, tzinfo=UTC)


def filled(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("2030-01-05\n\nGlass Harbour opens in cinemas on 5 June 2031.")
    run("watch", "Glass Harbour")
    run("add", "a.txt")
    return tmp_path / "store.sqlite3"


def health(run: Run, *args: str) -> dict[str, tuple[str, str]]:
    result = run("doctor", "--json", *args)
    rows = {
        row["name"]: (row["health"], " ".join([row["words"], *row["details"]])) for row in json.loads(result.stdout)
    }
    assert result.exit_code == ("fault" in {state for state, _ in rows.values()})
    return rows


def test_a_store_goes_out_and_comes_back(run: Run, tmp_path: Path) -> None:
    path = filled(run, tmp_path)
    before = run("show", "Glass Harbour").stdout
    assert "1 capture in copy.sqlite3" in run("backup", "copy.sqlite3").stdout
    path.unlink()
    assert "1 capture in" in run("restore", "copy.sqlite3").stdout
    assert run("show", "Glass Harbour").stdout == before
    again = json.loads(run("restore", "copy.sqlite3", "--overwrite", "--json").stdout)
    assert Path(again["aside"]).exists()
    assert json.loads(run("backup", "b.sqlite3", "--json").stdout)["captures"] == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("backup", "a.txt"), "is there already"),
        (("backup", "missing/store/b", "--store", "none.sqlite3"), "no such file"),
        (("restore", "a.txt", "--overwrite"), "no store of Setwatch"),
        (("restore", "none.sqlite3", "--overwrite"), "no such file"),
        (("doctor", "--store", "none.sqlite3"), "no such file"),
        (("doctor", "--store", "a.txt"), "no store of Setwatch"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run: Run, tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    filled(run, tmp_path)
    result = run(*args)
    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_nothing_is_put_back_while_a_run_follows(run: Run, tmp_path: Path) -> None:
    path = filled(run, tmp_path)
    run("backup", "copy.sqlite3")
    with FileLock(run_lock(path)):
        assert "stop `setwatch run`" in run("restore", "copy.sqlite3", "--overwrite").stderr


def test_an_older_backup_is_brought_up_to_date(run: Run, tmp_path: Path) -> None:
    filled(run, tmp_path)
    run("backup", "copy.sqlite3")
    engine = open_engine(tmp_path / "copy.sqlite3")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with writer(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0007")
    engine.dispose()
    assert health(run, "--store", "copy.sqlite3")["schema"][0] == "warning"
    assert run("restore", "copy.sqlite3", "--overwrite").exit_code == 0
    assert health(run)["schema"][0] == "fine"
    assert "2031" in run("show", "Glass Harbour").stdout


def test_all_is_well_with_a_store_that_keeps_up(run: Run, tmp_path: Path) -> None:
    filled(run, tmp_path)
    assert {state for state, _ in health(run, "--deep").values()} <= {"fine"}
    assert "integrity" in run("doctor").stdout


def test_what_is_not_well_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(run, tmp_path)
    store = Store(path)
    source = Source("https://reel.example/feed", SourceKind.FEED)
    followed = Followed(source, first(SourceKind.FEED, NOW))
    schedule = replace(failed(followed, "answers 500", NOW, Random(1)), failures=3)
    store.sources.follow([(source, schedule)])
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO unread SELECT digest FROM captures")
    connection.close()
    monkeypatch.setattr(doctors.__globals__["shutil"], "disk_usage", lambda _: type("Usage", (), {"free": 10**8}))
    found = health(run)
    assert found["sources"] == ("warning", "1 of 1 source fail https://reel.example/feed: answers 500 (3 times)")
    assert found["readings"][0] == "warning"
    assert found["disk"][0] == "warning"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE captures SET payload = CAST('other' AS BLOB)")
    connection.close()
    assert health(run, "--deep")["integrity"][0] == "fault"
