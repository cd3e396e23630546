"""The case that the project began with, from the annotated documents: trail, copy, alarm, record."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from evaluation.gold import folders
from setwatch.desk import Desk
from setwatch.model import Footage, Property, Role, Standing, Value

CAPTURED = datetime(2026, 11, 1, tzinfo=UTC)
FOLDER = "mission-impossible"


@pytest.fixture(scope="module")
def desk(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = next(f for f in folders(shared / "corpus") if f.name == FOLDER)
    with Desk.open(tmp_path_factory.mktemp("desk") / "store.sqlite3", lambda: CAPTURED) as desk:
        desk.watch(folder.productions)
        assert desk.add([io.BytesIO(b"\n".join(folder.lines))]).refused == ()
        yield desk


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, dict[str, object]]:
    lines = (shared / "corpus" / FOLDER / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


@pytest.fixture(scope="module")
def video(desk: Desk, documents: dict[str, dict[str, object]]) -> Footage:
    """The video of the train, by the article that the project began with."""
    there = {str(documents["mi7-train-collider"]["url"])}
    (found,) = [f for f in desk.trails() if there & set(f.documents) and f.kind == "video"]
    return found


def by_end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), UTC)


def dates(desk: Desk, title: str, known: datetime) -> dict[str, Value]:
    return {
        v.value: v for v in desk.record(title, known).values if v.property is Property.RELEASE_DATE and not v.region
    }


def test_the_one_whom_the_article_leaves_unnamed_is_named(
    video: Footage, documents: dict[str, dict[str, object]]
) -> None:
    origins = [a for a in video.appearances if a.role is Role.ORIGIN]
    assert origins[0].handle == "tomaspangelo"
    unnamed = [a for a in origins if a.document_id == documents["mi7-train-collider"]["url"]]
    assert [a.handle for a in unnamed] == ["tomaspangelo"]
    assert all(a.named_by for a in unnamed)


def test_the_copy_is_folded_under_its_original(desk: Desk, documents: dict[str, dict[str, object]]) -> None:
    pairs = {(c.original, c.copy) for c in desk.tracing().copies}
    assert (documents["mi7-train-collider"]["url"], documents["mi7-train-movizark"]["url"]) in pairs


def test_old_footage_back_as_new_is_flagged_and_nothing_else(
    desk: Desk, video: Footage, documents: dict[str, dict[str, object]]
) -> None:
    assert [a.document_id for f in desk.trails() for a in f.alarms] == [documents["mi-train-zazoom"]["url"]]
    assert [a.document_id for a in video.alarms] == [documents["mi-train-zazoom"]["url"]]


def test_stray_dates_are_disputed_two_days_on(desk: Desk) -> None:
    found = dates(desk, "MI7", by_end_of(date(2020, 10, 7)))
    assert found["2021-11-19"].standing is Standing.CURRENT
    strays = {value: v.standing for value, v in found.items() if value.startswith("2021-11-") and value != "2021-11-19"}
    assert strays
    assert set(strays.values()) == {Standing.DISPUTED}


def delays(documents: dict[str, dict[str, object]], shared: Path) -> list[tuple[str, str, date, str, set[str]]]:
    """Dated reports of a delay: document, title, day, the new date, and the dates that it says were left."""
    dossier = json.loads((shared / "corpus" / FOLDER / "dossier.json").read_text(encoding="utf-8"))
    found = []
    for row in dossier["release_history"]:
        document = documents[row["doc"]]
        gold = document["gold"]
        assert isinstance(gold, dict)
        told = [c for c in gold["claims"] if c["title"] == row["title"]]
        late = any(c["property"] == "production_status" and c["value"] == "delayed" for c in told)
        left = {c["value"] for c in told if c["property"] == "release_date" and c.get("when") == "former"}
        day = str(document["published"] or "")
        if late and len(day) == len("2020-10-05") and left and row["value"] not in left:
            found.append((row["doc"], row["title"], date.fromisoformat(day), row["value"], left))
    return found


def test_after_each_dated_report_of_a_delay_the_new_date_stands(
    desk: Desk, documents: dict[str, dict[str, object]], shared: Path
) -> None:
    reports = delays(documents, shared)
    assert len(reports) > 5
    wrong = []
    for doc, title, day, value, left in reports:
        found = dates(desk, title, by_end_of(day + timedelta(days=1)))
        standing = found[value].standing if value in found else None
        before = {old: found[old].standing for old in left if old in found}
        if standing is not Standing.CURRENT or any(s is not Standing.SUPERSEDED for s in before.values()):
            wrong.append((doc, value, standing, before))
    assert not wrong, "\n".join(map(str, wrong))
