"""What nobody watches, on the site and in the API."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the site extra is not installed")

from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.model import Production
from setwatch.web import create_app
from tests.web.conftest import FILM, clock

TEXT = "‘{0}’ Trailer Is Here\n\nThe thriller {0} premieres in May, the studio said of the film. <b>It</b> rained."


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a document on each of two titles; another one is watched."""
    rows = [
        {"url": f"https://p{number}.example/", "published": "2030-01-04", "text": TEXT.format(title)}
        for number, title in enumerate(("Pale Hours", "The Low Road"))
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with Desk.open(tmp_path / "store.sqlite3", clock) as desk:
        desk.watch([FILM])
        desk.add([tmp_path / "pages.jsonl"])
    return tmp_path / "store.sqlite3"


@pytest.fixture
def site(store: Path) -> Iterator[TestClient]:
    """The site over it."""
    with TestClient(
        create_app(lambda: Desk.open(store, clock)), base_url="http://127.0.0.1", client=("127.0.0.1", 1)
    ) as it:
        yield it


def test_the_page_shows_titles_with_their_sentences(site: TestClient) -> None:
    text = site.get("/suggestions").text
    assert "<h2>Pale Hours</h2>" in text
    assert "<h2>The Low Road</h2>" in text
    assert "<b>It</b>" not in text
    assert 'href="/suggestions"' in site.get("/status").text


def test_the_api_gives_them_in_pages(site: TestClient) -> None:
    first = site.get("/api/v1/suggestions", params={"limit": 1}).json()
    second = site.get("/api/v1/suggestions", params={"limit": 1, "cursor": first["next"]}).json()
    assert {each["items"][0]["title"] for each in (first, second)} == {"Pale Hours", "The Low Road"}
    assert second["next"] is None
    assert all("Pale Hours" in e["exact"] or "Low Road" in e["exact"] for e in first["items"][0]["evidence"])


def test_what_is_watched_is_gone_from_it(site: TestClient, store: Path) -> None:
    assert "Pale Hours" in site.get("/suggestions").text
    with Desk.open(store, clock) as desk:
        desk.watch([Production("Pale Hours")])
    assert "<h2>Pale Hours</h2>" not in site.get("/suggestions").text
