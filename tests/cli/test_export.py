"""`setwatch export`: data for other programs, to standard output or into a file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def told(run: Run) -> Run:
    run("watch", "Glass Harbour")
    run("add", "-", given=b"2030-01-04\n\nGlass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said.")
    return run


def test_json_ld_goes_to_standard_output(told: Run) -> None:
    graph = json.loads(told("export", "Glass Harbour").stdout)["@graph"]
    assert [node["datePublished"] for node in graph if node["@type"] == "Movie"] == ["2031-06-05"]


def test_a_table_goes_into_a_file_that_is_replaced_whole(told: Run, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the tables extra is not installed")
    import pyarrow.parquet as pq

    (tmp_path / "t.parquet").write_text("old")
    assert told("export", "Glass Harbour", "--format", "parquet", "--output", "t.parquet").exit_code == 0
    assert pq.read_table(tmp_path / "t.parquet").num_rows == 1
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".t")] == []


def test_what_cannot_be_done_is_one_line(told: Run) -> None:
    wrong = told("export", "Glass Harbour", "--format", "rdf")
    assert (wrong.exit_code, wrong.stderr.count("\n")) == (2, 1)
    assert "jsonld" in wrong.stderr
    nowhere = told("export", "Glass Harbour", "--output", "no/such/file")
    assert (nowhere.exit_code, nowhere.stderr.count("\n")) == (1, 1)
    assert told("export", "Glass Harbour", "--json", "--format", "csv").exit_code == 2
