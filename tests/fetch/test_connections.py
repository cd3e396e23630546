"""Connections are kept for the next request to their host, of so many hosts, and none that is in use is closed."""

import asyncio

import pytest

from setwatch.fetch import Fetcher
from setwatch.fetch import network as network_
from setwatch.model import Ask
from tests.fetch.conftest import reply, serving


async def everywhere(host: str, port: int) -> tuple[str, ...]:
    del host, port
    return ("127.0.0.1",)


def fetcher() -> Fetcher:
    return Fetcher("d@films.example", own_network=True, resolver=everywhere)


def held(found: Fetcher) -> list[str]:
    """Return the hosts to which there are connections."""
    return [host.decode() for _, host, _ in found._transport.connections._hosts]


def asked(count: int, *hosts: str) -> list[str]:
    async def scene() -> list[str]:
        async with serving() as server, fetcher() as found:
            server.replies["/"] = reply(b"yes")
            for host in hosts:
                for _ in range(count):
                    assert (await found.fetch(Ask(server.url("/", host)))).body == b"yes"
            pools = [host.pool for host in found._transport.connections._hosts.values()]
            assert all(len(pool.connections) <= 1 for pool in pools)
            return held(found)

    return asyncio.run(scene())


def test_a_host_is_asked_over_one_connection() -> None:
    assert asked(5, "reel.example") == ["reel.example"]


def test_the_longest_idle_hosts_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_, "IDLE_HOSTS", 2)
    assert asked(1, "a.example", "b.example", "c.example", "d.example") == ["c.example", "d.example"]


def test_a_host_that_was_long_not_asked_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_, "KEPT", 0.0)
    assert asked(1, "a.example", "b.example") == ["b.example"]


def test_a_host_that_is_answering_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_, "IDLE_HOSTS", 1)
    monkeypatch.setattr(network_, "KEPT", 0.0)

    async def scene() -> tuple[bytes, list[str]]:
        async with serving() as slow, serving() as quick, fetcher() as found:
            begun, go = asyncio.Event(), asyncio.Event()

            async def pause() -> None:
                begun.set()
                await go.wait()

            slow.pause = pause
            slow.replies["/"] = quick.replies["/"] = reply(b"yes")
            waiting = asyncio.create_task(found.fetch(Ask(slow.url("/", "slow.example"))))
            await begun.wait()
            for host in ("a.example", "b.example"):
                await found.fetch(Ask(quick.url("/", host)))
            there = held(found)
            go.set()
            return (await waiting).body, there

    body, there = asyncio.run(scene())
    assert body == b"yes"
    assert there == ["slow.example", "b.example"]


def test_a_connection_that_the_server_closed_is_made_again() -> None:
    async def scene() -> int:
        async with serving() as server, fetcher() as found:
            server.replies["/"] = reply(b"yes", connection="close")
            for _ in range(3):
                assert (await found.fetch(Ask(server.url("/", "reel.example")))).status == 200
            return len(server.requests)

    assert asyncio.run(scene()) == 3
