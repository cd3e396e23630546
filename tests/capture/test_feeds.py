"""Feeds to a capture an entry."""

import io
import json
import time
from datetime import UTC, datetime

from setwatch.capture import captures_of
from setwatch.model import Capture, Refusal
from setwatch.reading import read

NOW = datetime(2031, 5, 1, tzinfo=UTC)
ITEM = """<item><title>Glass Harbour moves to October</title><link>https://reel.example/move</link>
<dc:creator>Ada Lind</dc:creator><pubDate>Sat, 02 Mar 2030 23:30:00 -0500</pubDate>
<slash:comments>{comments}</slash:comments>
<content:encoded><![CDATA[<p>The film now opens on <b>2 October 2031</b>.</p>]]></content:encoded></item>"""
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>
<title>The Reel - Film</title><link>https://reel.example/</link><language>en</language>
<lastBuildDate>{built}</lastBuildDate>{items}</channel></rss>"""


def rss(comments: int = 0, built: str = "Sun, 03 Mar 2030 05:00:00 GMT", count: int = 1) -> bytes:
    return RSS.format(built=built, items=ITEM.format(comments=comments) * count).encode()


def taken(payload: bytes) -> list[Capture | Refusal]:
    return list(captures_of(io.BytesIO(payload), NOW, "in"))


def test_an_entry_is_a_document_with_what_the_feed_says_of_it() -> None:
    (found,) = taken(rss())
    assert isinstance(found, Capture)
    document = read(found)
    assert (document.document_id, document.outlet) == ("https://reel.example/move", "The Reel")
    assert (document.byline, document.title) == (("Ada Lind",), "Glass Harbour moves to October")
    assert document.published == "2030-03-03"  # in UTC
    assert "2 October 2031" in document.text


def test_an_entry_fetched_again_is_the_same_bytes_however_many_comments_it_has() -> None:
    first, again = taken(rss()), taken(rss(comments=9, built="Mon, 04 Mar 2030 05:00:00 GMT"))
    assert [c.digest for c in first if isinstance(c, Capture)] == [c.digest for c in again if isinstance(c, Capture)]


def test_a_feed_that_breaks_off_gives_the_entries_that_are_whole_and_says_so() -> None:
    whole = rss(count=2)
    assert [type(item) for item in taken(whole[:-40])] == [Capture, Refusal]  # within the second entry
    assert [type(item) for item in taken(whole[:-15])] == [Capture, Capture, Refusal]  # behind it
    assert taken(whole[:-40])[0] == taken(whole)[0]


def test_a_json_feed_is_read_as_other_feeds_are() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Reel",
        "items": [
            {"id": "1", "url": "https://reel.example/a", "title": "Glass Harbour wraps", "content_text": "It is done."}
        ],
    }
    (found,) = taken(json.dumps(feed).encode())
    assert isinstance(found, Capture)
    assert read(found).text == "Glass Harbour wraps\n\nIt is done."


def test_a_list_of_feeds_is_named_as_one() -> None:
    opml = (
        b'<opml version="2.0"><body><outline type="rss" xmlUrl="https://reel.example/feed" text="Reel"/></body></opml>'
    )
    (found,) = taken(opml)
    assert isinstance(found, Refusal)
    assert "list of 1 feeds" in found.reason


def test_entities_that_multiply_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{entities}]>'
    bomb = f"{head}<rss><channel><title>&a8;</title></channel></rss>"
    start = time.perf_counter()
    found = taken(bomb.encode())
    assert time.perf_counter() - start < 10
    assert all(isinstance(item, Refusal) or len(item.payload) < 1_000_000 for item in found)


def test_a_feed_of_nothing_but_tags_is_refused() -> None:
    (found,) = taken(b"<rss><channel>" + b"<item>" * 200_000)
    assert isinstance(found, Refusal)
    assert "tags" in found.reason
