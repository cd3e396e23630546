"""TikTok: `blockquote.tiktok-embed[cite][data-video-id]`."""

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import post_address
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.words import addresses_in, attribute, words_of
from setwatch.reading.flattened import tiktok_parts


def quoted(node: LexborNode) -> Embed | None:
    """Return the post of TikTok's blockquote; the name of its own sound is taken for the poster's."""
    address = post_address(attribute(node, "cite", "data-src") or "") or next(addresses_in(node, "tiktok"), None)
    post_id = attribute(node, "data-video-id") or (address.post_id if address else None)
    if post_id is None or not post_id.isdecimal() or (address and address.platform != "tiktok"):
        return None
    shown = words_of(node)
    parts = tiktok_parts(shown)
    permalink = address.permalink if address else f"https://www.tiktok.com/embed/v2/{post_id}"
    handle = (address.handle if address else None) or (parts.handle if parts else None)
    if parts is None:
        return Embed(node, "tiktok", handle=handle, permalink=permalink, post_id=post_id)
    return Embed(node, "tiktok", parts.author, handle, parts.words, parts.signature, None, permalink, post_id)
