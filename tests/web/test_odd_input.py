"""Odd and hostile input: it is told in plain words what is wrong, and nothing breaks."""

import json
import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from setwatch.desk import Desk
from setwatch.web import create_app
from tests.web.conftest import FILM, clock

TIDE = "/productions/the-copper-tide"
DATES = (
    "2021-13-45",
    "0000-00-00",
    "99999-01-01",
    "T",
    "..",
    "XXXX",
    "2021-10-06T25:00",
    "0001-01-01T00:00:00%2B14:00",
    "9999-12-31T23:59:59-14:00",
    "%00T",
    "%D9%A2%D9%A0%D9%A2%D9%A1",
    "6 October 2021",
)
PAGES = (TIDE, f"{TIDE}/changes", f"{TIDE}/footage", f"{TIDE}/conflicts", "/export/production/copper-tide.csv")


def words(page: str) -> str:
    """The text of a page in one line."""
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split()))


@pytest.mark.parametrize("date", DATES)
def test_what_is_no_date_is_said_to_be_none(site: TestClient, date: str) -> None:
    for page in PAGES:
        answer = site.get(f"{page}?known={date}")
        assert answer.status_code == 400, page
        assert re.search("is no (date|time)", words(answer.text))
    assert site.get(f"/api/v1{TIDE}/record?known={date}", headers={"host": "127.0.0.1"}).status_code in {401, 422}


def test_a_day_that_has_not_come_is_said_to_be_ahead_and_never_cited(site: TestClient) -> None:
    page = words(site.get(f"{TIDE}?known=9999-12-31").text)
    assert "That day has not come yet: this is what is known now." in page
    assert "?known=9999" not in page
    assert "That day has not come yet" not in words(site.get(f"{TIDE}?known=2025-01-01").text)


@pytest.mark.parametrize("page", ["changes", "footage", "stories"])
def test_a_page_of_a_list_that_is_not_there_is_not_found(site: TestClient, page: str) -> None:
    assert site.get(f"{TIDE}/{page}?page=1").status_code == 200
    answer = site.get(f"{TIDE}/{page}?page=999")
    assert answer.status_code == 404
    assert "There is one page of this." in words(answer.text)


def test_a_page_of_a_search_that_is_not_there_is_not_found(site: TestClient) -> None:
    assert site.get("/search?q=tide&page=500").status_code == 404
    assert "Nothing has all of these words." in words(site.get("/search?q=nowhere").text)


@pytest.mark.parametrize(("given", "told"), [("-1", "greater than or equal to 1"), ("1e9", "valid integer"), ("x", "")])
def test_a_number_that_is_none_is_named_with_what_it_should_be(site: TestClient, given: str, told: str) -> None:
    answer = site.get(f"/search?q=tide&page={given}")
    assert answer.status_code == 400
    assert re.search(f"“page”: should be .*{told}.*\\.", words(answer.text))


def test_what_is_asked_for_is_repeated_in_part_alone_and_never_as_markup(site: TestClient) -> None:
    answer = site.get("/footage/" + "%3Cscript%3Ex" + "a" * 9000)
    assert answer.status_code == 404
    assert len(answer.content) < 4000
    assert "<script>x" not in answer.text
    assert "No document was captured as 'x\\u202e'." in words(site.get("/documents/x%E2%80%AE").text)


@pytest.mark.parametrize(
    "words_", ['"', '"a', "*", "NEAR(a b)", "a OR b", "col:text", "^a", "-a", "(", '""', "\U0001f4a5", "\u202e", "\x00"]
)
def test_a_search_takes_any_words(site: TestClient, words_: str) -> None:
    assert site.get("/search", params={"q": words_}).status_code == 200
    assert site.get("/search", params={"q": f"tide {words_}"}).status_code == 200


@pytest.mark.parametrize("page", ["/", TIDE, "/search?q=tide", "/static/site.css", "/feeds/all.atom", "/status"])
def test_head_is_answered_as_get_without_the_body(site: TestClient, page: str) -> None:
    whole, bare = site.get(page), site.head(page)
    assert (bare.status_code, bare.content) == (200, b"")
    assert bare.headers["content-type"] == whole.headers["content-type"]
    assert bare.headers["content-length"] == str(len(whole.content))
    assert site.head("/nowhere").status_code == 404


def test_an_outlet_with_a_slash_in_its_name_has_a_page(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    said = {"outlet": "/Reel 100%", "published": "2030-02-01", "text": "The Copper Tide opens on 4 July 2031."}
    row = json.dumps({"url": "https://reel.example/a", **said}).encode()
    with Desk.open(path, clock) as desk:
        desk.watch([FILM])
        desk.add([BytesIO(row)])
    with TestClient(create_app(lambda: Desk.open(path, clock)), base_url="http://localhost") as client:
        document = client.get(re.findall(r'href="(/documents/[^"?]+)', client.get(TIDE).text)[0]).text
        [link] = set(re.findall(r'href="(/outlets/[^"]+)"', document))
        assert "<h1>/Reel 100%</h1>" in client.get(link).text
