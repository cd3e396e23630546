"""Events are logged as lines, without secrets; `run` and `serve` work on one store at once."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from setwatch.model import shown_address
from tests.cli.test_follow import ASKING, server
from tests.desk.test_follow import feed
from tests.fetch.conftest import Server, reply

Run = Callable[..., Result]

__all__ = ["server"]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://reel.example/feed?page=2", "https://reel.example/feed?page=2"),
        ("https://mia:pass@reel.example/feed", "https://reel.example/feed"),
        ("https://reel.example/f?user=mia&api_key=abc&x=1", "https://reel.example/f?user=mia&api_key=...&x=1"),
        ("https://reel.example/f?X-Amz-Signature=abc", "https://reel.example/f?X-Amz-Signature=..."),
        ("https://[broken", "https://[broken"),
        ("https://mia:pass@[broken", "[broken"),
    ],
)
def test_addresses_are_shown_without_secrets(url: str, told: str) -> None:
    assert shown_address(url) == told


def begin(tmp_path: Path, *args: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "setwatch", *args]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ, cwd=tmp_path
    )


def end(process: subprocess.Popen[str]) -> str:
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate(timeout=30)
    return told


def test_a_run_logs_each_event_as_a_line_of_json_without_secrets(run: Run, server: Server, tmp_path: Path) -> None:
    address = server.url("/feed?token=hunter2&kind=rss")
    server.replies["/feed?token=hunter2&kind=rss"] = reply(feed(server.url("/"), "1"))
    run("follow", address, "--no-pages", *ASKING)
    process = begin(tmp_path, "run", "--log", "json", *ASKING)
    until = time.monotonic() + 30
    while time.monotonic() < until and server.paths().count("/feed?token=hunter2&kind=rss") < 2:
        time.sleep(0.1)
    time.sleep(1)
    told = end(process)
    rows = [json.loads(line) for line in told.splitlines()]
    assert [row["event"] for row in rows if row["event"] != "read"] == ["started", "asked", "stopped"]
    (asked,) = [row for row in rows if row["event"] == "asked"]
    assert (asked["new"], asked["state"], asked["level"]) == (1, "fine", "info")
    assert asked["url"].endswith("/feed?token=...&kind=rss")
    assert "hunter2" not in told


def test_a_run_and_a_site_work_on_one_store_at_once(run: Run, server: Server, tmp_path: Path) -> None:
    pytest.importorskip("uvicorn", reason="the site extra is not installed")
    server.replies["/feed"] = reply(feed(server.url("/"), "1"))
    run("watch", "Glass Harbour")
    run("follow", server.url("/feed"), "--no-pages", *ASKING)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = begin(tmp_path, "serve", "--port", str(port), "--log", "text")
    follower = begin(tmp_path, "run", "--log", "text", *ASKING)
    found, until = "", time.monotonic() + 30
    while time.monotonic() < until and not ("setwatch_captures 1.0" in found and "setwatch_run_up 1.0" in found):
        time.sleep(0.2)
        try:
            found = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10).read().decode()
        except (urllib.error.URLError, ConnectionError):
            continue
    told = end(follower), end(site)
    assert "setwatch_captures 1.0" in found
    assert "setwatch_run_up 1.0" in found
    assert "asked" in told[0]
    assert "serving" in told[1]
    assert "Traceback" not in "".join(told)
