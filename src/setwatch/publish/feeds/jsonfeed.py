"""JSON Feed 1.1 (jsonfeed.org, 2020)."""

from setwatch.publish.feeds.atom import stamp
from setwatch.publish.feeds.feed import Feed
from setwatch.publish.feeds.items import Item
from setwatch.publish.ids import urn
from setwatch.publish.safe import json_text

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON Feed in UTF-8. What has no field of the format is under `_setwatch`, as it foresees."""
    told = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.about,
        "home_page_url": feed.home,
        "feed_url": feed.here,
        "items": [_item(item) for item in feed.items],
    }
    return f"{json_text(told)}\n".encode()


def _item(item: Item) -> dict[str, object]:
    return {
        "id": urn(item.key),
        "url": item.page,
        "external_url": item.link,
        "title": item.title,
        "content_html": item.html,
        "content_text": item.text,
        "date_published": stamp(item.said),
        "date_modified": stamp(max(item.said, item.captured)),
        "authors": [{"name": item.source}],
        "tags": list(item.labels),
        "_setwatch": {
            "id": item.key,
            "kind": item.kind,
            "production": item.production,
            "property": item.prop.value if item.prop else None,
            "standing": item.standing.value if item.standing else None,
        },
    }
