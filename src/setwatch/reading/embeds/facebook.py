"""Facebook: `.fb-post` and `.fb-video` with `data-href`, and the plug-in's frame."""

import re
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import post_address
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.words import attribute, words_of
from setwatch.reading.flattened import facebook_parts

_HOST = re.compile(r"(?:https?:)?//(?:[\w-]{1,20}\.)?(?:facebook\.com|fb\.watch)/", re.IGNORECASE)


def marked(node: LexborNode) -> Embed | None:
    """Return the post of an element that Facebook's script fills; a blockquote in it has words and signature."""
    href = attribute(node, "data-href") or ""
    if not _HOST.match(href):
        return None
    address = post_address(href)
    parts = facebook_parts(words_of(node))
    return Embed(
        node,
        "facebook",
        parts.author if parts else None,
        address.handle if address else None,
        parts.words if parts else "",
        parts.signature if parts else "",
        parts.printed if parts else None,
        href,
        address.post_id if address else None,
    )


def framed(node: LexborNode, source: str) -> Embed | None:
    """Return the post of the plug-in's frame: its address is in the query."""
    href = parse_qs(urlsplit(source).query, max_num_fields=50).get("href", [""])[0]
    if not _HOST.match(href):
        return None
    address = post_address(href)
    return Embed(
        node,
        "facebook",
        handle=address.handle if address else None,
        permalink=href,
        post_id=address.post_id if address else None,
    )
