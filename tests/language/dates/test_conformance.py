"""The share of the conformance cases that are right does not fall."""

from pathlib import Path

import pytest

from benchmarks.dates import cases, setwatch_reader, wrong


@pytest.mark.parametrize(("name", "floor"), [("DateParser", 0.94), ("DatePeriodParser", 0.90)])
def test_cases_that_are_right(shared: Path, name: str, floor: float) -> None:
    folder = shared / "dates"
    total = len(cases(folder, name))
    assert 1 - len(list(wrong(folder, name, setwatch_reader(True)))) / total >= floor
