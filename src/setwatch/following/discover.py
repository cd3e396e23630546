"""From an address that a person names to the sources that are followed. Pure: what was answered is given."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from setwatch.capture import as_utf8, feed_root
from setwatch.following.sitemaps import is_sitemap, unzipped
from setwatch.following.streams import PREFIX
from setwatch.model import Answer, Source, SourceKind

_ACCOUNTS = tuple(
    (re.compile(each["page"]), each["url"], SourceKind(each["kind"]), frozenset(each.get("not", ())))
    for each in tomllib.loads((files(__package__) / "accounts.toml").read_text(encoding="utf-8"))["account"]
)
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_ROOTS = ("rss", "feed", "RDF")
"""Root elements of feeds; a list of feeds has another one."""
_JSON_FEED = re.compile(rb'\s*\{.{0,2000}?"version"\s*:\s*"https://jsonfeed\.org/version/', re.DOTALL)
_HEAD = 4096
MOST = 20
"""Feeds that a page may name; more is a directory, not a site's own."""


def account(url: str) -> Source | None:
    """Return the source of an account's posts, or a stream, for an address that tells it by itself."""
    if url.startswith(PREFIX):
        return Source(url, SourceKind.STREAM, f"Bluesky: {url.removeprefix(PREFIX) or 'all titles'}", pages=False)
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    for pattern, target, kind, not_at in _ACCOUNTS:
        found = pattern.fullmatch(f"https://{host}{parts.path}")
        if found is not None and host not in not_at:
            return Source(target.format(**found.groupdict()), kind, asked_for=url)
    return None


def sources_in(answer: Answer, asked_for: str) -> tuple[Source, ...]:
    """Return the sources that an answer is or names: itself where it is a feed or sitemap, else the feeds of a page.

    Feeds of comments are left out where there are others. Empty: a page that names none.
    """
    try:
        body = unzipped(answer.body)
    except ValueError:
        return ()
    start = as_utf8(body)[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if feed_root(start) in _ROOTS or _JSON_FEED.match(start):
        return (Source(answer.moved or asked_for, SourceKind.FEED),)
    if is_sitemap(start):
        return (Source(answer.moved or asked_for, SourceKind.SITEMAP),)
    return tuple(_own(_linked(answer, asked_for)))[:MOST]


def _linked(answer: Answer, asked_for: str) -> Iterable[Source]:
    seen = set()
    for link in LexborHTMLParser(answer.body).css("link[rel~=alternate][href]"):
        kind = (link.attributes.get("type") or "").split(";")[0].strip().casefold()
        try:
            url = urljoin(answer.url, (link.attributes.get("href") or "").strip())
        except ValueError:
            continue
        if kind in _FEEDS and url.startswith(("http://", "https://")) and url not in seen:
            seen.add(url)
            title = " ".join((link.attributes.get("title") or "").split())[:200]
            yield Source(url, SourceKind.FEED, title or None, asked_for=asked_for)


def _own(found: Iterable[Source]) -> list[Source]:
    listed = list(found)
    own = [source for source in listed if not _COMMENTS.search(f"{source.url} {source.title or ''}")]
    return own or listed


_COMMENTS = re.compile(r"\bcomments?\b|\bkommentare?\b|\bcommentaires?\b|\bcomentarios\b|\bcommenti\b", re.IGNORECASE)
