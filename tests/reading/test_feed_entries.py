"""The document of a feed's entry: its headline is told, and stands over its words."""

import json
from datetime import UTC, datetime

from setwatch.capture.kind import FEED_ENTRY
from setwatch.model import Document, take
from setwatch.reading import read

CAPTURED = datetime(2031, 5, 3, tzinfo=UTC)
WORDS = "<p>The two have signed for the film, which is to shoot on the coast of Norway from the autumn on.</p>"
POST = (
    '<blockquote class="twitter-tweet"><p>First day. Cold feet, warm hearts.</p>&mdash; Ada Quill (@adaquill) '
    '<a href="https://twitter.com/adaquill/status/1300000000000000000">August 30, 2020</a></blockquote>'
)


def document(title: str, words: str) -> Document:
    entry = {"title": title, "link": "https://example.org/1", "content": [{"value": words}]}
    payload = json.dumps({"feed": {"title": "Example"}, "entry": entry}).encode()
    return read(take(payload, FEED_ENTRY, CAPTURED, "https://example.org/1"))


def test_a_headline_stands_over_the_words_of_an_entry_in_html() -> None:
    read_one = document("Ada Quill joins Harbour Lights", WORDS)
    assert read_one.text.startswith("Ada Quill joins Harbour Lights\n\nThe two have signed")


def test_a_headline_that_the_words_repeat_is_told_once() -> None:
    assert document("Ada Quill joins", f"<p>Ada Quill joins</p>{WORDS}").text.count("Ada Quill joins") == 1


def test_posts_stand_where_they_stood_below_the_headline() -> None:
    read_one = document("Ada Quill joins Harbour Lights", WORDS + POST)
    assert [post.handle for post in read_one.posts] == ["adaquill"]
    assert all(post.evidence.stands_in(read_one.text) for post in read_one.posts)
