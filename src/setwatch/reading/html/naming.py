"""What a page is called, where it stands, in what language, and who publishes it."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from setwatch.reading.html.linked import kinds, texts
from setwatch.reading.html.page import Page, spelt
from setwatch.reading.html.words import load

_META = load("facts.toml")["meta"]
_LANG = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")
_DIVIDER = re.compile(r"\s+[|–—·»:*•-]\s+|\s*[|｜：ㅣ]\s*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")

SHORTEST = 12
"""Characters that an h1 must have to be taken for a headline; sites put their names into it too."""
_LOCAL = re.compile(r"^(?:www|m|amp|mobile)\.")


def title(page: Page) -> str | None:
    """Return the headline: what JSON-LD has, a meta element, the h1, the title element; without the outlet's name.

    A headline of JSON-LD gives way to another h1 where it is only the title element's text (made for search), and to
    the h1 and meta element that it only puts a kicker before.
    """
    names = _names(page)
    element = page.tree.css_first("title")
    searched = _without(_plain(element.text()), names) if element is not None else ""
    headlines = [_without(_plain(text), names) for text in texts(page.article.get("headline"))[:1]]
    told = [_without(_plain(text), names) for text in _of_metas(page)]
    printed = [text for node in page.tree.css("h1")[:4] if len(text := _plain(node.text())) >= SHORTEST]
    if headlines and printed and _is_better(printed[0], headlines[0], searched, told):
        headlines.insert(0, printed[0])
    return next((text for text in (*headlines, *told, *printed, searched) if text), None)


def _is_better(printed: str, headline: str, searched: str, told: list[str]) -> bool:
    """Whether the h1 is more of a headline than what JSON-LD has."""
    line, head = folded(printed), folded(headline)
    if headline == searched:
        return line not in head and head not in line
    return line != head and head.endswith(line) and any(folded(text) == line for text in told)


def _names(page: Page) -> frozenset[str]:
    """How the outlet is called: by name, and by its host's name with and without what follows the last dot."""
    host = _LOCAL.sub("", (urlsplit(page.url or "").hostname or "").lower())
    names = (outlet(page) or "", host, host.partition(".")[0])
    return frozenset(folded(name) for name in names if name)


def _of_metas(page: Page) -> Iterator[str]:
    for name in _META["title"]:
        yield from page.metas.get(spelt(name), ())[:1]


def _plain(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", unescape(text)).split())


def _without(text: str, names: frozenset[str]) -> str:
    """A title up to where the outlet's name follows a dividing sign."""
    signs = [*_DIVIDER.finditer(text)]
    ends = [*(sign.start() for sign in signs[1:]), len(text)]
    for sign, end in zip(signs, ends, strict=False):
        if sign.start() and folded(text[sign.end() : end]) in names:
            return text[: sign.start()]
    return text


def folded(name: str) -> str:
    """Return the letters and digits of a name, in one case."""
    return "".join(c for c in name.casefold() if c.isalnum())


def outlet(page: Page) -> str | None:
    """Return the publisher's name: Open Graph's site name, JSON-LD's publisher, else a site that JSON-LD names."""
    for told in (
        page.all_meta(["og:site_name"]),
        texts(page.article.get("publisher")),
        [name for thing in page.things if kinds(thing) & {"NewsMediaOrganization", "WebSite"} for name in texts(thing)],
        page.all_meta(_META["outlet"]),
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
