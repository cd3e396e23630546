"""Instagram and Threads: `blockquote.instagram-media`, `amp-instagram`, `blockquote.text-post-media`."""

import re

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import post_address
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.words import addresses_in, attribute, words_of
from setwatch.reading.flattened import instagram_parts

_CODE = re.compile(r"[\w-]{5,40}", re.ASCII)


def quoted(node: LexborNode) -> Embed | None:
    """Return the post of Instagram's blockquote."""
    given = post_address(attribute(node, "data-instgrm-permalink") or "")
    address = given if given and given.platform == "instagram" else next(addresses_in(node, "instagram"), None)
    shown = words_of(node)
    parts = instagram_parts(shown)
    if address is None and parts is None:
        return None
    words = parts.words if parts else ""
    return Embed(
        node,
        "instagram",
        parts.author if parts else None,
        (parts.handle if parts else None) or (address.handle if address else None),
        words,
        parts.signature if parts else "",
        parts.printed if parts else None,
        address.permalink if address else None,
        address.post_id if address else None,
    )


def coded(node: LexborNode) -> Embed | None:
    """Return the post of `amp-instagram`, which has the shortcode alone."""
    code = attribute(node, "data-shortcode") or ""
    if not _CODE.fullmatch(code):
        return None
    return Embed(node, "instagram", permalink=f"https://www.instagram.com/p/{code}/", post_id=code)


def thread(node: LexborNode) -> Embed | None:
    """Return the post of Threads' blockquote: it shows no words, its address names the poster."""
    address = post_address(attribute(node, "data-text-post-permalink") or "")
    address = address or next(addresses_in(node, "threads"), None)
    if address is None or address.platform != "threads":
        return None
    return Embed(node, "threads", handle=address.handle, permalink=address.permalink, post_id=address.post_id)
