"""Feeds of changes and alarms: what is in them, and RSS 2.0, Atom and JSON Feed of it."""

from setwatch.publish.feeds.atom import atom
from setwatch.publish.feeds.feed import FORMATS, Feed, Format
from setwatch.publish.feeds.items import Item, alarm_items, change_items, filtered, placed
from setwatch.publish.feeds.jsonfeed import json_feed
from setwatch.publish.feeds.rss import rss

__all__ = [
    "FORMATS",
    "Feed",
    "Format",
    "Item",
    "alarm_items",
    "atom",
    "change_items",
    "filtered",
    "json_feed",
    "placed",
    "rss",
    "written",
]


def written(feed: Feed, form: str) -> bytes:
    """Return a feed as one of `FORMATS`, in UTF-8; raises `KeyError` for another."""
    return {"rss": rss, "atom": atom, "json": json_feed}[form](feed)
