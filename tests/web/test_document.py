"""A document's page has the words marked that a statement stands on."""

import re
from html import unescape

from starlette.testclient import TestClient


def test_one_click_leads_from_a_value_to_its_words_in_the_stored_text(site: TestClient) -> None:
    record = site.get("/productions/the-copper-tide").text
    link = re.search(r"now opens <mark>([^<]*)</mark>.*?<a href=\"(/documents/[^\"]*#at)", record, re.DOTALL)
    assert link is not None
    page = site.get(unescape(link[2])).text
    assert f'<mark class="at" id="at">{link[1]}</mark>' in page


def test_an_address_leads_to_the_newest_version(site: TestClient) -> None:
    answer = site.get("/documents", params={"url": "https://moved.example/a"})
    assert answer.status_code == 200
    assert "has been delayed" in answer.text


def test_what_was_never_captured_is_not_there(site: TestClient) -> None:
    assert site.get("/documents/0123").status_code == 404
