"""Posts in JSON, as platforms and tools write them: each kind that capture tells apart has its reader here."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from setwatch.model import Capture, Document
from setwatch.reading.platforms.fediverse import from_activity, from_jetstream, from_mastodon, from_record, from_view
from setwatch.reading.platforms.page import posted_of
from setwatch.reading.platforms.pictures import from_gallery, from_instagram, from_instagram_export
from setwatch.reading.platforms.posted import Posted, document_of
from setwatch.reading.platforms.tools import from_4cat, from_archiver, from_oembed, from_zeeschuimer
from setwatch.reading.platforms.video import from_tiktok_export, from_ytdlp
from setwatch.reading.platforms.x import from_export, from_v1, from_v2

__all__ = ["KINDS", "read_post", "read_post_page"]

KINDS: Mapping[str, Callable[[Mapping[str, Any]], Posted]] = {
    "4cat": from_4cat,
    "activity": from_activity,
    "atproto-record": from_record,
    "atproto-view": from_view,
    "auto-archiver": from_archiver,
    "gallery-dl": from_gallery,
    "instagram-export": from_instagram_export,
    "instagram-item": from_instagram,
    "jetstream": from_jetstream,
    "mastodon": from_mastodon,
    "oembed": from_oembed,
    "tiktok-export": from_tiktok_export,
    "x-export": from_export,
    "x-post": from_v2,
    "x-post-v1": from_v1,
    "ytdlp": from_ytdlp,
    "zeeschuimer": from_zeeschuimer,
}


def read_post(capture: Capture, kind: str) -> Document:
    """Return the document that a post of a kind makes.

    Raises:
        ValueError: the bytes are no object of JSON, or the kind is not known.
    """
    found = json.loads(capture.payload)
    if kind not in KINDS or not isinstance(found, dict):
        raise ValueError(f"is no post of a kind that is known: {kind}")
    return document_of(KINDS[kind](found), capture)


def read_post_page(capture: Capture) -> Document | None:
    """Return the document of a post whose own page on its platform this is; None where it is another page."""
    posted = posted_of(capture.payload)
    return document_of(posted, capture) if posted else None
