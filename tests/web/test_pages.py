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
        if answer.headers["content-type"].startswith("text/html"):
            assert len(answer.content) < BIGGEST, there
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


def test_an_alarm_is_shown_where_the_footage_is_passed_off_as_new(sample_site: TestClient) -> None:
    other = sample_site.get("/productions/harrow-line-4").text
    assert "Old footage back as new." in other
    assert 'as footage of <a href="/productions/harrow-line-afterlight">' in other
    assert "Old footage back as new." not in sample_site.get("/productions/harrow-line-4?known=2025-06-02").text
    own = sample_site.get("/productions/harrow-line-afterlight").text
    assert "Old footage back as new." in own
    assert "as footage of" not in own
    assert sample_site.get("/").text.count("Old footage back as new.") == 1
    assert 'of <a href="/productions/harrow-line-afterlight">' in sample_site.get("/productions/HL4/footage").text


def test_alarms_are_asked_of_the_film_that_footage_is_passed_off_as(sample_site: TestClient) -> None:
    [of_it] = sample_site.get("/api/v1/alarms?production=harrow-line-3").json()["items"]
    [as_it] = sample_site.get("/api/v1/alarms?production=HL4").json()["items"]
    assert of_it == as_it
    assert of_it["production"] == "Harrow Line: Afterlight"
    assert sample_site.get("/api/v1/alarms?production=Nowhere").status_code == 404
    feed = sample_site.get("/feeds/production/harrow-line-4.json?property=alarm").json()
    assert feed["items"][0]["tags"] == ["alarm", "Harrow Line: Afterlight", "Harrow Line 4"]
