"""Which changes and alarms a target is told of, and what it is told."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from urllib.parse import urlsplit

import msgspec

from setwatch.model import Message, Target, fold
from setwatch.publish.feeds.items import Item, filtered


def wanted(target: Target, items: Iterable[Item], franchises: Mapping[str, str | None]) -> Iterator[Item]:
    """Yield the items that a target's rule asks for; `franchises` says which franchise a production is of."""
    rule = target.rule
    titles = {fold(title) for title in rule.titles}
    for item in filtered(items, rule.properties, rule.standings):
        concerned = [name for name in (item.production, *item.also) if name]
        names = {fold(name) for each in concerned for name in (each, franchises.get(each)) if name}
        old = rule.within and item.captured - item.said > timedelta(days=rule.within)
        if (not titles or titles & names) and item.captured > target.since and not old:
            yield item


def message_of(item: Item) -> Message:
    """Return what is told of an item: words for people, JSON for programs."""
    told = {
        "type": f"setwatch.{item.kind}",
        "timestamp": item.captured.isoformat().replace("+00:00", "Z"),
        "data": {
            "id": item.key,
            "title": item.title,
            "production": item.production,
            "also": list(item.also),
            "property": item.prop.value if item.prop else None,
            "standing": item.standing.value if item.standing else None,
            "said": item.said.isoformat().replace("+00:00", "Z"),
            "quote": item.quote,
            "source": item.source,
            "url": item.link,
            "page": item.page,
        },
    }
    return Message(item.key, item.kind, item.title, f"{item.text}\n{item.link}", msgspec.json.encode(told))


def shown(address: str) -> str:
    """Return of an address what may be shown: the scheme and the host of a webhook, of all else the scheme."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "…"
    return f"{parts.scheme}://{parts.hostname}/…" if parts.scheme in {"http", "https"} else f"{parts.scheme}://…"
