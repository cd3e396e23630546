"""What the head of a page and its markup say, gathered once for all that asks."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from setwatch.reading.html.linked import Thing, kinds, things_of
from setwatch.reading.html.words import load

_ARTICLES = frozenset(load("facts.toml")["types"]["article"])
_PAGES = frozenset(load("facts.toml")["types"]["page"])


@dataclass(frozen=True, slots=True)
class Page:
    """A page's tree with its meta elements (by lower-case name, property or itemprop) and its JSON-LD.

    `article` is the object of JSON-LD that describes the article, or an empty one.
    """

    tree: LexborHTMLParser
    url: str | None
    metas: dict[str, list[str]]
    things: list[Thing]
    article: Thing

    def meta(self, *names: str) -> str | None:
        """Return the first content that a meta element of the first of these names has."""
        return next((content for name in names for content in self.metas.get(name, ())), None)


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
            for key in ("name", "property", "itemprop", "http-equiv"):
                if name := attributes.get(key):
                    found.setdefault(name.lower().strip(), []).append(content)
    return found


def _article(things: list[Thing]) -> Thing:
    """The first object whose type is an article's and that has a headline or a date; else that of the page itself."""
    for types in (_ARTICLES, _PAGES):
        of_type = [thing for thing in things if kinds(thing) & types]
        if of_type:
            return max(of_type, key=lambda t: ("datePublished" in t) + ("headline" in t) + ("author" in t))
    return {}
