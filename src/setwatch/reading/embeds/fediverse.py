"""Bluesky and Mastodon: `blockquote.bluesky-embed[data-bluesky-uri]`, `.mastodon-embed[data-embed-url]`."""

import re

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import post_address
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.words import addresses_in, attribute, words_of
from setwatch.reading.flattened import signatures

_URI = re.compile(r"at://(?P<did>did:[\w:.%-]{5,250})/app\.bsky\.feed\.post/(?P<key>[a-z2-7]{13})")
_FRAME = re.compile(
    r"https?://embed\.bsky\.app/embed/(?P<did>did:[\w:.%-]{5,250})/app\.bsky\.feed\.post/(?P<key>[a-z2-7]{13})"
)
_PICTURE = re.compile(r"\s*\[image or embed\]")
_BY = re.compile(r"@(?P<user>\w{1,60})(?:@(?P<host>[\w.-]{3,100}))?")


def bluesky(node: LexborNode) -> Embed | None:
    """Return the post of Bluesky's blockquote."""
    uri = _URI.match(attribute(node, "data-bluesky-uri") or "")
    address = next(addresses_in(node, "bluesky"), None)
    shown = words_of(node)
    sign = next(iter(list(signatures(shown))[-1:]), None)
    if uri is None and address is None:
        return None
    post_id = uri["key"] if uri else address.post_id if address else None
    words = shown[: sign.start] if sign else ""
    who = (sign.handle if sign else None) or (uri["did"] if uri else address.handle if address else None)
    return Embed(
        node,
        "bluesky",
        sign.author if sign else None,
        sign.handle if sign else None,
        _PICTURE.sub("", words).strip(),
        shown[sign.start : sign.end] if sign else "",
        sign.printed if sign else None,
        f"https://bsky.app/profile/{who}/post/{post_id}",
        post_id,
    )


def bluesky_frame(node: LexborNode, source: str) -> Embed | None:
    """Return the post of Bluesky's frame, known by the poster's id alone."""
    match = _FRAME.match(source)
    if match is None:
        return None
    permalink = f"https://bsky.app/profile/{match['did']}/post/{match['key']}"
    return Embed(node, "bluesky", permalink=permalink, post_id=match["key"])


def mastodon(node: LexborNode) -> Embed | None:
    """Return the post of Mastodon's blockquote or frame: it shows no words, its address names the poster."""
    source = attribute(node, "data-embed-url", "src", "data-src") or ""
    address = post_address(source.removesuffix("/embed"))
    if address is None or address.platform != "mastodon":
        return None
    by = _BY.search(words_of(node))
    handle = f"{by['user']}@{by['host']}" if by and by["host"] else address.handle
    return Embed(node, "mastodon", handle=handle, permalink=address.permalink, post_id=address.post_id)
