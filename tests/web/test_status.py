"""How it does: a page for people, a line for watchdogs, numbers for Prometheus."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the site extra is not installed")

from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from setwatch.desk import Desk, life_of, new_token
from setwatch.following import first
from setwatch.model import Means, Message, Rule, Source, SourceKind, Target
from setwatch.store import Store
from setwatch.web import create_app
from tests.web.conftest import FILM, clock

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime.now(UTC)
FINE = Source("https://reel.example/feed", SourceKind.FEED, "The Reel")
BAD = Source("https://echo.example/feed?user=mia&token=hunter2", SourceKind.FEED)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite3"
    with Desk.open(path, clock) as desk:
        desk.watch([FILM])
        desk.add([BytesIO(b"2030-02-01\n\nThe Copper Tide opens in cinemas on 4 July 2031.")])
    store = Store(path)
    asked = replace(first(SourceKind.FEED, NOW + timedelta(hours=1)), asked=NOW)
    store.sources.follow([(FINE, asked), (BAD, replace(asked, failures=4, trouble=f"{BAD.url}: answers 500"))])
    store.outbox.add(Target("newsroom", Means.WEBHOOK, "https://hooks.example/very-secret", "whsec", Rule(), NOW))
    store.outbox.put("newsroom", [Message("a", "change", "t", "x", b"{}")], NOW)
    store.close()
    return path


@pytest.fixture
def near(path: Path) -> Iterator[TestClient]:
    app = create_app(lambda: Desk.open(path, clock), ["*"])
    with TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5000)) as client:
        yield client


def samples(client: TestClient) -> dict[str, float]:
    found = text_string_to_metric_families(client.get("/metrics").text)
    return {
        s.name + "".join(f" {value}" for _, value in sorted(s.labels.items())): s.value
        for f in found
        for s in f.samples
    }


def test_the_page_tells_sources_what_waits_and_alerts_without_secrets(near: TestClient) -> None:
    page = near.get("/status").text
    assert "The Reel" in page
    assert "answers 500" in page
    assert page.index("echo.example") < page.index("reel.example")
    assert "newsroom: 1 pending" in page
    assert "not running" in page
    assert not re.search("hunter2|very-secret|whsec", page)
    assert "user=mia" in page


def test_a_run_is_known_by_its_signs_of_life(near: TestClient, path: Path) -> None:
    assert near.get("/health").json() == {"status": "ok", "run": "down"}
    life_of(path).touch()
    assert near.get("/health").json() == {"status": "ok", "run": "up"}
    assert samples(near)["setwatch_run_up"] == 1
    assert "asked for news all the time" in near.get("/status").text


def test_the_numbers_are_those_of_the_store(near: TestClient) -> None:
    near.get("/search?q=tide")
    found = samples(near)
    assert found["setwatch_captures"] == 1
    assert (found["setwatch_sources fine"], found["setwatch_sources failing"]) == (1, 1)
    assert found["setwatch_outbox_messages pending newsroom"] == 1
    assert found["setwatch_last_asked_timestamp_seconds"] == pytest.approx(NOW.timestamp())
    assert found["setwatch_store_bytes"] > 4096
    assert found["setwatch_site_request_seconds_count GET /search 200"] == 1


def test_a_store_that_cannot_be_read_is_not_healthy(near: TestClient, path: Path) -> None:
    near.get("/health")
    path.write_bytes(b"gone" * 5000)
    path.with_name(f"{path.name}-wal").unlink(missing_ok=True)
    answer = near.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (503, "fault")


def test_from_elsewhere_the_whole_is_shown_to_who_has_a_token(path: Path) -> None:
    app = create_app(lambda: Desk.open(path, clock), ["*"])
    with TestClient(app, base_url="http://desk.example", client=("203.0.113.5", 5000)) as client:
        assert client.get("/metrics").status_code == 403
        assert client.get("/health").status_code == 200
        public = client.get("/status")
        assert public.status_code == 200
        assert "pages and posts kept" in public.text
        assert not re.search("The Reel|echo.example|newsroom|answers 500|GiB", public.text)
        with Desk.open(path, clock) as desk:
            token = new_token(desk, "prometheus", NOW, writes=False)
        shown = {"Authorization": f"Bearer {token}"}
        assert client.get("/metrics", headers=shown).status_code == 200
        assert "The Reel" in client.get("/status", headers=shown).text


def test_each_metric_is_in_the_docs(near: TestClient) -> None:
    near.get("/")
    near.get("/")
    names = {family.name for family in text_string_to_metric_families(near.get("/metrics").text)}
    assert len(names) >= 12
    docs = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    assert [name for name in sorted(names) if f"`{name}" not in docs] == []
    told = set(re.findall(r"^\| `(setwatch_[a-z_]+)`", docs, re.MULTILINE))
    assert told == names
