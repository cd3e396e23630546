"""Atom (RFC 4287)."""

from datetime import datetime
from xml.etree import ElementTree as ET

from setwatch.publish.feeds.feed import FORMATS, Feed
from setwatch.publish.feeds.items import Item
from setwatch.publish.ids import urn

ATOM = "http://www.w3.org/2005/Atom"
GENERATOR = "Setwatch"


def atom(feed: Feed) -> bytes:
    """Return a feed as Atom in UTF-8; `published` is when a thing was said, `updated` when it was captured."""
    root = ET.Element("feed", xmlns=ATOM)
    _texts(root, id=urn(feed.here), title=feed.title, subtitle=feed.about, updated=stamp(feed.changed))
    ET.SubElement(root, "link", rel="self", type=FORMATS["atom"].media_type, href=feed.here)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=feed.home)
    _author(root, GENERATOR)
    _texts(root, generator=GENERATOR)
    for item in feed.items:
        _entry(root, item)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def stamp(time: datetime) -> str:
    """Return a time in UTC to the second, as RFC 3339 writes it."""
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")


def _entry(root: ET.Element, item: Item) -> None:
    entry = ET.SubElement(root, "entry")
    _texts(entry, id=urn(item.key), title=item.title, published=stamp(item.said))
    _texts(entry, updated=stamp(max(item.said, item.captured)))
    ET.SubElement(entry, "link", rel="alternate", href=item.link)
    if item.page != item.link:
        ET.SubElement(entry, "link", rel="related", href=item.page)
    _author(entry, item.source)
    for label in item.labels:
        ET.SubElement(entry, "category", term=label)
    _texts(entry, summary=item.text)
    content = ET.SubElement(entry, "content", type="html")
    content.text = item.html


def _author(parent: ET.Element, name: str) -> None:
    ET.SubElement(ET.SubElement(parent, "author"), "name").text = name


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text
