"""Who signed in with the token decides; nobody else, and no other site for them."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.web import create_app
from tests.web.conftest import DOCUMENTS, FILM, clock, row

TOKEN = "invented-token"
PAGE = "/productions/copper-tide"


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[TestClient]:
    """The site over a store of its own, with the token above."""
    path = tmp_path / "store.sqlite3"
    with Desk.open(path, clock) as desk:
        desk.watch([FILM])
        desk.add([BytesIO(b"\n".join(row(*document) for document in DOCUMENTS))])
    app = create_app(lambda: Desk.open(path, clock), token=TOKEN)
    with TestClient(app, base_url="http://localhost") as client:
        yield client


def sign_in(site: TestClient, token: str = TOKEN) -> int:
    """Sign in; return the status."""
    form = {"token": token, "author": "Ada Quill", "to": "/decisions"}
    return site.post("/sign-in", data=form, follow_redirects=False).status_code


def link(text: str, words: str) -> str:
    """The first link of these words."""
    found = re.search(rf'href="([^"]*)"[^>]*>{words}<', text)
    assert found is not None, words
    return unescape(found[1])


def to_reject_the_new_date(site: TestClient) -> str:
    """The form by which the claim of the moved date is rejected."""
    document = link(site.get(PAGE).text, "Moved, 2 May 2030")
    page = site.get(document.split("#")[0]).text
    return link(page[page.index("</span> 10 October 2031") :], "reject")


def word_of(page: str) -> str:
    """The session's word in a form."""
    found = re.search(r'name="word" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def about_of(page: str) -> list[str]:
    """What a form is about."""
    return [unescape(value) for value in re.findall(r'name="about" value="([^"]+)"', page)]


def test_a_claim_is_rejected_and_taken_back(editor: TestClient) -> None:
    assert sign_in(editor) == 303
    form = to_reject_the_new_date(editor)
    page = editor.get(form).text
    given = {"word": word_of(page), "about": about_of(page), "note": "misread"}
    assert "misread" in editor.post(form.split("?")[0], data=given).text
    record = editor.get(PAGE).text
    assert "<dd>10 October 2031</dd>" not in record
    assert "Decided by hand" in record
    assert re.search(r"<strong>10 October 2031</strong> .*rejected.*by Ada Quill on .*: misread", record)
    back = link(editor.get("/decisions").text, "Take it back")
    page = editor.get(back).text
    editor.post("/decide/take-back", data={"word": word_of(page), "about": about_of(page)})
    assert "<dd>10 October 2031</dd>" in editor.get(PAGE).text
    assert "Decided by hand" not in editor.get(PAGE).text
    assert "release date 10 October 2031, “" in editor.get("/decisions").text


def test_a_wrong_token_opens_nothing(editor: TestClient) -> None:
    assert sign_in(editor, "another") == 403
    assert "Sign in</a> first" in editor.get(to_reject_the_new_date(editor)).text


def test_without_a_session_nothing_is_decided(editor: TestClient) -> None:
    form = to_reject_the_new_date(editor)
    assert editor.post(form.split("?")[0], data={"about": ["claim-1"], "word": "x"}).status_code == 403
    assert "Nobody decided anything yet" in editor.get("/decisions").text


@pytest.mark.parametrize("headers", [{"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site"}])
def test_a_form_of_another_site_decides_nothing(editor: TestClient, headers: dict[str, str]) -> None:
    sign_in(editor)
    form = to_reject_the_new_date(editor)
    page = editor.get(form).text
    given = {"word": word_of(page), "about": about_of(page)}
    assert editor.post(form.split("?")[0], data=given, headers=headers).status_code == 403


def test_a_form_without_the_word_of_the_session_decides_nothing(editor: TestClient) -> None:
    sign_in(editor)
    form = to_reject_the_new_date(editor)
    given = {"word": "guessed", "about": about_of(editor.get(form).text)}
    assert editor.post(form.split("?")[0], data=given).status_code == 403


def test_signing_in_leads_to_this_site_alone(editor: TestClient) -> None:
    form = {"token": TOKEN, "author": "Ada Quill", "to": "//elsewhere.example/"}
    assert editor.post("/sign-in", data=form, follow_redirects=False).headers["location"] == "/decisions"


def test_what_makes_no_sense_is_said_in_the_form(editor: TestClient) -> None:
    sign_in(editor)
    page = editor.get("/decide/date?about=https://moved.example/a").text
    given = {"word": word_of(page), "about": ["https://moved.example/a", "someday"]}
    answer = editor.post("/decide/date", data=given)
    assert answer.status_code == 400
    assert "is no date" in answer.text


def test_pages_of_a_session_are_kept_nowhere(editor: TestClient) -> None:
    assert editor.get("/decisions").headers["cache-control"] == "no-store"
