"""Instagram's own objects and account export, and gallery-dl's metadata."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from setwatch.reading.addresses import post_address
from setwatch.reading.fields import at, objects_at, time_at, words_at
from setwatch.reading.platforms.posted import Posted


def from_instagram(found: Mapping[str, Any]) -> Posted:
    """Return a post as Instagram's pages hold it, in its newer (`code`) or older shape (`shortcode`)."""
    code = words_at(found, "code", "shortcode")
    captions = at(found, "edge_media_to_caption", "edges")
    caption = captions[0] if isinstance(captions, list) and captions else None
    return Posted(
        platform="instagram",
        post_id=code,
        permalink=f"https://www.instagram.com/p/{code}/" if code else None,
        author=words_at(found, "user.full_name", "owner.full_name"),
        handle=words_at(found, "user.username", "owner.username"),
        words=words_at(found, "caption.text", "caption") or words_at(caption, "node.text") or "",
        created=time_at(found, "taken_at", "taken_at_timestamp"),
    )


def from_instagram_export(found: Mapping[str, Any]) -> Posted:
    """Return a post of Instagram's account export, which names neither the account nor the address.

    The export writes UTF-8 as if each byte were a character of Latin-1; that is undone.
    """
    first = next(objects_at(found, "media"), {})
    words = words_at(found, "title") or words_at(first, "title") or ""
    with suppress(UnicodeError):  # what does not go back was right already
        words = words.encode("latin-1").decode("utf-8")
    return Posted(
        platform="instagram",
        words=words,
        created=time_at(found, "creation_timestamp") or time_at(first, "creation_timestamp"),
    )


def from_gallery(found: Mapping[str, Any]) -> Posted:
    """Return the post that gallery-dl took its files from."""
    address = words_at(found, "post_url", "webpage_url", "url")
    post = post_address(address or "")
    platform = words_at(found, "category") or "web"
    post_id = words_at(found, "tweet_id", "post_shortcode", "shortcode", "post_id", "id")
    handle = words_at(found, "author.name", "username", "user.name", "author.uniqueId")
    if platform == "twitter" and post_id and post is None:
        post = post_address(f"https://twitter.com/{handle or 'i'}/status/{post_id}")
    return Posted(
        platform=platform,
        post_id=post.post_id if post else post_id,
        permalink=post.permalink if post else address,
        author=words_at(found, "author.nick", "fullname", "author.nickname") or handle,
        handle=handle,
        words=words_at(found, "content", "description", "desc") or "",
        created=time_at(found, "post_date", "date", "timestamp"),
        lang=words_at(found, "lang"),
    )
