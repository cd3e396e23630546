"""Sources and hosts in a store: who is asked next, and that no host is asked too soon by two at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from setwatch.model import Capture, Schedule, Source, SourceKind, take
from setwatch.store import Store, StoreFault

NOW = datetime(2031, 3, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite3")


def follow(store: Store, **minutes: float) -> None:
    """Follow a feed at each of these hosts, due after so many minutes."""
    store.sources.follow(
        (Source(f"https://{host}.example/feed", SourceKind.FEED), Schedule(NOW + timedelta(minutes=due), 600.0))
        for host, due in minutes.items()
    )


def hosts(store: Store, *busy: str, most: int = 10) -> list[str]:
    return [each.source.url.split("/")[2] for each in store.sources.upcoming(busy, most)]


def test_what_is_due_first_comes_first(store: Store) -> None:
    follow(store, quay=20, reel=10, molo=30)
    assert hosts(store) == ["reel.example", "quay.example", "molo.example"]
    assert hosts(store, "reel.example") == ["quay.example", "molo.example"]
    assert hosts(store, most=1) == ["reel.example"]
    assert store.sources.ahead() == (3, NOW + timedelta(minutes=10))


def test_streams_and_what_has_ended_are_not_asked(store: Store) -> None:
    store.sources.follow([(Source("jetstream:Glass Harbour", SourceKind.STREAM), Schedule(NOW, 600.0))])
    assert store.sources.ahead() == (1, None)
    follow(store, reel=10)
    store.sources.plan("https://reel.example/feed", Schedule(NOW, 600.0, ended=True))
    assert hosts(store) == []
    assert store.sources.ahead() == (1, None)
    assert [each.source.url for each in store.sources.streams()] == ["jetstream:Glass Harbour"]


def test_two_processes_do_not_ask_a_host_at_once(store: Store) -> None:
    other = Store(store.path)
    assert store.sources.ask("reel.example", NOW, 2.0) == 0
    assert other.sources.ask("reel.example", NOW + timedelta(seconds=0.5), 2.0) == 1.5
    assert other.sources.ask("quay.example", NOW, 2.0) == 0
    assert other.sources.ask("reel.example", NOW + timedelta(seconds=2), 2.0) == 0
    assert store.sources.ask("reel.example", NOW + timedelta(seconds=3), 2.0) == 1.0


def test_what_cannot_be_planned_is_not_kept(store: Store) -> None:
    follow(store, reel=10)
    capture = take(b"Glass Harbour is filming.", "text/plain", NOW)

    def fails(new: int) -> Schedule:
        raise RuntimeError(new)

    for captures in ((capture,), ()):
        with pytest.raises(RuntimeError):
            store.sources.keep("https://reel.example/feed", fails, captures)
    assert store.origins() == {}
    assert hosts(store) == ["reel.example"]


def test_a_flood_of_captures_is_kept_once(store: Store) -> None:
    follow(store, reel=10)
    found: list[Capture] = [take(f"note {number}".encode(), "text/plain", NOW) for number in range(2000)]
    plan = Schedule(NOW, 600.0)
    assert store.sources.keep("https://reel.example/feed", lambda _: plan, found)[0] == 2000
    assert store.sources.keep("https://reel.example/feed", lambda _: plan, found)[0] == 0


def test_a_store_that_fails_is_told_as_such(store: Store) -> None:
    store.sources.ahead()
    with store._writer.begin() as connection:
        connection.exec_driver_sql("DROP TABLE hosts")
    with pytest.raises(StoreFault):
        store.sources.ask("reel.example", NOW, 2.0)
    follow(store, reel=10)
    assert hosts(store) == ["reel.example"]
