"""Nothing that is asked at every answer goes through all rows of the archive."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from setwatch.desk import Desk
from setwatch.model import Production

TEXT = "2030-01-04\n\nGlass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said."


@pytest.fixture
def asked() -> Iterator[list[tuple[str, object]]]:
    """The statements that are sent to any store."""
    found: list[tuple[str, object]] = []

    def note(connection: object, cursor: object, statement: str, parameters: object, *rest: object) -> None:
        found.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def test_one_more_document_is_looked_up_by_indexes(tmp_path: Path, asked: list[tuple[str, object]]) -> None:
    path = tmp_path / "store.sqlite3"
    with Desk.open(path, lambda: datetime(2031, 5, 1, tzinfo=UTC)) as desk:
        desk.watch([Production("Glass Harbour")])
        asked.clear()
        desk.add([BytesIO(TEXT.encode())])
        desk.trails("https://reel.example/gh")
        desk.record("Glass Harbour")
    connection = sqlite3.connect(path)
    tables = ("captures", "readings", "keys", "places", "tracings")
    for statement, parameters in asked:
        if statement.startswith(("SELECT", "DELETE", "UPDATE")):
            plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()  # type: ignore[arg-type]
            steps = [row[3] for row in plan]
            assert not [step for step in steps if any(step == f"SCAN {table}" for table in tables)], statement
            assert "ix_readings_basis (basis=?)" not in " ".join(steps), statement
    connection.close()
