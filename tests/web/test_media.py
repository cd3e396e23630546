"""Pictures and video are shown to whoever turned them on, from this site alone; with a post that is gone they go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.model import Act, Setting, take
from setwatch.store import Store
from setwatch.web import create_app
from tests.desk.test_gone_posts import GLASS, PAGE, POST
from tests.web.conftest import clock

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite3"
    with Desk.open(path, clock) as desk:
        desk.watch([GLASS])
        (tmp_path / "boat.html").write_text(PAGE)
        desk.add([tmp_path / "boat.html"])
    kept = Store(path)
    kept.keep_captures(
        [take(PNG, "image/png", clock(), POST, "a test"), take(SVG, "image/svg+xml", clock(), POST, "b")]
    )
    kept.close()
    return path


@pytest.fixture
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(lambda: Desk.open(store, clock)), base_url="http://localhost") as found:
        yield found


def page(store: Path) -> str:
    with Desk.open(store, clock) as desk:
        (reading,) = desk.readings()
        return f"/documents/{reading.document.version}"


def test_nothing_is_shown_before_they_are_turned_on(client: TestClient, store: Path) -> None:
    text = client.get(page(store)).text
    assert "<img" not in text
    assert "Show pictures and video" in text
    assert client.get(f"/media/{take(PNG, 'image/png', clock(), POST, '').digest}").status_code == 404


def test_the_switch_shows_what_is_kept_and_hides_it_again(client: TestClient, store: Path) -> None:
    there = page(store)
    turned = client.post("/media", data={"to": there, "show": "on"})
    assert turned.url.path == there
    assert turned.text.count("<img") == 1
    shown = client.get(turned.text.split('<img src="')[1].split('"')[0])
    assert (shown.content, shown.headers["content-type"]) == (PNG, "image/png")
    assert "sandbox" in shown.headers["content-security-policy"]
    assert "<img" not in client.post("/media", data={"to": there, "show": "off"}).text


def test_what_runs_scripts_is_never_sent(client: TestClient, store: Path) -> None:
    client.post("/media", data={"to": "/", "show": "on"})
    assert client.get(f"/media/{take(SVG, 'image/svg+xml', clock(), POST, '').digest}").status_code == 404


def test_a_form_of_another_site_turns_nothing_on(client: TestClient) -> None:
    answer = client.post("/media", data={"show": "on"}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_the_switch_leads_nowhere_else(client: TestClient) -> None:
    answer = client.post("/media", data={"to": "//elsewhere.example/", "show": "on"}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_with_the_words_of_a_post_that_is_gone_its_pictures_are_hidden(client: TestClient, store: Path) -> None:
    with Desk.open(store, clock) as desk:
        desk.decide(Act.GONE, [POST], "Ann")
        desk.settings.put(Setting.GONE_WORDS, "hidden")
    text = client.post("/media", data={"to": page(store), "show": "on"}).text
    assert "<img" not in text
    assert "nobody sleeps" not in text
    assert "██" in text
    assert "gone from its platform" in text
    assert "its words are hidden; SHA-256" in text


def test_two_readers_are_not_shown_each_others_pages(store: Path) -> None:
    app = create_app(lambda: Desk.open(store, clock))
    with TestClient(app, base_url="http://localhost") as one:
        there = page(store)
        one.post("/media", data={"to": there, "show": "on"})
        assert "<img" in one.get(there).text
        one.cookies.clear()
        assert "<img" not in one.get(there).text
