"""The sample: the story that it tells, and that it is sound (clocks of posts fit the dates that are told)."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from setwatch.cli import app
from setwatch.model import interval_of

ROOT = Path(__file__).resolve().parents[2]
CAPTURES = sorted((ROOT / "sample/captures").iterdir())
FILM = "Harrow Line 3"

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Ask a store that holds the sample."""
    store = str(tmp_path_factory.mktemp("sample") / "store.sqlite3")

    def invoke(*args: str) -> Any:
        result = CliRunner().invoke(app, [*args, "--json"], env={"SETWATCH_STORE": store}, prog_name="setwatch")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    invoke("watch", "--from", str(ROOT / "sample/watch.toml"))
    invoke("add", str(ROOT / "sample/captures"))
    return invoke


def standing(ask: Ask, known: str) -> dict[str, str]:
    """How each whole date of release stands on a day."""
    record = ask("show", FILM, "--known", known, "--property", "release_date")
    return {value["value"]: value["standing"] for value in record["values"] if len(value["value"]) == len("2022-11-18")}


def test_each_embedded_post_has_a_clock_that_fits_its_document(ask: Ask) -> None:
    clocks = []
    for path in CAPTURES:
        for reading in ask("read", str(path)):
            end = interval_of(reading["document"]["published"]).not_after
            assert end is not None, f"{path.name} tells no date"
            for post in reading["posts"]:
                clocks.append(path.name)
                assert post["clock"], f"{path.name}: no clock in {post['permalink']}"
                if path.name.startswith("2025-06-03") and post["platform"] == "tiktok":
                    continue  # the old clip
                made = datetime.fromisoformat(post["clock"]["not_before"]).astimezone(UTC)
                assert end - timedelta(days=5) < made <= end, path.name
    assert len(clocks) == 9


def test_a_date_that_one_outlet_got_wrong_is_disputed(ask: Ask) -> None:
    found = standing(ask, "2021-10-06")
    assert found["2022-11-18"] == "current"
    assert found["2022-07-22"] == "superseded"
    assert found["2022-11-11"] == "disputed"


def test_the_date_moves_twice(ask: Ask) -> None:
    assert standing(ask, "2021-02-18")["2022-07-22"] == "current"
    assert standing(ask, "2021-06-10")["2022-11-18"] == "current"
    found = standing(ask, "2022-03-10")
    assert (found["2023-04-21"], found["2022-11-18"]) == ("current", "superseded")


def clip(ask: Ask) -> Any:
    """The footage that most documents tell of."""
    return max(ask("trace", FILM), key=lambda piece: len(piece["documents"]) if piece["kind"] == "video" else 0)


def test_the_clip_goes_from_tiktok_to_a_film_account(ask: Ask) -> None:
    steps = {(step["handle"], step["platform"], step["role"]) for step in clip(ask)["trail"]}
    assert ("gondelfranzi", "tiktok", "origin") in steps
    assert ("nitratenotes", "twitter", "pickup") in steps


def test_who_is_left_unnamed_by_one_document_is_named_by_another(ask: Ask) -> None:
    origins = [s for s in clip(ask)["trail"] if s["role"] == "origin" and s["handle"] == "gondelfranzi"]
    unnamed = {s["evidence"]["document"] for s in origins if s["named_by"]}
    assert "https://slateandreel.example/harrow-line-3-set-video-cable-car/" in unnamed


def test_old_footage_that_comes_back_as_new_is_flagged(ask: Ask) -> None:
    (alarm,) = clip(ask)["old_as_new"]
    assert alarm["document"] == "https://setjetter.example/first-look-harrow-line-4-set-video"
    assert alarm["first_seen"]["not_before"].startswith("2021-10-02T15:48")


def test_the_copy_is_told_from_its_original(ask: Ask) -> None:
    (copy,) = [d["copy"] for d in clip(ask)["documents"] if d["outlet"] == "Matinee Post"]
    assert copy["original"] == "https://slateandreel.example/harrow-line-3-set-video-cable-car/"
    assert not copy["undecided"]
