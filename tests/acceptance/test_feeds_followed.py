"""Real entertainment feeds served on loopback and followed: documents, claims, suggestions; nothing sent twice."""

import asyncio
import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks import virtual_time
from benchmarks.virtual_time import VirtualTime
from evaluation import feeds as judged_feeds
from evaluation import suggest as judged_titles
from setwatch.desk import Desk, Live, Network, Taken
from setwatch.model import SourceKind, Suggestion, fold
from setwatch.store import Store
from tests.fetch.conftest import Server, reply, serving

HOURS = 26
"""How long is followed: long enough for a feed that never changes to be asked again."""
ENTRIES = 113
"""Entries of all feeds."""


async def everywhere(host: str, port: int) -> tuple[str, ...]:
    """Resolve all names to this machine."""
    return ("127.0.0.1",)


def answers(folder: Path) -> dict[str, tuple[bytes, dict[str, str]]]:
    """Return each feed and the headers that a second asking can be spared by, by its path."""
    found = {}
    for path in sorted(folder.glob("*.xml")):
        told = json.loads(path.with_suffix("").with_suffix(".headers.json").read_text())["headers"]
        kept = {name.casefold(): value for name, value in told.items()}
        headers = {"content-type": kept.get("content-type", "text/xml"), "etag": f'"{path.stem}"'}
        found[f"/{path.name}"] = path.read_bytes(), headers
    return found


def serve(server: Server, folder: Path) -> None:
    """Let the server answer with the feeds, and with 304 where they are known."""
    for path, (body, headers) in answers(folder).items():

        def answer(head: str, body: bytes = body, headers: dict[str, str] = headers) -> bytes:
            if headers["etag"] in head:
                return reply(status="304 Not Modified", etag=headers["etag"])
            return reply(body, content_type=headers["content-type"], etag=headers["etag"])

        server.replies[path] = answer


@pytest.fixture(scope="module")
def followed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, list[Taken], list[str]]]:
    """A desk that followed the feeds for a day, what each asking brought, and what the server was asked."""
    folder, path = shared / "formats/feeds", tmp_path_factory.mktemp("desk") / "store.sqlite3"
    taken: list[Taken] = []

    async def scene() -> list[str]:
        time = VirtualTime(asyncio.get_running_loop(), judged_feeds.CAPTURED)
        network = Network("d@films.example", own_network=True, resolver=everywhere)
        async with serving() as server, Live(Store(path), network, time) as live:
            serve(server, folder)
            with Desk.open(path, lambda: judged_feeds.CAPTURED) as desk:
                for name in server.replies.copy():
                    host = f"{Path(name).stem}.example"
                    (source,) = await live.sources(server.url(name, host))
                    assert source.kind is SourceKind.FEED
                    desk.follow([type(source)(source.url, source.kind, pages=False)])
            stop = asyncio.Event()
            running = asyncio.create_task(live.run(stop, taken.append, path.with_suffix(".lock")))
            await asyncio.sleep(HOURS * 3600)
            stop.set()
            await running
            return server.paths()

    asked = virtual_time.run(scene())
    with Desk.open(path, lambda: datetime(2026, 11, 3, tzinfo=UTC)) as desk:
        yield desk, taken, asked


def test_each_entry_is_read_once(followed: tuple[Desk, list[Taken], list[str]]) -> None:
    desk, taken, _ = followed
    assert [each.trouble for each in taken if each.trouble] == []
    assert sum(each.new for each in taken) == ENTRIES
    assert desk.refused() == ()
    documents = [reading.document for reading in desk.readings()]
    assert len(documents) == ENTRIES
    assert len({document.document_id for document in documents}) == ENTRIES - 1  # two link to one page


def test_what_did_not_change_is_asked_and_not_sent_again(followed: tuple[Desk, list[Taken], list[str]]) -> None:
    desk, taken, asked = followed
    assert len(taken) >= 2 * len(desk.followed())
    assert len([path for path in asked if path.endswith(".xml")]) >= len(taken)
    assert {each.schedule.trouble for each in desk.followed()} == {None}


def test_the_claims_on_what_is_watched_are_those_that_the_feeds_give(
    followed: tuple[Desk, list[Taken], list[str]], shared: Path
) -> None:
    desk, _, _ = followed
    settings = tomllib.loads((judged_feeds.HERE / "feeds.toml").read_text(encoding="utf-8"))
    watched = judged_feeds.watch_list(settings)
    desk.watch(watched)
    found = {
        (reading.document.document_id, claim.production, claim.property.value, claim.value)
        for reading in desk.readings()
        for claim in reading.claims
    }
    assert found == judged_feeds.facts(shared / "formats/feeds", watched)
    assert (
        judged_feeds.fallen(
            judged_feeds.verdicts(judged_feeds.HERE / "feeds.csv"), frozenset(found), settings["floors"]
        )
        == []
    )


def test_what_nobody_watches_is_proposed(followed: tuple[Desk, list[Taken], list[str]]) -> None:
    desk, _, _ = followed
    judged = judged_titles.verdicts(judged_titles.HERE / "suggest.csv")
    watched = {fold(name) for production in desk.watched() for name in production.names}
    found: tuple[Suggestion, ...] = desk.suggested.found()
    assert watched.isdisjoint(judged_titles.keys(found))
    left = {title: verdict for title, verdict in judged.items() if fold(title) not in watched}
    recall, precision = judged_titles.figures(left, found)
    assert min(recall, precision) >= judged_titles.FLOOR
    first = found[0]
    texts = {document.version: document.text for document in desk.suggested.documents((first,))}
    for each in first.witnesses:
        sentence = texts[each.named.version][each.naming.start : each.naming.end]
        assert fold(each.naming.name) in fold(sentence)
