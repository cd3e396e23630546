"""A process that is killed while it adds loses, doubles and half-derives nothing."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

DOCUMENTS = 200
SCRIPT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from setwatch.desk import Desk
from setwatch.model import Production
print("ready", flush=True)
with Desk.open(Path(sys.argv[1]), lambda: datetime(2031, 5, 1, tzinfo=UTC)) as desk:
    desk.watch([Production("Glass Harbour")])
    desk.add([Path(sys.argv[2])])
    desk.tracing()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(DOCUMENTS):
        text = f"2030-01-{number % 28 + 1:02}\n\nGlass Harbour, note {number}: it opens in cinemas on 5 June 2031."
        (folder / f"{number:03}.txt").write_text(text)
    return folder


def start(store: Path, folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", SCRIPT, store, folder], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def finish(process: subprocess.Popen[str], after: float | None = None) -> float:
    """Kill the process after some seconds, or wait for its end; return how long it took."""
    began = time.perf_counter()
    if after is not None:
        time.sleep(after)
        process.kill()
    process.communicate()
    return time.perf_counter() - began


def rows(store: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(store)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_an_add_killed_at_any_moment_is_completed_by_the_next(tmp_path: Path, folder: Path) -> None:
    clean, killed = tmp_path / "clean.sqlite3", tmp_path / "killed.sqlite3"
    whole = finish(start(clean, folder))
    moments = random.Random(7)
    for _ in range(5):
        finish(start(killed, folder), moments.uniform(0, whole))
    last = start(killed, folder)
    finish(last)
    assert last.returncode == 0
    for table, key in (("captures", "digest"), ("readings", "digest"), ("tracings", "inputs")):
        query = f"SELECT * FROM {table} ORDER BY {key}"
        assert rows(killed, query) == rows(clean, query)
    assert rows(killed, "SELECT count(*) FROM captures") == [(DOCUMENTS,)]
