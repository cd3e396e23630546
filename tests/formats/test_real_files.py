"""Real files of the kinds that people have, read to a stated result."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from setwatch.capture import captures_of
from setwatch.model import Capture, Document, Refusal
from setwatch.reading import read

NOW = datetime(2026, 11, 1, tzinfo=UTC)

# file: documents, of these with posts, refusals
STATED = {
    "feeds/access-hollywood.xml": (51, 0, 0),
    "feeds/bbc-entertainment.xml": (23, 0, 0),
    "feeds/deadline.xml": (12, 0, 0),
    "feeds/ew.xml": (17, 0, 0),
    "feeds/variety.xml": (10, 0, 0),
    "oembed/oembed-item_youtube.json": (1, 1, 0),
    "oembed/tiktok-item-oembed.json": (1, 1, 0),
    "oembed/twitter-item-response-error.json": (0, 0, 1),
    "oembed/twitter-item-response-success.json": (1, 1, 0),
    "platform/instagram-item-graphql.json": (1, 1, 0),
    "platform/instagram-item-page.html.gz": (1, 1, 0),
    "platform/tiktok-item-page.html.gz": (1, 1, 0),
    "twarc/edited_after.jsonl": (2, 2, 0),
    "twarc/edited_before.jsonl": (2, 2, 0),
    "twarc/geo_tweets.jsonl": (3, 3, 0),
    "twarc/many_urls.jsonl": (2, 2, 0),
    "twarc/media_tweet.jsonl": (1, 1, 0),
    "twarc/quoted_edit.jsonl": (3, 3, 0),
    "twarc/streaming_output_with_error.jsonl": (11, 11, 1),
    "twarc/two_tweets.jsonl": (2, 2, 0),
    "wacz/invalid_example_1.wacz": (0, 0, 1),
    "wacz/invalid_signed_example_1.wacz": (1, 0, 0),
    "wacz/valid_example_1.wacz": (1, 0, 0),
    "wacz/valid_example_2.wacz": (1, 0, 0),
    "wacz/valid_signed_example_1.wacz": (1, 0, 0),
    "warc/example-bad-non-chunked.warc.gz": (1, 0, 0),
    "warc/example-bad.warc.gz.bad": (1, 0, 0),
    "warc/example-iana.org-chunked.warc": (1, 0, 0),
    "warc/example-resource.warc.gz": (1, 0, 0),
    "warc/example-space-in-target-uri.warc.gz": (0, 0, 1),
    "warc/example-trunc.warc": (1, 0, 1),
    "warc/example-wrong-chunks.warc.gz": (1, 0, 0),
    "warc/example.warc": (1, 0, 0),
    "warc/example.warc.gz": (1, 0, 0),
    "ytdlp/vimeo.info.json": (1, 1, 0),
    "ytdlp/youtube.info.json": (1, 1, 0),
}


def found_in(path: Path) -> tuple[list[Document], list[Refusal]]:
    found = list(captures_of(path, NOW))
    return [read(c) for c in found if isinstance(c, Capture)], [r for r in found if isinstance(r, Refusal)]


@pytest.mark.parametrize("name", STATED)
def test_a_real_file_is_read_to_its_stated_result(shared: Path, name: str) -> None:
    documents, refusals = found_in(shared / "formats" / name)
    assert (len(documents), sum(bool(d.posts) for d in documents), len(refusals)) == STATED[name]
    assert all(document.text for document in documents)


def test_every_real_file_has_its_stated_result(shared: Path) -> None:
    files = {p.relative_to(shared / "formats").as_posix() for p in (shared / "formats").rglob("*") if p.is_file()}
    assert {f for f in files if not f.endswith((".headers.json", ".md"))} == set(STATED)


def test_every_real_post_has_its_author_time_and_address(shared: Path) -> None:
    posts = [
        document.posts[0]
        for folder in ("twarc", "platform", "oembed", "ytdlp")
        for path in sorted((shared / "formats" / folder).iterdir())
        for document in found_in(path)[0]
    ]
    missing = Counter(
        field for post in posts for field in ("author", "permalink", "platform") if not getattr(post, field)
    )
    assert not missing
    assert sum(post.clock is None for post in posts) <= 1  # YouTube's ids tell no time, and its oEmbed reply neither


def test_every_real_entry_has_its_date_address_and_outlet(shared: Path) -> None:
    documents = [d for path in sorted((shared / "formats/feeds").glob("*.xml")) for d in found_in(path)[0]]
    assert [d.document_id for d in documents if not (d.published and d.url and d.outlet and d.title)] == []
