"""The quality gate fails where it should, and floors do not sink in silence."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.gate import below, raise_floors
from evaluation.gold import digest, folders


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold" / "lanternfall"
    folder.mkdir(parents=True)
    record = {
        "id": "lf-one",
        "url": "https://example.org/lanternfall",
        "published": "2031-05-02",
        "lang": "en",
        "text": "Lanternfall opens on May 2, 2031.",
        "gold": {"claims": []},
    }
    (folder / "docs.jsonl").write_text(json.dumps(record) + "\n")
    titles = [{"name": "Lanternfall", "aliases": ["LF"], "kind": "film", "franchise": None}]
    (folder / "dossier.json").write_text(json.dumps({"titles": titles}))
    return folder.parent


def test_a_row_below_its_floor_is_named(gold: Path) -> None:
    floors = {"digest": digest(gold), "floors": {"post": 0.8, "copies": 0.7}}
    assert below(floors, gold, {"post": 0.8, "copies": 0.69}) == ["gold: copies is 0.690, its floor is 0.700"]


def test_a_row_that_is_gone_is_below_its_floor(gold: Path) -> None:
    assert below({"digest": digest(gold), "floors": {"post": 0.8}}, gold, {}) != []


def test_other_data_than_the_floors_are_for_is_said(gold: Path) -> None:
    floors = {"digest": digest(gold), "floors": {}}
    (gold / "lanternfall" / "docs.jsonl").write_text("")
    assert "not that of floors.json" in below(floors, gold, {})[0]


def test_a_floor_is_raised_and_not_lowered(gold: Path) -> None:
    floors: dict[str, Any] = {}
    assert raise_floors(floors, gold, {"post": 0.905}, allow_lower=False) == []
    assert floors["gold"]["floors"] == {"post": 0.9}
    assert raise_floors(floors, gold, {"post": 0.8}, allow_lower=False) != []
    assert floors["gold"]["floors"] == {"post": 0.9}
    assert raise_floors(floors, gold, {"post": 0.8}, allow_lower=True) == []
    assert floors["gold"]["floors"] == {"post": 0.795}


def test_the_product_sees_neither_gold_nor_dates(gold: Path) -> None:
    (folder,) = folders(gold)
    (line,) = folder.lines
    assert sorted(json.loads(line)) == ["id", "lang", "text", "url"]
    assert [production.names for production in folder.productions] == [("Lanternfall", "LF")]
    assert list(folder.ids.values()) == ["lf-one"]
