"""What the head of a page and its markup say, gathered once for all that asks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from setwatch.reading.html.linked import Thing, kinds, things_of
from setwatch.reading.html.words import load

_ARTICLES = frozenset(load("facts.toml")["types"]["article"])
_NAMING = ("name", "property", "itemprop", "http-equiv")
_SIGNS = re.compile(r"[:._-]+")
_PAGES = frozenset(load("facts.toml")["types"]["page"])


@dataclass(frozen=True, slots=True)
class Page:
    """A page's tree with its meta elements (by name, property or itemprop, as `spelt` has it) and its JSON-LD.

    `article` is the object of JSON-LD that describes the article, or an empty one.
    """

    tree: LexborHTMLParser
    url: str | None
    metas: dict[str, list[str]]
    things: list[Thing]
    article: Thing

    def all_meta(self, names: Iterable[str]) -> Iterator[str]:
        """Yield what meta elements of these names have, of the first name first."""
        for name in names:
            yield from self.metas.get(spelt(name), ())

    def meta(self, *names: str) -> str | None:
        """Return the first content that a meta element of the first of these names has."""
        return next(self.all_meta(names), None)


def spelt(name: str) -> str:
    """Return the name of a meta element as `Page` has it: `article:published_time` is `article published time`."""
    return _SIGNS.sub(" ", name.strip().lower())


def look(tree: LexborHTMLParser, url: str | None) -> Page:
    """Gather what a page says of itself; `url` is where it was captured."""
    things = things_of(tree)
    return Page(tree, url, _metas(tree), things, _article(things))


def _metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        content = (attributes.get("content") or "").strip()
        if content:
            for key in _NAMING:
                if name := attributes.get(key):
                    found.setdefault(spelt(name), []).append(content)
    return found


def _article(things: list[Thing]) -> Thing:
    """The first object whose type is an article's and that has a headline or a date; else that of the page itself."""
    for types in (_ARTICLES, _PAGES):
        of_type = [thing for thing in things if kinds(thing) & types]
        if of_type:
            return max(of_type, key=lambda t: ("datePublished" in t) + ("headline" in t) + ("author" in t))
    return {}
