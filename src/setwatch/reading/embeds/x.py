"""X: `blockquote.twitter-tweet`, `amp-twitter`, the widget's frame, placeholders that a script fills."""

import re
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import post_address
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.words import addresses_in, attribute, words_of
from setwatch.reading.flattened import signatures

_ID = re.compile(r"\d{5,20}", re.ASCII)
_GONE = re.compile(
    r"(?:tweet|post) (?:may have been|was|has been) deleted|(?:tweet|post) is (?:no longer |un)available", re.IGNORECASE
)


def quoted(node: LexborNode) -> Embed | None:
    """Return the post of a blockquote: words, a signature line, a link to the post."""
    shown = words_of(node)
    addresses = list(addresses_in(node, "twitter"))
    address = addresses[-1] if addresses else None
    signed = list(signatures(shown))
    if address is None and not signed:
        return None
    sign = signed[-1] if signed else None
    gone = _GONE.search(shown) is not None and sign is None
    words = shown[: sign.start].strip() if sign else ("" if gone or address is None else _unsigned(shown))
    return Embed(
        node,
        sign.platform if sign and not address else "twitter",
        sign.author if sign else None,
        sign.handle if sign else _named(address.handle if address else None),
        words,
        shown[sign.start : sign.end] if sign else "",
        sign.printed if sign else None,
        address.permalink if address else None,
        address.post_id if address else None,
        gone,
    )


def _unsigned(shown: str) -> str:
    """Words without a signature: a lone address or label is none."""
    return "" if len(shown.split()) < 2 else shown


def _named(handle: str | None) -> str | None:
    """The handle of an address; `X`, `i` and `user` stand in for any."""
    return (
        None if handle is None or handle.casefold() in {"x", "i", "user", "twitter", "statuses", "anyuser"} else handle
    )


def numbered(node: LexborNode) -> Embed | None:
    """Return the post of an element that has no more than the post's id or address in an attribute."""
    value = attribute(node, "data-tweetid", "data-tweet-id", "data-tweet", "data-twitter-id", "data-tweet-url") or ""
    address = post_address(value) or next(addresses_in(node, "twitter"), None)
    post_id = value if _ID.fullmatch(value) else (address.post_id if address else None)
    if post_id is None:
        return None
    if address is None or address.post_id != post_id:
        return Embed(node, "twitter", permalink=f"https://twitter.com/i/status/{post_id}", post_id=post_id)
    return Embed(node, "twitter", handle=_named(address.handle), permalink=address.permalink, post_id=post_id)


def framed(node: LexborNode, source: str) -> Embed | None:
    """Return the post of a frame that shows X's widget: its id or address is in the query."""
    parts = urlsplit(source)
    query = parse_qs(parts.query, max_num_fields=50)
    if "twitframe" in parts.netloc or "id" not in query:
        address = post_address(query.get("url", query.get("href", [""]))[0])
        if address and address.platform == "twitter":
            return Embed(
                node, "twitter", handle=_named(address.handle), permalink=address.permalink, post_id=address.post_id
            )
        return None
    post_id = query["id"][0]
    if not _ID.fullmatch(post_id):
        return None
    return Embed(node, "twitter", permalink=f"https://twitter.com/i/status/{post_id}", post_id=post_id)
