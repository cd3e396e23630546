"""The desk: what is kept, what is derived, in what order things come in."""

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setwatch.desk import Desk, UnknownTitleError
from setwatch.model import Production

NOW = datetime(2031, 5, 1, tzinfo=UTC)
GLASS = Production("Glass Harbour", ("GH", "The Harbour Film"))
TEXTS = (
    "2030-01-04\n\nGlass Harbour opens in cinemas on 5 June 2031, Lantern Pictures said.",
    "2030-02-08\n\nGlass Harbour has been delayed. It now opens in cinemas on 2 October 2031.",
    "2030-02-09\n\nGlass Harbour has been delayed. It now opens in cinemas on 2 October 2031. Via The Reel.",
    "2030-03-01\n\nA clip on TikTok by @quaywatcher shows a boat chase from the set of Glass Harbour in Bergen.",
)


def open_desk(folder: Path) -> Desk:
    return Desk.open(folder / "store.sqlite3", lambda: NOW)


def put(folder: Path, *texts: str) -> list[Path]:
    paths = [folder / f"{abs(hash(text))}.txt" for text in texts]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return paths


def derived(folder: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "store.sqlite3")
    rows = [
        *connection.execute("SELECT * FROM readings ORDER BY digest"),
        *connection.execute("SELECT * FROM places ORDER BY document_id"),
        *connection.execute("SELECT * FROM tracings ORDER BY home, start"),
    ]
    connection.close()
    return rows


def test_the_same_bytes_add_nothing(tmp_path: Path) -> None:
    paths = put(tmp_path, *TEXTS)
    with open_desk(tmp_path) as desk:
        assert (desk.add(paths).read, desk.add(paths).already) == (4, 4)
        assert len(desk.readings()) == 4


def test_a_changed_page_is_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    rows = [{"url": "https://reel.example/gh", "text": text} for text in TEXTS[:2]]
    (tmp_path / "pages.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    with open_desk(tmp_path) as desk:
        desk.add([tmp_path / "pages.jsonl"])
        documents = [reading.document for reading in desk.readings()]
    assert (len({d.document_id for d in documents}), len({d.version for d in documents})) == (1, 2)


def test_all_is_read_again_when_the_watch_list_changes(tmp_path: Path) -> None:
    calls: list[tuple[int, int]] = []
    with open_desk(tmp_path) as desk:
        desk.add(put(tmp_path, *TEXTS))
        desk.add([], lambda *done: calls.append(done))
        assert calls == []
        desk.watch([GLASS])
        desk.add([], lambda *done: calls.append(done))
    assert calls[-1] == (4, 4)


def test_a_rebuild_gives_the_same_byte_for_byte(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        desk.watch([GLASS])
        desk.add(put(tmp_path, *TEXTS))
        desk.tracing()
        before = derived(tmp_path)
        desk.rebuild()
    assert len(before) > 4 + 4  # readings and places, and a tracing or more
    assert derived(tmp_path) == before


def test_a_title_is_found_by_name_or_alias_and_near_ones_are_offered(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        desk.watch([GLASS])
        assert desk.production("gláss harbour!") == desk.production("gh") == GLASS
        with pytest.raises(UnknownTitleError, match="near: Glass Harbour"):
            desk.production("Glas Harbor")


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(TEXTS))
def test_the_order_of_arrival_does_not_matter(texts: list[str]) -> None:
    def answers(order: tuple[str, ...]) -> tuple[object, ...]:
        with TemporaryDirectory() as name, open_desk(Path(name)) as desk:
            desk.watch([GLASS])
            for path in put(Path(name), *order):
                desk.add([path])
            return desk.record("GH"), desk.trails(), desk.tracing_of("GH").stories, desk.tracing()

    assert answers(tuple(texts)) == answers(TEXTS)
