"""The order in which real documents come in changes nothing: stories, copies, trails, records."""

import io
from collections.abc import Sequence, Set
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from evaluation.gold import GoldFolder, folders
from setwatch.desk import Desk, read_capture, upkeep
from setwatch.model import Capture, PartTracing, Production, Reading
from setwatch.tracing import trace_part

CAPTURED = datetime(2026, 11, 1, tzinfo=UTC)
ORDERS = 20


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read each capture, and trace the same readings in the same order, once: both are functions of what they get."""
    readings: dict[str, Reading] = {}
    traced: dict[tuple[tuple[str, ...], frozenset[str]], PartTracing] = {}

    def read(capture: Capture, watched: tuple[Production, ...]) -> Reading:
        if capture.digest not in readings:
            readings[capture.digest] = read_capture(capture, watched)
        return readings[capture.digest]

    def trace(found: Sequence[Reading], inside: Set[str]) -> PartTracing:
        key = tuple(reading.document.version for reading in found), frozenset(inside)
        if key not in traced:
            traced[key] = trace_part(found, inside)
        return traced[key]

    monkeypatch.setattr(upkeep, "read_capture", read)
    monkeypatch.setattr("setwatch.desk.neighbours.tracing_.trace_part", trace)


def answers(found: Sequence[GoldFolder], lines: Sequence[bytes], cuts: Sequence[int]) -> tuple[object, ...]:
    """Return all that is told after these documents came in, in as many batches as there are cuts and one more."""
    watched = [production for folder in found for production in folder.productions]
    with TemporaryDirectory() as place, Desk.open(Path(place) / "store.sqlite3", lambda: CAPTURED) as desk:
        desk.watch(watched)
        for start, end in zip([0, *cuts], [*cuts, len(lines)], strict=True):
            desk.add([io.BytesIO(b"\n".join(lines[start:end]))])
        names = [production.name for production in desk.watched()]
        return desk.tracing(), [(desk.record(name), desk.trails(name)) for name in names]


@pytest.mark.usefixtures("once")
def test_twenty_orders_of_the_corpus_give_one_result(shared: Path) -> None:
    found = list(folders(shared / "corpus"))
    lines = [line for folder in found for line in folder.lines]
    first = answers(found, lines, [])
    for seed in range(ORDERS):
        dice = Random(seed)
        order = dice.sample(lines, len(lines))
        assert answers(found, order, sorted(dice.sample(range(1, len(lines)), seed % 3))) == first
