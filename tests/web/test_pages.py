"""Every page answers, is small, and links to pages that answer."""

import re
from html import unescape

from starlette.testclient import TestClient

LINK = re.compile(r'href="(/[^"#]*)')
BIGGEST = 200_000


def test_every_page_that_is_linked_answers_and_is_small(sample_site: TestClient) -> None:
    waiting, seen = ["/"], {"/"}
    while waiting:
        there = waiting.pop()
        answer = sample_site.get(there)
        assert answer.status_code == 200, there
        assert len(answer.content) < BIGGEST, there
        if answer.headers["content-type"].startswith("text/html"):
            new = {unescape(link) for link in LINK.findall(answer.text)} - seen
            seen |= new
            waiting += sorted(new)
    assert {"/productions/harrow-line-4", "/productions/harrow-line-afterlight/places"} <= seen
    assert len(seen) > 60


def test_a_title_is_found_by_an_alias_whatever_its_case(sample_site: TestClient) -> None:
    assert "<h1>Harrow Line: Afterlight</h1>" in sample_site.get("/productions/hl3").text


def test_an_unknown_title_is_said_to_be_unknown_with_what_comes_near(sample_site: TestClient) -> None:
    answer = sample_site.get("/productions/harrow-lin")
    assert answer.status_code == 404
    assert "Harrow Line" in answer.text
