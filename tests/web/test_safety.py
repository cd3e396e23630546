"""What others wrote can do nothing to a reader, and other sites can do nothing to this one."""

import re

import pytest
from starlette.testclient import TestClient

PAGES = ("/", "/productions/the-copper-tide", "/productions/the-copper-tide/places", "/nothing", "/static/site.css")


def hostile(site: TestClient) -> str:
    """The address of the page of the document that holds markup."""
    found = re.search(r'href="(/documents/\w+)\?at=[^"]*">Hostile', site.get("/productions/the-copper-tide").text)
    assert found is not None
    return found[1]


def test_markup_in_a_captured_text_is_shown_as_text(site: TestClient) -> None:
    text = site.get(hostile(site)).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert" not in text
    assert "<b>bold" not in text


def test_a_mark_that_turns_the_order_of_what_is_read_is_shown_as_an_escape(site: TestClient) -> None:
    text = site.get(hostile(site)).text
    assert "\u202e" not in text
    assert "\\u202e" in text


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_says_what_it_may_load_and_who_may_frame_it(site: TestClient, page: str) -> None:
    headers = site.get(page).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("page", PAGES[:3])
def test_nothing_is_loaded_from_elsewhere_and_nothing_is_inline(site: TestClient, page: str) -> None:
    text = site.get(page).text
    assert re.findall(r'(?:src|href)="(?:https?:)?//', text) == []
    assert re.findall(r"<script(?![^>]* src=)", text) == []
    assert re.findall(r"<style| style=| on\w+=", text) == []


def test_another_name_for_this_machine_is_not_answered(site: TestClient) -> None:
    assert site.get("/", headers={"host": "rebound.example"}).status_code == 400


@pytest.mark.parametrize("at", ["1", "9-3", "a-b", "1-2-3"])
def test_a_place_that_is_none_is_refused(site: TestClient, at: str) -> None:
    assert site.get(f"{hostile(site)}?at={at}").status_code == 400
