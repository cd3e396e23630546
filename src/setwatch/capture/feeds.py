"""Feeds as files: RSS, Atom and JSON Feed to one capture an entry, and lists of feeds (OPML)."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import urljoin

import feedparser
import listparser

from setwatch.capture.kind import BOM, FEED_ENTRY
from setwatch.model import Capture, Refusal, take

JSON_FEED = "https://jsonfeed.org/version/"
FEED_FIELDS = ("title", "subtitle", "link", "language", "author", "publisher", "rights")
"""What of a feed goes with each of its entries: what names it. What changes at every fetch does not, or an entry
fetched again would not be the same bytes."""
FEED_TAGS = 150_000
"""Tags that a feed may have; the parser takes some 40 microseconds for one (measured), so six seconds at most."""
FEED_ENTRIES = 2_000
"""Entries that are read of a feed that is followed: its newest, as feeds begin with them. More would take seconds, in
which nothing else is asked."""
_BEGINS, _TAG = re.compile(rb"<(?:item|entry)[ >\n\r\t]"), re.compile(b"<")
PASSING = ("slash_comments", "comments", "wfw_commentrss", "media_statistics")
"""Fields of an entry that change while it does not: numbers of comments and views."""
BASE = "base"
"""Where the parser had relative addresses from: the feed's own address, which changes when it moves."""
NAMES = ("id", "guidislink")
"""What names an entry that has an address besides: some feeds make it anew each time that they are asked."""


def entries(payload: bytes, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield a capture for each entry of an RSS or Atom feed; `#4` after `origin` is the fourth entry.

    A broken feed gives the entries that are there whole, and a refusal that says where it breaks. Entities are not
    expanded beyond what XML names itself, nothing is fetched.
    """
    base = origin if origin.startswith(("http://", "https://")) else ""
    payload, cut = _bounded(payload.removeprefix(BOM).lstrip(), live=bool(base))
    # As a stream: bytes by themselves could be taken for the name of a file.
    parsed = feedparser.parse(
        io.BytesIO(payload),
        response_headers={"content-location": base, "content-type": "application/xml"} if base else {},
        sanitize_html=False,
        resolve_relative_uris=True,
    )
    base = base or str(parsed.feed.get("link") or "")
    feed = _plain({key: parsed.feed[key] for key in FEED_FIELDS if parsed.feed.get(key)})
    for number, entry in enumerate(parsed.entries[: -1 if _is_cut(payload) else None], 1):
        link = _joined(base, entry.get("link"))
        passing = (*PASSING, *NAMES) if link else PASSING
        fields = {key: value for key, value in entry.items() if not key.endswith("_parsed") and key not in passing}
        yield _entry(feed, _plain(fields), link, captured, f"{origin}#{number}")
    if cut:
        told = "its entries up to there are read" if parsed.entries else "split it"
        yield Refusal(origin, f"is a feed with more than {cut}; {told}")
    elif parsed.bozo and not isinstance(parsed.bozo_exception, feedparser.CharacterEncodingOverride):
        told = "its entries up to there are read" if parsed.entries else "it has no entry that can be read"
        yield Refusal(origin, f"is a faulty feed ({_line(parsed.bozo_exception)}); {told}")
    elif not parsed.entries:
        yield Refusal(origin, "is a feed without entries; there is nothing to read")


def _bounded(payload: bytes, *, live: bool) -> tuple[bytes, str]:
    """Return as much of a feed as is read, and what it has too many of, empty where that is all."""
    found = next(islice(_BEGINS.finditer(payload), FEED_ENTRIES, None), None) if live else None
    if found is not None:
        return payload[: found.end()], f"{FEED_ENTRIES:,} entries"
    found = next(islice(_TAG.finditer(payload), FEED_TAGS, None), None)
    if found is None:
        return payload, ""
    whole = max(payload.rfind(end, 0, found.start()) for end in (b"</item", b"</entry"))
    return payload[: max(whole, 0)], f"{FEED_TAGS:,} tags"


def _joined(base: str, link: object) -> str | None:
    """Return a link as a whole address; None where it is none."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        found = urljoin(base, link.strip())
    except ValueError:
        return None
    return found if "://" in found else None


def _is_cut(payload: bytes) -> bool:
    """Whether a feed breaks off inside its last entry, which then is not what its source says."""
    begun = max(
        payload.rfind(b"<item>"), payload.rfind(b"<item "), payload.rfind(b"<entry>"), payload.rfind(b"<entry ")
    )
    return begun > max(payload.rfind(b"</item"), payload.rfind(b"</entry"))


def json_feed_entries(found: Mapping[str, Any], captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield a capture for each item of a JSON Feed [version 1.1], in the shape that entries of other feeds have."""
    feed = {"title": found.get("title"), "link": found.get("home_page_url"), "language": found.get("language")}
    items, home = found.get("items"), found.get("home_page_url")
    base = origin if origin.startswith(("http://", "https://")) else home if isinstance(home, str) else ""
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        if not isinstance(item, dict):
            yield Refusal(f"{origin}#{number}", "is no item of a JSON Feed")
            continue
        people = item.get("authors") or found.get("authors") or [item.get("author") or found.get("author")]
        html, text = item.get("content_html"), item.get("content_text") or item.get("summary")
        entry = {
            "id": item.get("id"),
            "link": item.get("url") or item.get("external_url"),
            "title": item.get("title"),
            "published": item.get("date_published"),
            "updated": item.get("date_modified"),
            "authors": [p for p in people if isinstance(p, dict)] if isinstance(people, list) else [],
            "content": [{"type": "text/html", "value": html} if html else {"type": "text/plain", "value": text or ""}],
        }
        yield _entry(feed, entry, _joined(base, entry["link"]), captured, f"{origin}#{number}")


def _entry(feed: object, entry: object, link: str | None, captured: datetime, origin: str) -> Capture:
    payload = json.dumps({"feed": feed, "entry": entry}, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    return take(payload, FEED_ENTRY, captured, link, origin)


def subscriptions(payload: bytes, origin: str) -> Refusal:
    """Say what an OPML file is: a list of feeds, which holds no documents."""
    feeds = len(listparser.parse(payload.decode("utf-8", "replace")).feeds)
    return Refusal(origin, f"is a list of {feeds} feeds (OPML), which holds no documents; add the feeds' own files")


def _plain(value: Any) -> Any:
    """Return feedparser's own dictionaries and times as what JSON has."""
    if isinstance(value, Mapping):
        kept = {str(key): part for key, part in value.items() if key != BASE and not str(key).endswith("_parsed")}
        return {key: _plain(part) for key, part in kept.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _line(error: object) -> str:
    return " ".join(str(error).split())[:160]
