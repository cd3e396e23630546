"""Passages as outlets of many kinds write them (a tabloid, a fan site, a fact check, a live blog), and their trails."""

import io
import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from setwatch.desk import read_source
from setwatch.model import Kind, Production, Reading

WATCHED = (
    Production("The Glass Harbour", aliases=("Glass Harbour",), kind=Kind.FILM),
    Production("Salt Meridian", kind=Kind.SERIES),
)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
FILES = [Path(__file__).with_name(f"trails_in_{many}_manners.toml") for many in ("many", "more")]
PASSAGES = [passage for file in FILES for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]]


@pytest.mark.parametrize("passage", [pytest.param(p, id=p["name"]) for p in PASSAGES])
def test_the_trail_that_a_passage_tells(passage: dict[str, str]) -> None:
    record = {
        "id": "a",
        "url": passage.get("url", "https://www.pier-notes.example/a"),
        "lang": passage.get("lang", "en"),
        "text": passage["text"],
    }
    ((_, reading),) = read_source(io.BytesIO(json.dumps(record).encode()), WATCHED, NOW)
    assert isinstance(reading, Reading)
    told = [
        [m.kind, *(f"{step.actor or ''}|{step.platform or ''}|{step.role}" for step in m.trail)]
        for m in reading.telling.footage
    ]
    assert sorted(map(sorted, told)) == sorted(map(sorted, passage["trails"]))
