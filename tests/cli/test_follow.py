"""`setwatch follow`, `unfollow`, `fetch`, `run`: the network asked, over a server on loopback in a thread."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from setwatch.following import feeds_in
from setwatch.model import Source, SourceKind
from tests.desk.test_follow import feed, page
from tests.fetch.conftest import Server, reply, serving

Run = Callable[..., Result]
ASKING = ("--contact", "d@films.example", "--own-network", "--delay", "0.5")
OPML = b"""<opml version="2.0"><body>
<outline type="rss" text="The Reel" xmlUrl="https://reel.example/feed"/></body></opml>"""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server in a thread of its own: commands run a loop themselves."""
    ready, end, found = threading.Event(), threading.Event(), []

    async def serve() -> None:
        async with serving() as server:
            found.append(server)
            ready.set()
            while not end.is_set():
                await asyncio.sleep(0.02)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait()
    yield found[0]
    end.set()
    thread.join()


def test_a_site_is_followed_by_the_first_feed_that_it_names(run: Run, server: Server) -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" title="{n}" href="/{n}">' for n in "ab")
    server.replies |= {"/": reply(f"<html><head>{links}</head></html>".encode())}
    result = run("follow", server.url("/"), *ASKING)
    assert result.exit_code == 0
    assert "Following 1 source:" in result.stdout
    assert "also names" in result.stderr
    (row,) = json.loads(run("follow", "--list", "--json").stdout)
    assert (row["url"], row["kind"], row["title"], row["asked"]) == (server.url("/a"), "feed", "a", None)
    assert "not asked yet" in run("follow", "--list").stdout


def test_a_list_of_feeds_comes_in_and_goes_out_without_the_network(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_bytes(OPML)
    assert "Following 1 source:" in run("follow", "--opml", "feeds.opml").stdout
    assert "1 were followed already" in run("follow", "--opml", "feeds.opml").stdout
    exported = run("follow", "--export").stdout.encode()
    assert feeds_in(exported) == (Source("https://reel.example/feed", SourceKind.FEED, "The Reel"),)
    assert run("unfollow", "https://reel.example/feed").exit_code == 0
    assert json.loads(run("follow", "--list", "--json").stdout) == []


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("follow",), "give URLs"),
        (("follow", "https://reel.example"), "say who asks"),
        (("follow", "--opml", "missing.opml"), "missing.opml: No such file"),
        (("follow", "http://127.0.0.1/", "--contact", "d@films.example"), "a loopback address"),
        (("follow", "ftp://reel.example/", "--contact", "d@films.example"), "no http or https address"),
        (("unfollow", "https://reel.example"), "is not followed"),
        (("fetch", "http://10.0.0.1/", "--contact", "d@films.example"), "a private address"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(args: tuple[str, ...], told: str, run: Run) -> None:
    run("watch", "Glass Harbour")
    result = run(*args)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_page_is_fetched_now(run: Run, server: Server) -> None:
    server.replies["/a"] = reply(page("The film Glass Harbour is filming in Bergen."))
    run("watch", "Glass Harbour")
    assert "1 new document taken" in run("fetch", server.url("/a"), *ASKING).stdout
    assert "Bergen" in run("show", "Glass Harbour").stdout
    again = run("fetch", server.url("/a"), server.url("/b"), "--json", *ASKING)
    assert [(row["new"], bool(row["trouble"])) for row in json.loads(again.stdout)] == [(0, False), (0, True)]
    assert again.exit_code == 1


def test_run_asks_what_is_followed_until_it_is_told_to_stop(run: Run, server: Server, tmp_path: Path) -> None:
    server.replies["/feed"] = reply(feed(server.url("/"), "1"))
    run("follow", server.url("/feed"), "--no-pages", *ASKING)
    command = [sys.executable, "-m", "setwatch", "run", "--json", *ASKING]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ, cwd=tmp_path)
    assert process.stdout is not None
    first = json.loads(process.stdout.readline())
    assert (first["url"], first["new"]) == (server.url("/feed"), 1)
    assert "another `setwatch run`" in run("run", *ASKING).stderr
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    process.stdout.close()
