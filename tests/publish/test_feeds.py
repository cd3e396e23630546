"""Feeds: what a reader finds in them, and the rules that the formats have."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setwatch.desk import Desk, shelf_of
from setwatch.publish.addresses import Addresses, slug, web
from setwatch.publish.feeds import FORMATS, Feed, Item, alarm_items, change_items, filtered, written
from setwatch.publish.feeds.items import tidy

A = "{http://www.w3.org/2005/Atom}"
AT = Addresses("https://desk.example/")
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def feed_of(desk: Desk, title: str = "Glass Harbour") -> Feed:
    shelf = shelf_of(desk, (desk.record(title), desk.changes(title), desk.trails(title)))
    items = [
        *change_items(desk.changes(title), desk.record(title), shelf, AT),
        *alarm_items(desk.trails(title), shelf, AT),
    ]
    return Feed.of(title, "What changed", AT.production(title), AT.feed("production", title, "rss"), items)


@pytest.fixture
def feed(opened: Callable[..., Desk]) -> Feed:
    again = (
        "New footage from the set of Glass Harbour in Bergen shows a chase. It was posted to TikTok by @quaywatcher."
    )
    return feed_of(opened("first", "second", "third", "fourth", "clip", old=f"2031-04-20\n\n{again}"))


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_reader_finds_each_change_with_its_link_date_and_words(feed: Feed, form: str) -> None:
    found = feedparser.parse(written(feed, form))
    assert not found.bozo
    assert found.version == {"rss": "rss20", "atom": "atom10"}[form]
    assert len(found.entries) == len(feed.items) >= 6
    for entry, item in zip(found.entries, feed.items, strict=True):
        assert (entry.title, entry.link) == (item.title, item.link)
        assert tuple(entry.published_parsed[:6]) == item.said.timetuple()[:6]
        assert {tag.term for tag in entry.tags} == set(item.labels)
        assert "<blockquote" in (entry.summary if form == "rss" else entry.content[0].value)


def test_the_newest_change_comes_first_and_tells_was_and_is(feed: Feed) -> None:
    moves = [item.title for item in feed.items if item.prop == "release_date"]
    assert moves[0] == "Glass Harbour, release date: 14 May 2032 → 1 October 2032"
    assert moves[-1] == "Glass Harbour, release date: 5 June 2031"


def test_rss_has_what_the_specification_and_the_validator_ask_for(feed: Feed) -> None:
    root = ET.fromstring(written(feed, "rss"))
    channel = root[0]
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    own = channel.find(f"{A}link")
    assert own is not None
    assert (own.get("rel"), own.get("href")) == ("self", feed.here)
    assert parsedate_to_datetime(channel.findtext("lastBuildDate", "")).tzinfo is not None
    guids = []
    for item in channel.iter("item"):
        assert item.findtext("title")
        assert urlsplit(item.findtext("link", "")).scheme in {"http", "https"}
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        guids.append(guid.text)
        assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", item.findtext("pubDate", ""))
    assert len(set(guids)) == len(guids) == len(feed.items)


def test_atom_has_what_rfc_4287_asks_for(feed: Feed) -> None:
    root = ET.fromstring(written(feed, "atom"))
    assert root.tag == f"{A}feed"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{A}link")}
    assert links == {"self": feed.here, "alternate": feed.home}
    assert root.find(f"{A}author/{A}name") is not None
    ids = []
    for part in (root, *root.findall(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{A}{name}")) == 1
            assert part.findtext(f"{A}{name}")
        ids.append(part.findtext(f"{A}id"))
        dates = [e.text or "" for e in part if e.tag in {f"{A}updated", f"{A}published"}]
        assert all(RFC3339.fullmatch(date) for date in dates)
        alternates = [link for link in part.findall(f"{A}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
    assert len(set(ids)) == len(ids)
    assert all(re.match(r"urn:uuid:[0-9a-f-]{36}$", name or "") for name in ids)


def test_json_feed_has_what_version_1_1_asks_for(feed: Feed) -> None:
    found = json.loads(written(feed, "json"))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["feed_url"] == feed.here
    assert len(found["items"]) == len(feed.items)
    for item in found["items"]:
        assert item["content_html"]
        assert isinstance(item["id"], str)
        assert datetime.fromisoformat(item["date_published"]) <= datetime.fromisoformat(item["date_modified"])
        assert all("name" in author for author in item["authors"])
        assert all(urlsplit(item[key]).netloc for key in ("url", "external_url"))


def test_ids_are_the_same_in_every_format_and_after_more_came_in(opened: Callable[..., Desk]) -> None:
    few, all_ = feed_of(opened("first", "second")), feed_of(opened())
    before, after = {i.key: i.title for i in few.items}, {i.key: i.title for i in all_.items}
    assert before
    assert before.items() <= after.items()
    ids = {e.id for e in feedparser.parse(written(all_, "rss")).entries}
    assert ids == {e.id for e in feedparser.parse(written(all_, "atom")).entries}
    assert ids == {item["id"] for item in json.loads(written(all_, "json"))["items"]}


def test_items_are_filtered_by_property_and_standing(feed: Feed) -> None:
    def titles(properties: list[str], standings: list[str]) -> list[str]:
        return [item.title for item in filtered(feed.items, properties, standings)]

    assert titles(["release_date"], ["current"]) == ["Glass Harbour, release date: 14 May 2032 → 1 October 2032"]
    assert titles(["filming_location"], []) == ["Glass Harbour, filming locations: Bergen"]
    assert len(titles(["release_date"], ["superseded"])) == 3
    assert len(titles([], [])) == len(feed.items)


def test_old_footage_shown_as_new_is_an_item(feed: Feed) -> None:
    alarms = list(filtered(feed.items, ["alarm"], []))
    assert [item.title for item in alarms] == ["Glass Harbour, video shown as new was first seen by 1 Mar 2030"]
    assert alarms[0].link == "https://old.example/a?b=1&c=2"
    assert "footage" in alarms[0].page


HOSTILE = st.text(max_size=40)


@settings(deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_a_page_says_the_feed_can_be_read(title: str, words: str, source: str) -> None:
    when = datetime.fromisoformat("2030-01-01T00:00:00+00:00")
    shown, said, by = (tidy(text) for text in (title, words, source))
    item = Item("k", "change", shown, said, by, "https://a.example/", "https://desk.example/", when, when)
    feed = Feed.of("T", "A", "https://desk.example/", "https://desk.example/f", [item])
    for form in FORMATS:
        if form == "json":
            assert json.loads(written(feed, form))["items"][0]["title"] == item.title
        else:
            assert ET.fromstring(written(feed, form)) is not None


def test_an_empty_feed_is_valid_too() -> None:
    feed = Feed.of("T", "Nothing", "https://desk.example/", "https://desk.example/f", [])
    assert not any(feedparser.parse(written(feed, form)).bozo for form in ("rss", "atom"))


def test_only_addresses_on_the_web_are_linked_and_all_are_uris() -> None:
    assert [web(a) for a in ("javascript:alert(1)", "file:///etc/passwd", "https://", "not one", None)] == [None] * 5
    assert web("https://a.example/ä b?q=\u00e9&r=%20") == "https://a.example/%C3%A4%20b?q=%C3%A9&r=%20"
    assert web("https://b\u00fccher.example/") == "https://xn--bcher-kva.example/"
    assert web("http://[bad") is None


def test_two_spellings_of_a_name_have_one_slug() -> None:
    assert slug("The Gláss Harbour!") == slug("glass harbour") == "glass-harbour"
    assert AT.production("Salt & <Stone>") == "https://desk.example/productions/salt-stone"
