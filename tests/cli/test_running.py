"""In a terminal `run` tells what happens and how it stands."""

import io
import os
import pty
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console

from setwatch.cli.running import View, row
from setwatch.desk import Taken

NOW = datetime(2031, 3, 1, 14, 5, 6, tzinfo=UTC)
FEED = "https://reel.example/feed?token=abc"


@pytest.fixture
def view() -> View:
    return View(lambda: (3, NOW), Console(file=io.StringIO(), width=120, color_system=None))


def printed(view: View) -> str:
    assert isinstance(view.console.file, io.StringIO)
    return view.console.file.getvalue()


def test_what_brings_something_or_has_a_trouble_has_a_line(view: View) -> None:
    view.report(Taken(FEED, 2))
    view.report(Taken("https://quay.example/feed", 0))
    view.report(Taken("https://molo.example/feed", 0, "https://molo.example/feed: answers 500"))
    first, second = printed(view).splitlines()
    assert first.endswith("2 new from https://reel.example/feed?token=...")
    assert second.endswith("https://molo.example/feed: answers 500")
    assert second.count("molo") == 1


def test_a_line_is_no_way_to_write_on_the_terminal() -> None:
    told = row(Taken("https://reel.example/\x1b[2J", 1, "broken \x1b]0;x\x07"), NOW).plain
    assert told.isprintable()
    assert told.startswith("14:05:06  1 new from https://reel.example/")


def test_the_last_line_tells_how_it_stands(view: View) -> None:
    for taken in (Taken(FEED, 2), Taken("https://molo.example/feed", 0, "answers 500")):
        view.report(taken)
    assert view.told(3, NOW + timedelta(seconds=42), NOW) == (
        "3 sources followed · asked 2 times · 2 new · 1 with a trouble · next in 42 s"
    )
    view.report(Taken("https://molo.example/feed", 0))
    assert view.told(1, NOW + timedelta(minutes=7), NOW) == "1 source followed · asked 3 times · 2 new · next in 7 min"
    assert view.told(1, NOW, NOW).endswith("next now")
    assert view.told(1, None, NOW).endswith("2 new")
    view.stop()
    assert "Stopping" in view.told(1, NOW, NOW)


def test_it_is_shown_in_a_terminal_and_ends_with_what_it_came_to(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "setwatch", "run", "--contact", "me@films.example", "--store", "s.sqlite3"]
    process = subprocess.Popen(command, cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True)
    os.close(theirs)
    seen = b""
    try:
        while b"0 sources followed" not in seen:
            seen += os.read(ours, 4096)
        process.send_signal(signal.SIGINT)
        while b"Stopped." not in seen:
            seen += os.read(ours, 4096)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert b"Nothing is followed yet" in seen
    assert b"Stopped. Asked 0 times, 0 new documents" in seen
