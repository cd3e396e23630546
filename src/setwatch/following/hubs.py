"""Hubs that push what is new in a feed: which one a feed names [W3C WebSub, section 4]. Pure."""

import html
import re
from dataclasses import dataclass
from urllib.parse import urljoin

from setwatch.model import Answer

_HEAD = 64 * 1024
"""Bytes of a feed in which it names its hub: before its entries."""
_LINK = re.compile(rb"<(?:\w{1,20}:)?link\b([^<>]{1,1000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(rel|href)\s*=\s*(?:"([^"]{0,500})"|'([^']{0,500})')""", re.IGNORECASE)
_FIELD = re.compile(r"""<([^<>]{1,500})>([^<]{0,300}?\brel\s*=\s*"?([\w -]{1,100}))""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hub:
    """The hub that a feed names, and the address under which the hub knows the feed."""

    hub: str
    topic: str


def hub_of(answer: Answer) -> Hub | None:
    """Return the hub that a feed names in its headers or in itself, or None."""
    told = [*_of_headers(answer), *_of_body(answer)]
    hubs = [url for name, url in told if name == "hub"]
    selves = [url for name, url in told if name == "self"]
    if not hubs:
        return None
    topic = selves[0] if selves else answer.url
    return Hub(hubs[0], topic) if all(url.startswith(("http://", "https://")) for url in (hubs[0], topic)) else None


def _of_headers(answer: Answer) -> list[tuple[str, str]]:
    fields = [value[:4000] for name, value in answer.headers if name == "link"]
    return [
        (name.casefold(), _whole(answer, found[1]))
        for value in fields
        for found in _FIELD.finditer(value)
        for name in found[3].split()
    ]


def _of_body(answer: Answer) -> list[tuple[str, str]]:
    told = []
    for link in _LINK.finditer(answer.body[:_HEAD]):
        parts = {a[1].casefold(): a[2] or a[3] or "" for a in _ATTRIBUTE.finditer(link[1].decode("utf-8", "replace"))}
        told += [(name.casefold(), _whole(answer, parts.get("href", ""))) for name in parts.get("rel", "").split()]
    return told


def _whole(answer: Answer, place: str) -> str:
    try:
        return urljoin(answer.url, html.unescape(place.strip()))
    except ValueError:
        return ""
