"""An entry of a feed to its document."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from html import escape, unescape
from typing import Any

from setwatch.model import Capture, Document, quote, take
from setwatch.reading.fields import at, objects_at, time_at, words_at
from setwatch.reading.html import read_html
from setwatch.reading.text import document_of

AHEAD = timedelta(days=1)
"""How far an entry's date may be ahead of its capture: clocks and zones differ."""
_SECTION = re.compile(r":\s|\s[-–—|»·]\s")
PAGE = "<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{words}</article></body>"


def read_entry(capture: Capture) -> Document:
    """Return the document of an entry: its own words, and what the feed says of them.

    An entry often has no more than the beginning of its article. Its id is the address that it links to, so the page
    there, captured later, is a newer version of the same document.

    Raises:
        ValueError: the bytes are no entry, or it has neither title nor words.
    """
    found = json.loads(capture.payload)
    entry = at(found, "entry")
    title, words = unescape(words_at(entry, "title") or ""), _words(entry)
    if not title and not words:
        raise ValueError("is an entry without a title or words; there is nothing to read")
    document = (
        _headed(_page(capture, title, words), title)
        if "<" in words
        else document_of(capture, f"{title}\n\n{words}".strip())
    )
    published = time_at(entry, "published", "updated", "created")
    if published is not None and published.date() > capture.captured.date() + AHEAD:
        published = None  # nobody could have read it: a slip of the pen, or a way to stay on top
    return replace(
        document,
        outlet=_outlet(found) or document.outlet,
        byline=_byline(entry) or document.byline,
        title=title or document.title,
        published=published.date().isoformat() if published else document.published,
        lang=words_at(found, "feed.language") or document.lang,
    )


def _page(capture: Capture, title: str, words: str) -> Document:
    page = PAGE.format(title=escape(title), words=words).encode()
    try:
        document = read_html(take(page, "text/html", capture.captured, capture.url))
    except ValueError:
        return document_of(capture, title)
    return replace(
        document, document_id=capture.url or f"sha256:{capture.digest}", version=capture.digest, url=capture.url
    )


def _headed(document: Document, title: str) -> Document:
    """Return the document with its headline over its text, as an entry in plain words has it; posts move down by it."""
    title = " ".join(title.split())
    if not title or title in " ".join(document.text.split()):
        return document
    text, down = f"{title}\n\n{document.text}", len(title) + 2
    posts = tuple(
        replace(post, evidence=quote(text, post.evidence.start + down, post.evidence.end + down))
        for post in document.posts
    )
    return replace(document, text=text, posts=posts)


def _words(entry: Any) -> str:
    """Return the fullest of an entry's contents, HTML or plain."""
    contents = [words_at(content, "value") or "" for content in objects_at(entry, "content")]
    return max([*contents, words_at(entry, "summary") or ""], key=len)


def _outlet(found: Any) -> str | None:
    """Feeds are titled `Outlet`, `Outlet - Section`, `Outlet: Latest`."""
    title = words_at(found, "feed.publisher", "feed.title")
    return _SECTION.split(title, maxsplit=1)[0].strip() or None if title else None


def _byline(entry: Mapping[str, Any]) -> tuple[str, ...]:
    names = [words_at(author, "name") for author in objects_at(entry, "authors")] or [words_at(entry, "author")]
    return tuple(dict.fromkeys(name for name in names if name))
