"""What a page is called, where it stands, in what language, and who publishes it."""

import re
from urllib.parse import urljoin, urlsplit

from setwatch.reading.html.linked import kinds, texts
from setwatch.reading.html.page import Page
from setwatch.reading.html.words import load

_META = load("facts.toml")["meta"]
_LANG = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")
_SPLIT = re.compile(r"\s+[|–—·»:-]\s+|\s*\|\s*")
_LOCAL = re.compile(r"^(?:www|m|amp|mobile)\.")


def title(page: Page) -> str | None:
    """Return the headline: JSON-LD, Open Graph, the first h1, else the title element, without the outlet's name."""
    told = texts(page.article.get("headline"))
    if told:
        return _clean(told[0], None)
    name = outlet(page)
    if (told_here := page.meta(*_META["title"])) is not None:
        return _clean(told_here, name)
    for selector in ("article h1, main h1", "h1", "title"):
        node = page.tree.css_first(selector)
        if node is not None and (text := _clean(node.text(), name)):
            return text
    return None


def _clean(text: str, name: str | None) -> str:
    text = " ".join(text.split())
    parts = _SPLIT.split(text)
    if name and len(parts) > 1 and _fold(parts[-1]) == _fold(name):
        return text[: text.rindex(parts[-1])].rstrip(" |–—·»:-")
    return text


def _fold(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def outlet(page: Page) -> str | None:
    """Return the publisher's name: Open Graph's site name, JSON-LD's publisher, else a site that JSON-LD names."""
    for told in (
        page.metas.get("og:site_name", []),
        texts(page.article.get("publisher")),
        [name for thing in page.things if kinds(thing) & {"NewsMediaOrganization", "WebSite"} for name in texts(thing)],
        [content for name in _META["outlet"] for content in page.metas.get(name, ())],
    ):
        for name in told:
            if 0 < len(cleaned := " ".join(name.split())) <= 80 and "://" not in cleaned:
                return cleaned
    return None


def canonical(page: Page) -> str | None:
    """Return the page's own address: the canonical link, if it is of the same site and no mere front page."""
    node = page.tree.css_first('link[rel~="canonical" i][href]')
    told = (node.attributes.get("href") if node is not None else None) or page.meta("og:url")
    if not told:
        return page.url
    try:
        address = urljoin(page.url or "", told.strip())
        parts, here = urlsplit(address), urlsplit(page.url or "")
    except ValueError:
        return page.url
    if parts.scheme not in ("http", "https") or not parts.hostname or len(address) > 2000:
        return page.url
    if here.hostname and (_site(parts.hostname) != _site(here.hostname) or (len(here.path) > 1 >= len(parts.path))):
        return page.url
    return address


def _site(host: str) -> str:
    return _LOCAL.sub("", host.lower())


def language(page: Page) -> str | None:
    """Return the BCP 47 tag that the page gives itself, or None."""
    root = page.tree.css_first("html")
    attributes = root.attributes if root is not None else {}
    for told in (
        attributes.get("lang"),
        attributes.get("xml:lang"),
        *texts(page.article.get("inLanguage")),
        page.meta("content-language", "og:locale", "dc.language", "language"),
    ):
        if told and _LANG.match(told.strip()):
            return told.strip().replace("_", "-")
    return None
