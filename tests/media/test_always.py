"""What is filed under the same production and time is looked at, even where nothing in the pictures proposes it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
from typer.testing import CliRunner

pytest.importorskip("av", reason="the media extra is not installed")

from setwatch.cli import app
from setwatch.desk.filed import Filed, kin_of
from setwatch.media import Library, matches
from setwatch.model import Likeness
from tests.media.clips import Picture, scene, video


def beside_another(shown: Picture, other: Picture) -> Picture:
    """A frame in a corner of which another runs, as in a video of somebody who watches one."""
    made = shown.copy()
    made[112:, 200:] = cv2.resize(np.ascontiguousarray(other), (120, 68), interpolation=cv2.INTER_AREA)
    return made


def copied(payload: bytes, library: Library, always: tuple[str, ...] = ()) -> set[str]:
    return {m.reference for m in matches(payload, library, always) if m.likeness is Likeness.COPY}


def test_the_same_production_is_looked_at_after_something_is_sure(library: Library) -> None:
    both = video([beside_another(*frames) for frames in zip(scene(2, 2), scene(5, 5), strict=True)])
    assert copied(both, library) == {"place 2"}
    assert copied(both, library, ("place 5",)) == {"place 2", "place 5"}


def test_looking_at_what_is_no_copy_finds_none(library: Library) -> None:
    assert copied(video(scene(20, 20)), library, tuple(library.prints)) == set()


def test_what_is_not_there_is_passed_over(library: Library) -> None:
    assert copied(video(scene(3, 3)), library, ("nowhere",)) == {"place 3"}


def test_kin_share_a_production_and_the_nearest_in_time_come_first() -> None:
    def on(day: int, *productions: str) -> Filed:
        return Filed(frozenset(productions), datetime(2021, 10, day, tzinfo=UTC))

    undated = Filed(frozenset({"Harrow Line 3"}), None)
    others = [
        ("late", on(20, "Harrow Line 3")),
        ("undated", undated),
        ("other", on(6, "Saltmarsh")),
        ("near", on(7, "Harrow Line 3", "Saltmarsh")),
    ]
    assert kin_of(on(6, "Harrow Line 3"), others) == ("near", "late", "undated")


def test_a_file_with_an_address_is_filed_by_what_is_said_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SETWATCH_STORE", str(tmp_path / "store.sqlite3"))
    for name, number in (("cable", 2), ("tower", 5)):
        Path(f"{name}.mp4").write_bytes(video(scene(number, number)))
        Path(f"{name}.info.json").write_text(json.dumps({"webpage_url": f"https://reel.example/{name}"}))
        Path(f"{name}.html").write_text(
            f'<!doctype html><html><head><title>Seen on set</title><link rel="canonical" '
            f'href="https://reel.example/{name}"></head><body><article><h1>Seen on set</h1><p>Filming of Harrow Line 3 '
            f"has begun in Trieste, a spokesperson said on Monday, and people filmed it from the street.</p>"
            f"</article></body></html>"
        )
    Path("both.mp4").write_bytes(
        video([beside_another(*frames) for frames in zip(scene(2, 2), scene(5, 5), strict=True)])
    )
    Path("both.info.json").write_text(json.dumps({"webpage_url": "https://reel.example/tower"}))

    def run(*args: str) -> str:
        answer = CliRunner().invoke(app, args, prog_name="setwatch")
        assert answer.exit_code == 0, answer.output
        return answer.stdout

    run("watch", "Harrow Line 3")
    run("add", "cable.mp4", "tower.mp4", "cable.html", "tower.html")
    found = json.loads(run("trace", "both.mp4", "--json"))
    assert {sighting["origin"] for sighting in found if sighting["likeness"] == "copy"} == {"cable.mp4", "tower.mp4"}
