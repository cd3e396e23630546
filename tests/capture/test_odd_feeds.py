"""Feeds as the web has them: odd links, encodings, names and sizes; each entry is taken once, and none is lost."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from setwatch.capture import captures_in
from setwatch.model import Answer, Capture, Refusal

NOW = datetime(2031, 5, 1, tzinfo=UTC)
HERE = "https://reel.example/feed/rss.xml"
DECLARED = '<?xml version="1.0" encoding="{}"?>'
ATOM = "http://www.w3.org/2005/Atom"


def answer(body: str | bytes, kind: str = "text/xml") -> Answer:
    """What a server answers."""
    payload = body.encode() if isinstance(body, str) else body
    return Answer(HERE, 200, (("content-type", kind),), payload, NOW)


def feed(*items: str, head: str = "", attributes: str = "") -> str:
    """A feed in RSS 2.0."""
    channel = f"<title>The Reel</title>{head}{''.join(items)}"
    return f'<rss version="2.0" {attributes}><channel>{channel}</channel></rss>'


def item(title: str = "Pale Hours opens", link: str = "https://reel.example/1", more: str = "") -> str:
    """An entry of one."""
    return (
        f"<item><title>{title}</title><link>{link}</link><description>The film opens in May.</description>{more}</item>"
    )


def taken(found: Answer) -> list[tuple[str | None, str]]:
    """The addresses and titles of the entries, of which all can be read."""
    captures = list(captures_in(found))
    assert all(isinstance(each, Capture) for each in captures), captures
    return [(each.url, json.loads(each.payload)["entry"]["title"]) for each in captures if isinstance(each, Capture)]


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (feed(item(link="/news/1")), "https://reel.example/news/1"),
        (feed(item(link="1.html")), "https://reel.example/feed/1.html"),
        (feed(item(link="//cdn.example/1")), "https://cdn.example/1"),
        (feed(item(link="1.html"), attributes='xml:base="https://cdn.example/x/"'), "https://cdn.example/x/1.html"),
        (
            f'<feed xmlns="{ATOM}" xml:base="https://cdn.example/x/"><title>The Reel</title><entry><id>1</id>'
            '<title>Pale Hours opens</title><link href="../a"/></entry></feed>',
            "https://cdn.example/a",
        ),
        (
            f'<a:feed xmlns:a="{ATOM}"><a:title>The Reel</a:title><a:entry><a:id>1</a:id>'
            '<a:title>Pale Hours opens</a:title><a:link href="/a"/></a:entry></a:feed>',
            "https://reel.example/a",
        ),
        (
            '{"version": "https://jsonfeed.org/version/1.1", "title": "The Reel", "items": '
            '[{"id": "1", "url": "/a", "title": "Pale Hours opens"}]}',
            "https://reel.example/a",
        ),
    ],
)
def test_links_are_read_from_where_the_feed_is_or_says_it_is(body: str, url: str) -> None:
    assert taken(answer(body)) == [(url, "Pale Hours opens")]


@pytest.mark.parametrize(
    ("declared", "kind", "encoding"),
    [
        ("", "application/rss+xml; charset=windows-1251", "cp1251"),
        (DECLARED.format("windows-1251"), "application/rss+xml", "cp1251"),
        (DECLARED.format("utf-8"), "application/rss+xml; charset=windows-1251", "cp1251"),
        (DECLARED.format("utf-16"), "text/xml", "utf-16"),
        (DECLARED.format("iso-8859-1"), "text/xml; charset=utf-8", "utf-8"),
        ("", "text/xml", "utf-8-sig"),
    ],
)
def test_encodings_are_told_by_the_transfer_then_by_the_feed(declared: str, kind: str, encoding: str) -> None:
    body = (declared + feed(item(title="Бледные часы"))).encode(encoding)
    assert taken(answer(body, kind)) == [("https://reel.example/1", "Бледные часы")]


@pytest.mark.parametrize(
    "declared", ["", DECLARED.format("utf-8"), DECLARED.format("no-such-thing"), DECLARED.format("hex")]
)
def test_what_names_no_encoding_or_a_wrong_one_is_read_as_browsers_do(declared: str) -> None:
    body = (declared + feed(item(title="Bleiche Stunden für Ärger"))).encode("cp1252")
    assert taken(answer(body))[0][1] == "Bleiche Stunden für Ärger"


def test_what_stands_before_the_declaration_is_no_fault() -> None:
    assert len(taken(answer("\n\n  " + DECLARED.format("utf-8") + feed(item())))) == 1


def test_names_that_change_at_each_fetch_make_no_new_entries() -> None:
    first, second = (next(captures_in(answer(feed(item(more=f"<guid>{n}</guid>"))))) for n in ("a-1", "b-2"))
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert first.digest == second.digest


def test_a_feed_that_moved_has_the_entries_that_it_had() -> None:
    body = feed(item(more="<content>The <![CDATA[<b>film</b>]]></content>"))
    here = answer(body)
    there = replace(here, url="https://new.example/feed")
    assert [c.digest for c in captures_in(here) if isinstance(c, Capture)] == [
        c.digest for c in captures_in(there) if isinstance(c, Capture)
    ]


def test_two_entries_of_one_name_are_two() -> None:
    found = feed(item(more="<guid>7</guid>"), item("Low Road opens", "https://reel.example/2", "<guid>7</guid>"))
    assert [url for url, _ in taken(answer(found))] == ["https://reel.example/1", "https://reel.example/2"]


def test_of_a_feed_that_never_ends_the_first_entries_are_read_and_it_is_said() -> None:
    *found, last = captures_in(answer(feed(*(item(link=f"https://reel.example/{n}") for n in range(20_000)))))
    assert len(found) == 2_000
    assert isinstance(last, Refusal)
    assert "more than 2,000 entries" in last.reason


@pytest.mark.parametrize("title", ["<![CDATA[Pale & <b>Hours</b> ]]>", "Pale &amp; &lt;b&gt;Hours&lt;/b&gt;"])
def test_markup_in_titles_is_read_as_it_is_meant(title: str) -> None:
    assert taken(answer(feed(item(title))))[0][1].strip() == "Pale & <b>Hours</b>"
