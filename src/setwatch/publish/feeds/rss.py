"""RSS 2.0 (RSS Advisory Board, 2009), with Atom's link to itself as the W3C's validator advises."""

from email.utils import format_datetime
from xml.etree import ElementTree as ET

from setwatch.publish.feeds.feed import FORMATS, Feed
from setwatch.publish.feeds.items import Item
from setwatch.publish.ids import urn

ATOM = "http://www.w3.org/2005/Atom"
GENERATOR = "Setwatch"


def rss(feed: Feed) -> bytes:
    """Return a feed as RSS 2.0 in UTF-8. Dates are RFC 822's with four digits of the year, in GMT."""
    ET.register_namespace("atom", ATOM)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _texts(channel, title=feed.title, link=feed.home, description=feed.about, generator=GENERATOR)
    _texts(channel, lastBuildDate=format_datetime(feed.changed, usegmt=True))
    ET.SubElement(channel, f"{{{ATOM}}}link", href=feed.here, rel="self", type=FORMATS["rss"].media_type)
    for item in feed.items:
        _item(channel, item)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _item(channel: ET.Element, item: Item) -> None:
    entry = ET.SubElement(channel, "item")
    _texts(entry, title=item.title, link=item.link, description=item.html)
    ET.SubElement(entry, "guid", isPermaLink="false").text = urn(item.key)
    _texts(entry, pubDate=format_datetime(item.said, usegmt=True))
    for label in item.labels:
        ET.SubElement(entry, "category").text = label


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text
