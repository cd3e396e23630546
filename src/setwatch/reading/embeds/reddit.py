"""Reddit: `blockquote.reddit-card`, `blockquote.reddit-embed-bq`."""

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import post_address
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.words import addresses_in, attribute, links_in, words_of


def quoted(node: LexborNode) -> Embed | None:
    """Return the post of Reddit's card: its words are the title, its handle is the user's if the card names one."""
    address = next(addresses_in(node, "reddit"), None)
    if address is None:
        return None
    words, user = "", None
    for link in links_in(node):
        href = attribute(link, "href") or ""
        found = post_address(href)
        if found and found.post_id == address.post_id:
            words = words or words_of(link)
        elif "/user/" in href or "/u/" in href:
            user = words_of(link).removeprefix("u/") or user
    shown = words_of(node)
    signature = shown.partition(words)[2].strip() if words else ""
    return Embed(node, "reddit", user, user, words, signature[:200], None, address.permalink, address.post_id)
