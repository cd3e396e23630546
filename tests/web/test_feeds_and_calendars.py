"""Feeds and calendars as a reader and a calendar program get them."""

import feedparser
import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

FORMS = ("rss", "atom", "json")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "name", ["all", "alarms", "production/the-copper-tide", "production/copper-tide", "franchise/tides"]
)
def test_each_feed_is_there_in_each_format_and_knows_where_it_is(site: TestClient, name: str, form: str) -> None:
    answer = site.get(f"/feeds/{name}.{form}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/")
    if form == "json":
        told = answer.json()
        assert told["feed_url"] == str(answer.url)
        entries = told["items"]
    else:
        found = feedparser.parse(answer.content)
        assert not found.bozo
        assert str(answer.url) in {link.href for link in found.feed.links}
        entries = found.entries
    assert bool(entries) == (name != "alarms")


def test_the_feed_of_a_franchise_leads_to_its_page(site: TestClient) -> None:
    assert site.get("/feeds/franchise/tides.json").json()["home_page_url"] == "http://localhost/franchises/tides"
    assert site.get("/franchises/tides").status_code == 200


def test_a_feed_is_filtered_in_its_address(site: TestClient) -> None:
    def titles(query: str) -> list[str]:
        return [item["title"] for item in site.get(f"/feeds/all.json?{query}").json()["items"]]

    assert titles("property=release_date&standing=current") == [
        "The Copper Tide, release date: 4 July 2031 → 10 October 2031"
    ]
    assert len(titles("property=release_date")) == 2
    assert titles("property=alarm") == []


def test_a_feed_that_the_reader_has_is_not_sent_again(site: TestClient) -> None:
    first = site.get("/feeds/all.rss")
    for headers in (
        {"If-None-Match": first.headers["etag"]},
        {"If-None-Match": f'W/{first.headers["etag"]}, "other"'},
        {"If-Modified-Since": first.headers["last-modified"]},
    ):
        again = site.get("/feeds/all.rss", headers=headers)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    for headers in (
        {"If-None-Match": '"other"', "If-Modified-Since": first.headers["last-modified"]},
        {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"},
        {"If-Modified-Since": "no date"},
    ):
        assert site.get("/feeds/all.rss", headers=headers).status_code == 200
    assert first.headers["last-modified"] == "Wed, 01 Jan 2031 00:00:00 GMT"


def test_a_feed_can_be_asked_for_its_headers_alone(site: TestClient) -> None:
    first, bare = site.get("/feeds/all.atom"), site.head("/feeds/all.atom")
    assert (bare.status_code, bare.content, bare.headers["etag"]) == (200, b"", first.headers["etag"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/feeds/all.xml", 404),
        ("/feeds/production/nothing.rss", 404),
        ("/feeds/franchise/nothing.rss", 404),
        ("/feeds/all.rss?property=budget", 400),
        ("/feeds/all.rss?standing=sure", 400),
        ("/calendar/all.ics?min=sure", 400),
        ("/calendar/production/nothing.ics", 404),
    ],
)
def test_what_is_not_there_is_said(site: TestClient, path: str, status: int) -> None:
    assert site.get(path).status_code == status


@pytest.mark.parametrize("name", ["all", "production/the-copper-tide", "franchise/tides"])
def test_a_calendar_has_the_release(site: TestClient, name: str) -> None:
    answer = site.get(f"/calendar/{name}.ics?min=stated")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [(str(e.decoded("dtstart")), e["sequence"]) for e in events] == [("2031-10-10", 1)]
    assert answer.headers["etag"]
