"""`setwatch run` tells of what changed, without making the sources wait."""

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from setwatch.desk import Alerts, Desk, Live, Network, SendSummary, Taken
from setwatch.model import Means, Production, Rule, Source, SourceKind, State, Target
from setwatch.publish.alerts import Outcome
from setwatch.store import Store
from tests.alerts.hooks import SITE, Hook, target
from tests.desk.test_follow import feed, page
from tests.fetch.conftest import reply, serving

BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
PATIENCE = 20.0
"""Seconds after which a test gives up."""


def follow(path: Path, told: list[SendSummary], until: Callable[[], bool], taken: list[Taken]) -> None:
    """Follow a feed and the page that it names until something is so."""

    async def scene() -> None:
        network = Network("d@films.example", delay=0.5, own_network=True)
        async with serving() as server, Live(Store(path), network) as live:
            server.replies["/feed"] = reply(feed(server.url("/"), "1"))
            server.replies["/1"] = reply(page("The film Glass Harbour is filming in Bergen."))
            with Desk.open(path) as desk:
                desk.follow([Source(server.url("/feed"), SourceKind.FEED)])
            stop = asyncio.Event()
            running = asyncio.create_task(
                live.run(stop, taken.append, path.with_suffix(".lock"), alerts=Alerts(SITE, told.append))
            )
            async with asyncio.timeout(PATIENCE):
                while not until():
                    await asyncio.sleep(0.05)
            stop.set()
            await running

    asyncio.run(scene())


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which one film is watched; what comes in is read at once."""
    monkeypatch.setattr("setwatch.desk.live.DERIVE_EVERY", 0.1)
    path = tmp_path / "store.sqlite3"
    with Desk.open(path) as desk:
        desk.watch([Production("Glass Harbour")])
    return path


def test_what_came_in_is_told_after_its_round(path: Path, hook: Hook) -> None:
    told: list[SendSummary] = []
    with Desk.open(path) as desk:
        desk.outbox.add(target(hook, rule=Rule(within=0), since=BEFORE))
    follow(path, told, lambda: bool(hook.got) and bool(told), [])
    assert sum(each.sent for each in told) == len(hook.got) > 0
    with Desk.open(path) as desk:
        assert set(desk.outbox.counts()["desk"]) == {State.SENT}


def test_sources_are_asked_while_a_target_is_slow(path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Taken] = []
    seen: list[int] = []

    def slow(*_: object) -> Outcome:
        import time

        seen.append(len(taken))
        time.sleep(1.5)
        return Outcome()

    monkeypatch.setattr("setwatch.desk.tell.deliver", slow)
    with Desk.open(path) as desk:
        desk.outbox.add(target(hook, rule=Rule(within=0), since=BEFORE))
    follow(path, [], lambda: bool(seen) and len(taken) >= 2, taken)
    assert {each.url.rpartition("/")[2] for each in taken} == {"feed", "1"}


def test_without_the_extra_a_message_waits_and_the_rest_goes_out(
    path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    told: list[SendSummary] = []
    with Desk.open(path) as desk:
        desk.outbox.add(Target("mail", Means.APPRISE, "mailto://me:x@films.example", None, Rule(within=0), BEFORE))
        desk.outbox.add(target(hook, rule=Rule(within=0), since=BEFORE))
    follow(path, told, lambda: bool(hook.got) and any(each.again for each in told), [])
    with Desk.open(path) as desk:
        counts = desk.outbox.counts()
    assert set(counts["desk"]) == {State.SENT}
    assert set(counts["mail"]) == {State.PENDING}
