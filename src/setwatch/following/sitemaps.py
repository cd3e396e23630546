"""Sitemaps: which pages a site names as its newest [sitemaps.org 0.9, Google News sitemap 0.9]."""

import re
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree

PAGES = 1000
"""Pages of one sitemap that are looked at: a news sitemap names at most so many [Google]."""
MOST_BYTES = 8 * 1024 * 1024
"""Bytes of one that is unpacked: as many as one answer may have."""
_GZIP = b"\x1f\x8b"
_ROOT = re.compile(rb"(?:\s|<\?[^>]{0,200}>|<!--.{0,2000}?-->)*<(?:\w+:)?(urlset|sitemapindex)[\s>]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a sitemap names: pages, and further sitemaps. The newest first, where it tells when."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def unzipped(payload: bytes) -> bytes:
    """Return a sitemap that is a gzip file of its own (`sitemap.xml.gz`) unpacked, up to a bound; others as they are.

    Raises:
        ValueError: it unpacks to more, or is no whole gzip.
    """
    if not payload.startswith(_GZIP):
        return payload
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = inflate.decompress(payload, MOST_BYTES)
    except zlib.error as error:
        raise ValueError(f"is a faulty gzip ({error})") from error
    if not inflate.eof:
        raise ValueError(f"is cut off, or unpacks to more than {MOST_BYTES:,} bytes")
    return found


def is_sitemap(start: bytes) -> bool:
    """Whether bytes that begin so are a sitemap or a list of them."""
    return _ROOT.match(start) is not None


def listed_in(payload: bytes) -> Listed:
    """Return the pages and sitemaps that a sitemap names.

    Raises:
        ValueError: it is no sitemap that can be read; entities, which a sitemap has no use for, among the reasons.
    """
    payload = unzipped(payload)
    if b"<!DOCTYPE" in payload or b"<!ENTITY" in payload:
        raise ValueError("is a sitemap with declarations of its own, which are not read")
    try:
        root = ElementTree.fromstring(payload)  # noqa: S314 (no entities, see above)
    except ElementTree.ParseError as error:
        raise ValueError(f"is a faulty sitemap ({error})") from error
    places = [(_text(each, "publication_date") or _text(each, "lastmod"), _text(each, "loc")) for each in root]
    newest = sorted(places, key=lambda place: place[0], reverse=True)  # stable: undated ones stay in order
    urls = tuple(dict.fromkeys(url for _, url in newest if url.startswith(("http://", "https://"))))[:PAGES]
    return Listed(sitemaps=urls) if _name(root) == "sitemapindex" else Listed(pages=urls)


def _text(element: ElementTree.Element, name: str) -> str:
    return next(((each.text or "").strip() for each in element.iter() if _name(each) == name), "")


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
