"""Embeds that a page keeps folded away: markup in an attribute, a template, a script's data, for a script to put in."""

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from setwatch.reading.embeds.embed import Embed

ATTRIBUTES = ("data-html", "data-embed-html", "srcdoc")
"""Attributes that players, consent banners and lazy loaders keep an embed's markup in."""

# Frames, the only elements with `srcdoc`, are looked at anyway.
SELECTOR = ", ".join(
    [
        *(f"[{name}]" for name in ATTRIBUTES if name != "srcdoc"),
        'script[type="text/template"]',
        'script[type="application/json"]',
        "template",
    ]
)

LONGEST = 3_000_000
"""Characters of folded markup that are looked at."""

MOST = 50
"""Folded embeds of one element that are read."""

_QUOTE = re.compile(
    r"<blockquote[^<>]{0,400}(?:twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|text-post-media|reddit-embed-bq)"
    r"(?:(?!</blockquote)[\s\S]){0,20000}</blockquote>",
    re.IGNORECASE,
)
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{80,}={0,2}\s*", re.ASCII)
_NAMED = re.compile(r"twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|text-post-media|reddit-embed-bq")
_JSON_ESCAPES = (
    ("\\u003c", "<"),
    ("\\u003C", "<"),
    ("\\u003e", ">"),
    ("\\u003E", ">"),
    ("\\n", " "),
    ('\\"', '"'),
    ("\\/", "/"),
)


def folded(node: LexborNode, reader: Callable[[LexborNode], Embed | None]) -> Iterator[Embed]:
    """Yield the embeds that an element keeps folded, read by `reader`; the element stands for all of them."""
    for source in _sources(node):
        for match in list(_QUOTE.finditer(source))[:MOST]:
            quote = LexborHTMLParser(match.group()).css_first("blockquote")
            embed = reader(quote) if quote is not None else None
            if embed:
                yield replace(embed, node=node)


def _sources(node: LexborNode) -> Iterator[str]:
    """The markup in an element's attributes and in itself, its escapes undone."""
    attributes = node.attributes
    for name in ATTRIBUTES:
        if value := attributes.get(name):
            yield from _opened(value)
    if node.tag == "script":
        yield from _opened(node.text())
    elif node.tag == "template":
        yield from _opened(node.html or "")


def _opened(value: str) -> Iterator[str]:
    value = value[:LONGEST]
    if _BASE64.fullmatch(value):
        try:
            value = base64.b64decode(value, validate=False).decode("utf-8", "replace")
        except (binascii.Error, ValueError):
            return
    # The plain search is many times as fast as the pattern, and almost no page's data hold a quote.
    if "blockquote" in value and _NAMED.search(value):
        if "\\" in value:
            for escape, letter in _JSON_ESCAPES:
                value = value.replace(escape, letter)
        yield html.unescape(value) if "&lt;blockquote" in value else value
