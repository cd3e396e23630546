"""All embedded posts of a page."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from setwatch.reading.embeds import drawn, facebook, fediverse, instagram, players, reddit, tiktok, x
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.folded import SELECTOR as _FOLDED
from setwatch.reading.embeds.folded import folded
from setwatch.reading.embeds.words import words_of
from setwatch.reading.flattened import signatures

_Reader = Callable[[LexborNode], Embed | None]

_BY_CLASS: dict[str, _Reader] = {
    "twitter-tweet": x.quoted,
    "twitter-video": x.quoted,
    "instagram-media": instagram.quoted,
    "text-post-media": instagram.thread,
    "tiktok-embed": tiktok.quoted,
    "bluesky-embed": fediverse.bluesky,
    "mastodon-embed": fediverse.mastodon,
    "reddit-card": reddit.quoted,
    "reddit-embed-bq": reddit.quoted,
    "fb-post": facebook.marked,
    "fb-video": facebook.marked,
}
_BY_TAG: dict[str, _Reader] = {
    "iframe": players.framed,
    "embed": players.framed,
    "amp-iframe": players.framed,
    "amp-twitter": x.numbered,
    "amp-instagram": instagram.coded,
    "amp-tiktok": tiktok.quoted,
    "amp-facebook": facebook.marked,
    "amp-youtube": players.video,
    "lite-youtube": players.video,
    "amp-vimeo": players.video,
    "amp-dailymotion": players.video,
}
_BY_ATTRIBUTE: dict[str, _Reader] = {
    "data-tweetid": x.numbered,
    "data-tweet-id": x.numbered,
    "data-pin-do": players.pinned,
}
_PAGE = (
    f"{_FOLDED}, blockquote, iframe, embed, lite-youtube, .fb-post, .fb-video, [data-tweetid], [data-tweet-id], "
    'a[data-pin-do], a[href*="/status/"], a[href*="instagram.com/p"], a[href*="tiktok.com/@"], a[href*="bsky.app/"]'
)
"""One pass over the tree for all: each part costs some 25 microseconds of a page."""

_AMP = ", ".join(tag for tag in _BY_TAG if tag.startswith("amp-"))
_DRAWN = re.compile(
    r"social-?embed|tweet|twitter|instagram|tik-?tok|bluesky|threads-|mastodon|facebook-|embed", re.IGNORECASE
)
_NOT_DRAWN = re.compile(r"share|follow|social-?(?:links|icons|media)|button|footer|nav|widget-area", re.IGNORECASE)

HIGHEST = 9
"""Levels up from a link that are looked at for a box."""

DEEPEST = 400
"""Levels up from an embed that are looked at for another."""

NESTED = 4
"""Blockquotes that are no embeds around one that may be."""

MOST = 2000
"""Elements of a page that are looked at: a page of one tag must end."""

LONGEST_QUOTE = 3000
"""Characters from which a blockquote without a class is no post."""


def find_embeds(tree: LexborHTMLParser) -> tuple[Embed, ...]:
    """Return the embedded posts of a page in its order. No embed lies within another."""
    found: dict[int, Embed] = {}
    around: set[int] = set()
    judged: set[int] = set()
    links: list[LexborNode] = []
    for node in tree.css(_selector(tree))[:MOST]:
        if node.mem_id in found or node.mem_id in judged:
            continue
        if node.tag == "a" and "data-pin-do" not in node.attributes:
            links.append(node)
            continue
        embed = None if _inside(node, found, judged) else _exact(node) or _unfolded(node, found)
        if embed:
            found[node.mem_id] = embed
            _mark(node, around)
        else:
            judged.add(node.mem_id)
    boxes = [box for link in links if (box := _box(link)) is not None]
    drawings: dict[int, Embed] = {}
    for box in boxes:
        if box.mem_id in around | found.keys() | drawings.keys() or _inside(box, found, judged):
            continue
        embed = drawn.drawn(box)
        if embed:
            drawings[box.mem_id] = embed
    return _in_order(tree, found, drawings) if drawings else tuple(found.values())


def _selector(tree: LexborHTMLParser) -> str:
    """AMP's elements are looked for in AMP pages alone (`<html amp>`, `<html ⚡>`)."""
    root = tree.root
    names = root.attributes if root else {}
    return f"{_PAGE}, {_AMP}" if any(name.startswith(("amp", "i-amphtml", "⚡")) for name in names) else _PAGE


def _box(link: LexborNode) -> LexborNode | None:
    """The outermost element around a link whose class says that it is a post."""
    box, node = None, link.parent
    for _ in range(HIGHEST):
        if node is None or node.tag in {"body", "main", "article", "html"}:
            break
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('data-testid') or ''}"
        if _NOT_DRAWN.search(names):
            return None
        if _DRAWN.search(names):
            box = node
        node = node.parent
    return box


def _exact(node: LexborNode) -> Embed | None:
    """The post of an element that the platform's own markup names, or of a blockquote that ends in a signature."""
    attributes = node.attributes
    for name in (attributes.get("class") or "").split():
        reader = _BY_CLASS.get(name)
        if reader:
            return reader(node)
    reader = _BY_TAG.get(node.tag or "") or next((r for n, r in _BY_ATTRIBUTE.items() if n in attributes), None)
    if reader:
        return reader(node)
    return _signed_quote(node) if node.tag == "blockquote" else None


def _unfolded(node: LexborNode, found: dict[int, Embed]) -> Embed | None:
    """The first embed that an element keeps folded and that the page does not show before.

    A script's data hold other articles too: they are asked only where the page shows no embed at all.
    """
    if found and (node.attributes.get("type") or "") == "application/json":
        return None
    known = {(embed.platform, embed.post_id) for embed in found.values()}
    return next((e for e in folded(node, _exact) if (e.platform, e.post_id) not in known), None)


def _signed_quote(node: LexborNode) -> Embed | None:
    shown = words_of(node)
    if len(shown) > LONGEST_QUOTE:
        return None
    signed = list(signatures(shown))
    if len(signed) != 1 or signed[0].end < len(shown) - 20 or not signed[0].start:
        return None
    return fediverse.bluesky(node) if signed[0].platform == "bluesky" else x.quoted(node)


def _inside(node: LexborNode, found: dict[int, Embed], judged: set[int]) -> bool:
    """Whether a node lies in an embed, or in so many elements that are none that it is not looked at."""
    if not found and len(judged) < NESTED:
        return False
    parent = node.parent
    around = 0
    for _ in range(DEEPEST):
        if parent is None:
            return False
        around += parent.mem_id in judged
        if parent.mem_id in found or around >= NESTED:
            return True
        parent = parent.parent
    return False


def _mark(node: LexborNode, around: set[int]) -> None:
    parent = node.parent
    for _ in range(DEEPEST):
        if parent is None or parent.mem_id in around:
            return
        around.add(parent.mem_id)
        parent = parent.parent


def _in_order(tree: LexborHTMLParser, found: dict[int, Embed], drawings: dict[int, Embed]) -> tuple[Embed, ...]:
    tags = {embed.node.tag or "div" for embed in drawings.values()}
    order = {node.mem_id: place for place, node in enumerate(tree.css(", ".join([_selector(tree), *sorted(tags)])))}
    return tuple(sorted([*found.values(), *drawings.values()], key=lambda embed: order.get(embed.node.mem_id, 0)))
