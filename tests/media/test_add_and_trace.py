"""Pictures and video go into the store, and a copy is traced to who had it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

pytest.importorskip("av", reason="the media extra is not installed")

from setwatch.cli import app
from setwatch.desk import Desk
from tests.media.clips import COPIES, picture, scene, texture, video

Run = Callable[..., Result]
ADDRESS = "https://twitter.com/latticewatcher/status/1445678901234567890"
PAGE = f"""<!doctype html><html><head><title>Cable car seen</title></head><body><article><h1>Cable car seen</h1>
<p>The cable car was seen on the set of Harrow Line 3 last week, and many people looked up at it from the street.</p>
<blockquote class="twitter-tweet"><p>The cable car goes up!</p>&mdash; Lattice Watcher (@latticewatcher) \
<a href="{ADDRESS}">October 6, 2021</a></blockquote>
<p>Nobody knows yet what the cable car is for, or who sits in it when it goes up the mountain.</p></article></body>
</html>
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SETWATCH_STORE", str(tmp_path / "store.sqlite3"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in/cable.mp4").write_bytes(video(scene(2, 2)))
    (tmp_path / "in/cable.info.json").write_text(json.dumps({"webpage_url": ADDRESS, "title": "Cable car"}))
    (tmp_path / "in/page.html").write_text(PAGE)
    copied = [COPIES["captioned"](frame) for frame in scene(2, 2)]
    (tmp_path / "copy.mp4").write_bytes(video(copied))
    (tmp_path / "other.jpg").write_bytes(picture(texture(9, 320, 180)))
    return lambda *args: CliRunner().invoke(app, args, prog_name="setwatch")


def test_a_copy_is_traced_to_who_posted_it(run: Run) -> None:
    added = run("add", "in/cable.mp4", "in/page.html", "--json")
    assert (added.exit_code, json.loads(added.stdout)["media"]) == (0, 1), added.output
    (found,) = json.loads(run("trace", "copy.mp4", "--json").stdout)
    assert (found["likeness"], found["url"], found["origin"]) == ("copy", ADDRESS, "in/cable.mp4")
    assert [post["handle"] for post in found["posted"]] == ["latticewatcher"]
    assert len(found["documents"]) == 1
    page = run("trace", "copy.mp4").stdout
    assert "Copy of in/cable.mp4" in page
    assert "@latticewatcher on Twitter" in page


def test_what_is_nowhere_is_said_to_be_nowhere(run: Run) -> None:
    run("add", "in/cable.mp4")
    answer = run("trace", "other.jpg")
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert "no picture or video" in answer.stderr


def test_pictures_alone_are_added_without_a_word_of_documents(run: Run) -> None:
    answer = run("add", "in/cable.mp4")
    assert (answer.exit_code, answer.stdout) == (0, "1 picture or video fingerprinted\n")
    assert "nothing is watched" not in answer.stderr


def test_a_file_that_is_in_the_store_is_no_copy_of_itself(run: Run) -> None:
    run("add", "in/cable.mp4")
    answer = run("trace", "in/cable.mp4")
    assert answer.stdout.startswith("The very file in/cable.mp4\n")
    assert "Copy of" not in answer.stdout
    assert "undecided" not in answer.stdout
    assert "no other picture or video" in answer.stderr
    assert [found["same_file"] for found in json.loads(run("trace", "in/cable.mp4", "--json").stdout)] == [True]


def test_a_video_that_is_not_there_is_said_to_be_missing(run: Run) -> None:
    run("add", "in/cable.mp4")
    answer = run("trace", "missing.mp4")
    assert (answer.exit_code, answer.stderr) == (1, "setwatch: missing.mp4: there is no such file\n")


def test_what_is_no_picture_ends_in_one_line(run: Run) -> None:
    run("add", "in/cable.mp4")
    answer = run("trace", "in/page.html")
    assert answer.exit_code == 1
    assert answer.stderr.count("\n") == 1


def test_a_broken_video_is_kept_and_refused_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.mp4").write_bytes((tmp_path / "in/cable.mp4").read_bytes()[:64] + b"\0" * 500)
    answer = run("add", "broken.mp4", "--json")
    assert answer.exit_code == 1
    assert [r["origin"] for r in json.loads(answer.stdout)["refused"]] == ["broken.mp4"]
    assert json.loads(run("add", "in/cable.mp4", "--json").stdout)["refused"] == []


def test_a_rebuild_makes_the_same_fingerprints(run: Run, tmp_path: Path) -> None:
    run("add", "in/cable.mp4")
    with Desk.open(tmp_path / "store.sqlite3") as desk:
        before = desk.look(tmp_path / "copy.mp4")
        assert desk.rebuild() == ()
        assert desk.look(tmp_path / "copy.mp4") == before != ()


def test_pictures_are_no_documents(run: Run, tmp_path: Path) -> None:
    run("add", "in/cable.mp4", "other.jpg")
    with Desk.open(tmp_path / "store.sqlite3") as desk:
        assert desk.readings() == ()
        assert desk.refused() == ()
