"""Who wrote a page, by name."""

import re
from urllib.parse import urlsplit

from setwatch.reading.html.linked import Thing, texts
from setwatch.reading.html.naming import folded, outlet
from setwatch.reading.html.page import Page, spelt
from setwatch.reading.html.words import any_of, load

_FACTS = load("facts.toml")
_BY = any_of(_FACTS["byline"]["by"], r"^(?:{})\s*[:：]?\s+")
_AND = any_of(_FACTS["byline"]["and"], r"\s*(?:,|;|\||&|\s(?:{})\s)\s*")
_DESK = any_of(_FACTS["byline"]["desk"], r"(?:^|\b)(?:{})(?:\b|$)")
_MARKUP = ", ".join(_FACTS["byline"]["selectors"])
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|net|org)\b|/")


def authors(page: Page) -> tuple[str, ...]:
    """Return the names that the page prints for its authors, agencies and desks among them, each once.

    JSON-LD first, then meta elements, then marked bylines; one that names the outlet alone gives way to the next.
    """
    own = {folded(name) for name in (outlet(page), urlsplit(page.url or "").hostname) if name}
    last: tuple[str, ...] = ()
    for source in (_of_article, _of_metas, _of_markup):
        names = tuple(dict.fromkeys(name for text in source(page) for name in split(text)))
        others = tuple(name for name in names if folded(name).removeprefix("www") not in own)
        if others:
            return others
        last = last or names
    return last


def people(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names without feeds and desks where a person is named; all of them where none is."""
    return tuple(name for name in names if not _DESK.search(name)) or names


def split(text: str) -> list[str]:
    """Return the names in a byline (`By Ada Roe and Kim Poe` has two)."""
    text = _BY.sub("", " ".join(text.split()))
    if not text or _ADDRESS.search(text) or len(text) > 300:
        return []
    names = (name.strip(" .,:;|-–—") for name in _AND.split(text))
    return [name for name in names if 1 < len(name) <= 60]


def _of_article(page: Page) -> list[str]:
    by_id = {thing["@id"]: thing for thing in page.things if isinstance(thing.get("@id"), str) and "name" in thing}
    value = page.article.get("author") or page.article.get("creator")
    told = value if isinstance(value, list) else [value]
    return [text for item in told[:50] for text in texts(_resolved(item, by_id))]


def _resolved(item: object, by_id: dict[str, Thing]) -> object:
    if isinstance(item, dict) and "name" not in item and isinstance(item.get("@id"), str):
        return by_id.get(item["@id"], item)
    return item


def _of_metas(page: Page) -> list[str]:
    return next((found for name in _FACTS["meta"]["author"] if (found := page.metas.get(spelt(name)))), [])


def _of_markup(page: Page) -> list[str]:
    if not page.tree.css_first(_MARKUP):
        return []
    for selector in _FACTS["byline"]["selectors"]:
        found = [
            text for node in page.tree.css(selector)[:10] if 1 < len(text := node.text(separator=" ").strip()) < 200
        ]
        if found:
            return found
    return []
