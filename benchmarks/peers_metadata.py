"""What other readers tell of a page's title, authors and time, as far as they are installed."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import trafilatura

extruct: Any = import_module("extruct") if find_spec("extruct") else None
htmldate: Any = import_module("htmldate") if find_spec("htmldate") else None

Told = tuple[str | None, tuple[str, ...], str | None]
"""Title, authors and time (ISO 8601)."""


def by_trafilatura(payload: bytes, url: str) -> Told:
    """Return what trafilatura tells; it knows days, no instants."""
    found = trafilatura.extract_metadata(payload, default_url=url)
    if found is None:
        return None, (), None
    return found.title, tuple(name.strip() for name in (found.author or "").split(";") if name.strip()), found.date


def by_htmldate(payload: bytes, url: str) -> Told:
    """Return what htmldate tells: the time alone."""
    found = htmldate.find_date(payload, url=url, original_date=True, outputformat="%Y-%m-%dT%H:%M:%S%z")
    return None, (), found


def by_extruct(payload: bytes, url: str) -> Told:
    """Return the first headline, author and time that extruct collects: JSON-LD, microdata, then Open Graph."""
    found = extruct.extract(payload, base_url=url, uniform=True, errors="log")
    title: str | None = None
    authors: tuple[str, ...] = ()
    time: str | None = None
    for syntax in ("json-ld", "microdata", "opengraph"):
        for thing in _things(found.get(syntax, [])):
            title = title or _text(thing.get("headline") or thing.get("og:title"))
            authors = authors or tuple(_names(thing.get("author")))
            time = time or _text(thing.get("datePublished") or thing.get("article:published_time"))
    return title, authors, time


def _things(items: list[Any]) -> list[dict[str, Any]]:
    things = [item for item in items if isinstance(item, dict)]
    return things + [inner for item in things for inner in item.get("@graph", []) if isinstance(inner, dict)]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _names(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    return [name for name in names if isinstance(name, str)]


PEERS: dict[str, Callable[[bytes, str], Told]] = {
    "trafilatura": by_trafilatura,
    **({"htmldate": by_htmldate} if htmldate is not None else {}),
    **({"extruct": by_extruct} if extruct is not None else {}),
}
