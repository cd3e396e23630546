"""Lists of feeds (OPML 2.0), in and out."""

from collections.abc import Iterable
from xml.etree import ElementTree

import listparser

from setwatch.model import Source, SourceKind


def feeds_in(payload: bytes) -> tuple[Source, ...]:
    """Return the feeds that an OPML list names, in its order, each once.

    Raises:
        ValueError: it is no list, or names none.
    """
    found = listparser.parse(payload.decode("utf-8", "replace"))
    sources = {each.url: Source(each.url, SourceKind.FEED, each.title or None) for each in found.feeds if each.url}
    if not sources:
        raise ValueError("names no feeds; give an OPML list")
    return tuple(sources.values())


def opml(sources: Iterable[Source]) -> bytes:
    """Return an OPML 2.0 list of those sources that are feeds."""
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(head, "title").text = "Sources followed with Setwatch"
    body = ElementTree.SubElement(root, "body")
    for source in sources:
        if source.kind is SourceKind.FEED:
            name = source.title or source.url
            ElementTree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=source.url)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
