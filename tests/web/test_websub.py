"""Hubs push what is new: subscribed to, verified, signed, renewed."""

import asyncio
import hmac
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the site extra is not installed")

from starlette.testclient import TestClient

from setwatch.desk import Desk, Live, Taken
from setwatch.desk.websub import Hubs
from setwatch.following import first, hub_of
from setwatch.model import Answer, Setting, Source, SourceKind
from setwatch.store import Store, Subscription
from setwatch.web import create_app
from tests.desk.test_live import live
from tests.fetch.conftest import Server, reply

NOW = datetime.now(UTC)
FEED = "https://reel.example/feed"
PUSH = b"""<rss version="2.0"><channel><title>Reel</title><item><title>Set</title><link>https://reel.example/1</link>
<description>Glass Harbour is filming in Bergen.</description></item></channel></rss>"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store that has asked a hub to push."""
    path = tmp_path / "store.sqlite3"
    store = Store(path)
    store.settings.put(Setting.CALLBACK, "https://desk.example/")
    store.sources.follow([(Source(FEED, SourceKind.FEED), first(SourceKind.FEED, NOW))])
    store.subscriptions.found(Subscription("token-1", FEED, FEED, "https://hub.example/", "a secret"))
    store.subscriptions.asked("token-1", NOW)
    store.close()
    return path


@pytest.fixture
def site(path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(lambda: Desk.open(path), ["*"]), base_url="http://desk.example") as client:
        yield client


def subscription(path: Path) -> Subscription:
    store = Store(path)
    (found,) = store.subscriptions.all()
    store.close()
    return found


def captures(path: Path) -> int:
    store = Store(path)
    found = len(store.origins())
    store.close()
    return found


def asking(**changed: str) -> dict[str, str]:
    told = {"mode": "subscribe", "topic": FEED, "challenge": "a1b2", "lease_seconds": "86400"} | changed
    return {f"hub.{name}": value for name, value in told.items() if value}


def signed(body: bytes, secret: str = "a secret", method: str = "sha256") -> dict[str, str]:
    digest = hmac.new(secret.encode(), body, method).hexdigest()
    return {"X-Hub-Signature": f"{method}={digest}", "Content-Type": "application/rss+xml"}


def test_a_hub_is_told_that_it_was_asked_and_its_lease_is_kept(site: TestClient, path: Path) -> None:
    answer = site.get("/websub/token-1", params=asking())
    assert (answer.status_code, answer.text) == (200, "a1b2")
    until = subscription(path).until
    assert until is not None
    assert timedelta(hours=23) < until - NOW < timedelta(hours=25)
    site.get("/websub/token-1", params=asking(lease_seconds="99999999"))
    assert (subscription(path).until or NOW) - NOW < timedelta(days=91)


@pytest.mark.parametrize(
    ("token", "changed"),
    [
        ("token-2", {}),
        ("token-1", {"topic": "https://other.example/feed"}),
        ("token-1", {"mode": "unsubscribe"}),
        ("token-1", {"challenge": ""}),
        ("token-1", {"mode": ""}),
    ],
)
def test_what_was_not_asked_for_is_not_confirmed(
    site: TestClient, path: Path, token: str, changed: dict[str, str]
) -> None:
    assert site.get(f"/websub/{token}", params=asking(**changed)).status_code == 404
    assert subscription(path).until is None


def test_a_hub_that_refuses_is_believed(site: TestClient, path: Path) -> None:
    assert site.get("/websub/token-1", params=asking(mode="denied", reason="closed")).status_code == 200
    assert subscription(path).refused == "the hub refuses: closed"


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_what_is_signed_is_kept_once(site: TestClient, path: Path, method: str) -> None:
    for _ in range(2):
        assert site.post("/websub/token-1", content=PUSH, headers=signed(PUSH, method=method)).status_code == 202
    assert captures(path) == 1
    store = Store(path)
    assert [f.source.url for f in store.sources.all()] == ["https://reel.example/1", FEED]
    store.close()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(PUSH, "another secret"),
        signed(b"other bytes"),
        {"X-Hub-Signature": "md5=00"},
        {"X-Hub-Signature": "sha256="},
        {"X-Hub-Signature": "sha256=" + "0" * 64},
    ],
)
def test_what_is_not_signed_is_thrown_away(site: TestClient, path: Path, headers: dict[str, str]) -> None:
    assert site.post("/websub/token-1", content=PUSH, headers=headers).status_code == 202
    assert captures(path) == 0


def test_pushes_that_nobody_asked_for_or_that_are_too_long_are_refused(site: TestClient, path: Path) -> None:
    assert site.post("/websub/token-2", content=PUSH, headers=signed(PUSH)).status_code == 410
    assert site.post("/websub/token-1", content=b"x" * (8 * 1024 * 1024 + 1)).status_code == 413
    assert captures(path) == 0


def test_run_subscribes_where_a_feed_names_a_hub_and_the_desk_has_a_callback(tmp_path: Path) -> None:
    path, forms = tmp_path / "s.sqlite3", []

    async def act(found: Live, server: Server) -> list[Taken]:
        topic, hub = server.url("/feed", "reel.example"), server.url("/hub", "hub.example")
        links = f'<link rel="hub" href="{hub}"/><link rel="self" href="{topic}"/>'
        atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Reel</title>{links}</feed>'
        server.replies["/feed"] = reply(atom.encode())
        server.replies["/robots.txt"] = reply(status="404 Not Found")
        server.replies["/hub"] = reply(status="202 Accepted", connection="close")
        taken: list[Taken] = []

        async def run_for(hours: float) -> None:
            stop = asyncio.Event()
            running = asyncio.create_task(found.run(stop, taken.append, tmp_path / "lock"))
            await asyncio.sleep(hours * 3600)
            stop.set()
            await running

        with Desk.open(path) as desk:
            desk.follow([Source(topic, SourceKind.FEED)])
            await run_for(0.5)
            assert server.paths().count("/hub") == 0
            desk.settings.put(Setting.CALLBACK, "https://desk.example")
        await run_for(3)
        forms.extend(server.paths())
        return taken

    live(path, act)
    assert forms.count("/hub") == 1
    found = subscription(path)
    assert (found.topic.endswith("/feed"), found.hub.endswith("/hub")) == (True, True)
    assert (found.refused, found.asked is not None) == (None, True)
    store = Store(path)
    hubs, asked = Hubs(store), found.asked or NOW
    form = hubs.form_of(found)
    assert form["hub.callback"] == f"https://desk.example/websub/{found.token}"
    assert (len(found.secret) > 30, form["hub.secret"]) == (True, found.secret)
    assert hubs.due(asked + timedelta(hours=1)) == ()
    assert [each.token for each in hubs.due(asked + timedelta(hours=7))] == [found.token]
    store.subscriptions.held(found.token, asked + timedelta(days=10))
    assert hubs.due(asked + timedelta(days=9)) == ()
    assert len(hubs.due(asked + timedelta(days=9, hours=19))) == 1
    store.close()


@pytest.mark.parametrize(
    ("headers", "body", "told"),
    [
        ((("link", '<https://hub.example/>; rel="hub", </f>; rel="self"'),), b"", ("https://hub.example/", "/f")),
        ((), b'<rss><channel><atom:link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>', ("?a=1&b=2", "/feed")),
        ((), b"<feed><link href='https://hub.example/' rel='hub'/></feed>", ("https://hub.example/", "/feed")),
        ((), b'<feed><link rel="alternate" href="https://reel.example/"/></feed>', None),
        ((), b'<feed><link rel="hub" href="javascript:alert(1)"/></feed>', None),
        ((), b'<feed><link rel="hub" href="http://[broken"/></feed>', None),
        ((), b"<link " * 20000, None),
    ],
)
def test_a_hub_is_found_in_headers_or_in_the_feed(
    headers: tuple[tuple[str, str], ...], body: bytes, told: tuple[str, str] | None
) -> None:
    found = hub_of(Answer(FEED, 200, headers, body, NOW))
    if told is None:
        assert found is None
    else:
        assert found is not None
        assert re.search(re.escape(told[0]) + "$", found.hub)
        assert found.topic.endswith(told[1])
