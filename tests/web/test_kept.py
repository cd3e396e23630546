"""Pages are kept until anything in the store changes."""

from io import BytesIO
from pathlib import Path

from starlette.responses import HTMLResponse
from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.web import create_app
from setwatch.web.kept import Pages
from tests.web.conftest import DOCUMENTS, FILM, clock, row


def test_what_another_process_adds_is_on_the_next_page(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with Desk.open(path, clock) as desk:
        desk.watch([FILM])
        desk.add([BytesIO(row(*DOCUMENTS[0]))])
    with TestClient(create_app(lambda: Desk.open(path, clock)), base_url="http://localhost") as site:
        page = "/productions/copper-tide"
        assert "<dd>4 July 2031</dd>" in site.get(page).text
        assert "<dd>4 July 2031</dd>" in site.get(page).text
        with Desk.open(path, clock) as desk:
            desk.add([BytesIO(row(*DOCUMENTS[1]))])
        assert "<dd>10 October 2031</dd>" in site.get(page).text


def test_those_asked_for_longest_ago_make_room() -> None:
    pages = Pages(room=10)
    for name in ("a", "b"):
        pages.keep(1, name, HTMLResponse("12345"))
    assert pages.get(1, "a") is not None
    pages.keep(1, "c", HTMLResponse("12345"))
    assert pages.get(1, "b") is None
    assert pages.get(1, "a") is not None


def test_a_page_of_another_pulse_is_not_given() -> None:
    pages = Pages()
    pages.keep(1, "a", HTMLResponse("old"))
    assert pages.get(2, "a") is None
    pages.keep(2, "b", HTMLResponse("new"))
    assert pages.get(1, "a") is None
