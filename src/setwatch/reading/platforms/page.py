"""The page of one post on its platform, saved as HTML."""

import json
import re

from selectolax.lexbor import LexborHTMLParser

from setwatch.reading.addresses import PostAddress, post_address
from setwatch.reading.fields import time_at, words_at
from setwatch.reading.platforms.posted import Posted

_ADDRESSES = re.compile(
    rb"""<(?:meta|link)\b[^>]{0,400}?(?:og:url|canonical)[^>]{0,400}?(?:content|href)\s*=\s*["']([^"']{8,500})"""
    rb"""|<(?:meta|link)\b[^>]{0,400}?(?:content|href)\s*=\s*["']([^"']{8,500})["'][^>]{0,400}?(?:og:url|canonical)"""
)
"""Looked for in the bytes, so that the many pages that are no post are not parsed for it."""
_INSTAGRAM = re.compile(
    r"^(?P<author>.{1,100}?) (?:on|sur|auf|en|su) Instagram\s?: [\"“«„](?P<words>.*?)[\"”»“]?$", re.DOTALL
)
_ON = re.compile(r"^(?P<author>.{1,100}?) (?:on|sur|auf|en|su) (?:TikTok|X|Twitter|Threads|Facebook)\b")
_HANDLE = re.compile(r"\(@([\w.]{1,60})\)")
_STATE = "script#SIGI_STATE, script#__UNIVERSAL_DATA_FOR_REHYDRATION__"
MAX_STATE = 4_000_000
"""Characters of a page's own data that are read; the largest seen has a tenth."""
HEAD = 400_000
"""Bytes in which the page names its address."""


def posted_of(payload: bytes) -> Posted | None:
    """Return the post whose own page this is, or None where it is the page of something else."""
    named = ((m[1] or m[2]).decode("utf-8", "replace") for m in _ADDRESSES.finditer(payload[:HEAD]))
    address = next((a for source in named if (a := post_address(source))), None)
    if address is None:
        return None
    tree = LexborHTMLParser(payload)
    return _from_state(tree, address) or _from_meta(tree, address)


def _meta(tree: LexborHTMLParser, name: str) -> str | None:
    node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    return (node.attributes.get("content") or "").strip() or None if node else None


def _from_state(tree: LexborHTMLParser, address: PostAddress) -> Posted | None:
    """TikTok keeps the item that a page shows as JSON beside it."""
    node = tree.css_first(_STATE)
    text = node.text() if node else ""
    if not text or len(text) > MAX_STATE:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    item = _item(found, address.post_id, 0)
    if item is None:
        return None
    handle = words_at(item, "author.uniqueId", "author")
    return Posted(
        platform=address.platform,
        post_id=address.post_id,
        permalink=address.permalink,
        author=words_at(item, "nickname", "author.nickname") or handle,
        handle=handle,
        words=words_at(item, "desc") or "",
        created=time_at(item, "createTime"),
    )


def _item(found: object, post_id: str, depth: int) -> dict[str, object] | None:
    if not isinstance(found, dict) or depth > 6:
        return None
    if found.get("id") == post_id and "createTime" in found:
        return found
    return next((i for value in found.values() if (i := _item(value, post_id, depth + 1))), None)


def _from_meta(tree: LexborHTMLParser, address: PostAddress) -> Posted:
    title, description = _meta(tree, "og:title") or "", _meta(tree, "og:description") or ""
    told = _INSTAGRAM.match(title)
    named = told or _ON.match(title)
    handle = _HANDLE.search(_meta(tree, "twitter:title") or title)
    video = address.platform in {"youtube", "vimeo", "dailymotion"}
    return Posted(
        platform=address.platform,
        post_id=address.post_id,
        permalink=address.permalink,
        author=named["author"] if named else None,
        handle=address.handle or (handle[1] if handle else None),
        words=told["words"] if told else description,
        title=title if video else None,
    )
