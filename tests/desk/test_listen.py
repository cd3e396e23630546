"""Bluesky's posts are taken as they are posted, from a server on loopback that speaks as Jetstream does."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest
from websockets.asyncio.server import Server, ServerConnection, serve

from setwatch.desk import Desk, Taken
from setwatch.desk.listen import Listener
from setwatch.fetch import messages
from setwatch.following import account, event_of, first, is_wanted, phrases_of
from setwatch.model import FetchError, Production, Source, SourceKind
from setwatch.store import Store

DID = "did:plc:abcdefghijklmnopqrstuvwx"
STREAM = Source("jetstream:Glass Harbour, GH7", SourceKind.STREAM)


def said(at: int, words: str, key: str, operation: str = "create") -> str:
    """A message in the shape that Jetstream's own description gives; the words are ours."""
    record = {"$type": "app.bsky.feed.post", "text": words, "createdAt": "2031-03-01T10:00:00.000Z", "langs": ["en"]}
    commit = {"rev": "3k", "operation": operation, "collection": "app.bsky.feed.post", "rkey": key}
    if operation != "delete":
        commit |= {"record": record, "cid": "bafy"}  # type: ignore[dict-item]
    return json.dumps({"did": DID, "time_us": at, "kind": "commit", "commit": commit})


@dataclass
class Jetstream:
    """What is said on each connection, one after the other; `asked` are the cursors that were asked for."""

    turns: list[list[str | bytes]]
    asked: list[str | None] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)

    async def answer(self, connection: ServerConnection) -> None:
        request = connection.request
        assert request is not None
        self.asked.append(parse_qs(urlsplit(request.path).query).get("cursor", [None])[0])
        self.agents.append(request.headers["user-agent"])
        for message in self.turns[len(self.asked) - 1] if len(self.asked) <= len(self.turns) else []:
            await connection.send(message)
        if len(self.asked) >= len(self.turns):
            await connection.wait_closed()


@asynccontextmanager
async def streaming(jetstream: Jetstream) -> AsyncIterator[str]:
    server: Server
    async with serve(jetstream.answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        yield f"ws://127.0.0.1:{port}/subscribe?wantedCollections=app.bsky.feed.post"


class Quick:
    """The machine's clock, on which nobody waits long."""

    slept: float = 0.0

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        self.slept += seconds
        await asyncio.sleep(0.01)


async def listened(path: Path, jetstream: Jetstream, until: int) -> tuple[list[Taken], Quick]:
    """Listen until so many connections were made and a moment went by."""
    store, taken, time = Store(path), list[Taken](), Quick()
    store.sources.follow([(STREAM, first(SourceKind.STREAM, time.now()))])
    async with streaming(jetstream) as url:
        listener = Listener(store, lambda u: messages(u, "d@films.example", own_network=True), time, Random(1), url)
        task = asyncio.create_task(listener.run(taken.append))
        async with asyncio.timeout(20):
            while len(jetstream.asked) < until:
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.3)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    store.close()
    return taken, time


def test_what_is_wanted_is_kept_and_after_a_break_it_goes_on_where_it_stood(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    first_words = "Glass Harbour is filming in Bergen tonight, the quay is closed."
    jetstream = Jetstream(
        [
            [said(10, first_words, "3kabcdefghi22"), said(11, "Lunch was good.", "3kabcdefghi23"), b"\x00", "{", "[]"],
            [said(10, first_words, "3kabcdefghi22"), said(12, "gh7 wraps!", "3kabcdefghi24")],
        ]
    )
    taken, _ = asyncio.run(listened(path, jetstream, 2))
    assert jetstream.asked[:2] == [None, "11"]
    assert jetstream.agents[0].endswith("(+d@films.example)")
    assert sum(each.new for each in taken) == 2
    with Desk.open(path) as desk:
        desk.watch([Production("Glass Harbour", ("GH7",))])
        readings = desk.readings()
        assert sorted(r.document.text for r in readings) == [first_words, "gh7 wraps!"]
        assert {post.platform for r in readings for post in r.document.posts} == {"bluesky"}
        (followed,) = desk.followed()
        assert followed.schedule.cursor == 12


def test_a_post_that_its_author_deletes_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    words = "Glass Harbour is filming in Bergen tonight, the quay is closed."
    asyncio.run(listened(path, Jetstream([[said(10, words, "3kabcdefghi22")]]), 1))
    with Desk.open(path) as desk:
        (post,) = [post for r in desk.readings() for post in r.document.posts]
        assert post.gone is None
    deleted = Jetstream([[said(20, "", "3kabcdefghi22", "delete"), said(21, "", "3kzzzzzzzzz22", "delete")]])
    asyncio.run(listened(path, deleted, 1))
    assert deleted.asked == ["10"]
    with Desk.open(path) as desk:
        (post,) = [post for r in desk.readings() for post in r.document.posts]
        assert post.gone is not None
        assert [d.decision.note for d in desk.decisions()] == ["its author deleted it"]


def test_a_stream_that_keeps_breaking_is_connected_to_ever_later_and_says_so(tmp_path: Path) -> None:
    jetstream = Jetstream([[], [], [], [], []])
    taken, time = asyncio.run(listened(tmp_path / "s.sqlite3", jetstream, 5))
    assert time.slept >= 2 + 4 + 8 + 16
    assert [each.trouble for each in taken] == ["the stream ended"] * 4


@pytest.mark.parametrize("url", ["ws://127.0.0.1:9/", "ws://localhost:9/", "ws://[::1]:9/", "ws://10.0.0.1/"])
def test_a_stream_comes_from_public_addresses_alone(url: str) -> None:
    async def ask() -> None:
        async for _ in messages(url, "d@films.example"):
            pass

    with pytest.raises(FetchError, match="which is not asked"):
        asyncio.run(ask())


def test_a_message_that_is_too_long_breaks_the_stream() -> None:
    async def ask() -> list[str]:
        async with streaming(Jetstream([["a", "b" * 600_000]])) as url:
            return [each async for each in messages(url, "d@films.example", own_network=True)]

    with pytest.raises(FetchError, match="the stream breaks"):
        asyncio.run(ask())


def test_words_are_found_whatever_their_case_and_accents() -> None:
    phrases = phrases_of("jetstream:Glass Hárbour, GH7", [])
    assert is_wanted("GLASS harbour!", phrases)
    assert is_wanted("so gh7, then", phrases)
    assert not is_wanted("glass harbours", phrases)
    assert phrases_of("jetstream:", ["Glass Harbour", "The Quay"]) == {"glass harbour", "quay"}
    found = account("jetstream:Glass Harbour")
    assert found is not None
    assert found.kind is SourceKind.STREAM


@pytest.mark.parametrize("message", ["", "{", "[]", "1", '{"did":1}', '{"commit":{"collection":"other"}}', "[" * 9999])
def test_what_is_no_post_is_passed_over(message: str) -> None:
    assert event_of(message) is None
