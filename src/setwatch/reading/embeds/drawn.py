"""Posts that a publisher draws itself: a box whose class says so, with links to one post."""

import re

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import PostAddress, post_address
from setwatch.reading.embeds import x
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.words import attribute, links_in, words_of
from setwatch.reading.printed import printed_dates

LONGEST_BOX = 3000
"""Characters from which a box is no single post."""

_SAID = re.compile(
    r"(?:twitter|x|instagram|facebook|tiktok|youtube|threads|bluesky) post by @?[^:]{1,80}:\s{0,3}(?P<words>.{1,4000})",
    re.IGNORECASE | re.DOTALL,
)
_HANDLE = re.compile(r"(?<![\w.])@(?P<handle>[\w.]{1,40})")


def drawn(node: LexborNode) -> Embed | None:
    """Return the post of a box, None unless all of its links to posts lead to one."""
    shown = words_of(node)
    if len(shown) > LONGEST_BOX:
        return None
    addresses: dict[tuple[str, str], PostAddress] = {}
    for link in links_in(node):
        address = post_address(attribute(link, "href") or "")
        if address:
            addresses.setdefault((address.platform, address.post_id), address)
    if len(addresses) != 1:
        return None
    (address,) = addresses.values()
    if address.platform == "twitter":
        signed = x.quoted(node)
        if signed and signed.signature:
            return signed
    said = next(
        (m for part in node.css("[data-alt], [alt]") if (m := _SAID.match(attribute(part, "data-alt", "alt") or ""))),
        None,
    )
    handle = address.handle or next((m["handle"] for m in _HANDLE.finditer(shown)), None)
    time = node.css_first("time[datetime]")
    day = next(printed_dates((attribute(time, "datetime") or "")[:10] if time else shown), None)
    words = " ".join(said["words"].split()) if said else _paragraphs(node)
    return Embed(
        node,
        address.platform,
        handle=handle,
        words=words,
        printed=day.edtf if day else None,
        permalink=address.permalink,
        post_id=address.post_id,
    )


def _paragraphs(node: LexborNode) -> str:
    """The words of the paragraphs outside links; where there are none, the box is a placeholder."""
    return " ".join(filter(None, (words_of(p) for p in node.css("p") if not p.css_first("a[href]"))))
