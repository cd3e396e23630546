"""What tools write: Zeeschuimer, 4CAT, auto-archiver, and oEmbed replies."""

import re
from collections.abc import Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from setwatch.language.dates import find_dates
from setwatch.reading.addresses import ADDRESS, post_address
from setwatch.reading.fields import at, time_at, words_at
from setwatch.reading.platforms.pictures import from_instagram
from setwatch.reading.platforms.posted import Posted

_HANDLE = re.compile(r"https?://[^/]+/@?([\w.]{1,60})/?$")


def from_zeeschuimer(found: Mapping[str, Any]) -> Posted:
    """Return the item that Zeeschuimer saw: TikTok, Instagram, X, or what can be told of other platforms."""
    platform = (words_at(found, "source_platform") or "").removesuffix(".com").removesuffix(".net")
    data: Mapping[str, Any] = at(found, "data") or {}
    if platform == "instagram":
        return from_instagram(data)
    if platform in {"twitter", "x"}:
        return _x(data)
    handle = words_at(data, "author.uniqueId", "author", "user.username")
    post_id = words_at(data, "id", "video.id")
    tiktok = (
        f"https://www.tiktok.com/@{handle}/video/{post_id}" if platform == "tiktok" and handle and post_id else None
    )
    return Posted(
        platform=platform,
        post_id=post_id,
        permalink=tiktok or words_at(data, "url", "permalink"),
        author=words_at(data, "author.nickname", "nickname", "user.full_name") or handle,
        handle=handle,
        words=words_at(data, "desc", "caption.text", "text", "title", "body") or "",
        created=time_at(data, "createTime", "taken_at", "created_at", "timestamp"),
    )


def _x(data: Mapping[str, Any]) -> Posted:
    user = at(data, "core", "user_results", "result")
    handle = words_at(user, "core.screen_name", "legacy.screen_name")
    post_id = words_at(data, "rest_id", "legacy.id_str")
    return Posted(
        platform="twitter",
        post_id=post_id,
        permalink=f"https://twitter.com/{handle or 'i'}/status/{post_id}" if post_id else None,
        author=words_at(user, "core.name", "legacy.name"),
        handle=handle,
        words=words_at(data, "note_tweet.note_tweet_results.result.text", "legacy.full_text") or "",
        created=time_at(data, "legacy.created_at"),
        lang=words_at(data, "legacy.lang"),
    )


def from_4cat(found: Mapping[str, Any]) -> Posted:
    """Return a row of a 4CAT export; the columns beyond the common ones differ by platform."""
    address = words_at(found, "url", "link", "post_url", "tiktok_url", "tweet_url", "permalink")
    post = post_address(address or "")
    return Posted(
        platform=post.platform if post else words_at(found, "platform", "source") or "web",
        post_id=post.post_id if post else words_at(found, "id"),
        permalink=post.permalink if post else address,
        author=words_at(found, "author_fullname", "author_name", "author"),
        handle=words_at(found, "author"),
        words=words_at(found, "body") or "",
        title=words_at(found, "subject"),
        created=time_at(found, "timestamp", "unix_timestamp", "created_at"),
        lang=words_at(found, "language", "lang"),
    )


def from_archiver(found: Mapping[str, Any]) -> Posted:
    """Return the post that a row of an auto-archiver sheet archived."""
    address = words_at(found, "url", "link")
    post = post_address(address or "")
    handle = post.handle if post else None
    return Posted(
        platform=post.platform if post else "web",
        post_id=post.post_id if post else None,
        permalink=post.permalink if post else address,
        author=words_at(found, "author") or handle,
        handle=handle,
        words=words_at(found, "text content", "text", "content", "upload title") or "",
        title=words_at(found, "title"),
        created=time_at(found, "upload timestamp", "timestamp"),
    )


_NAMED = re.compile(r"(.{1,200}) \(@([\w.:-]{1,253})\)")
_WORDS = ("twitter", "bluesky")
"""Platforms of which the first paragraph of the embed is what the post says."""


def from_oembed(found: Mapping[str, Any]) -> Posted:
    """Return what an oEmbed reply [oEmbed 1.0] tells: author, words or title, the day that X prints."""
    html = words_at(found, "html") or ""
    tree = LexborHTMLParser(html)
    sources = [words_at(found, "url"), *(n.attributes.get("cite") for n in tree.css("blockquote[cite]"))]
    sources += [*(n.attributes.get("src") for n in tree.css("iframe[src]")), *ADDRESS.findall(html)]
    post = next((p for source in sources if source and (p := post_address(source))), None)
    account = _HANDLE.match(words_at(found, "author_url") or "")
    words = tree.css_first("blockquote p")
    link = tree.css_first("blockquote > a:last-of-type")
    dates = find_dates(link.text()) if link else ()
    handle = (post.handle if post else None) or (account[1] if account else None)
    author = words_at(found, "author_name")
    if post and post.platform == "bluesky" and (named := _NAMED.fullmatch(author or "")):
        author, handle = named[1], named[2]  # its addresses have the account's number, not its name
    return Posted(
        platform=post.platform if post else (words_at(found, "provider_name") or "web").casefold(),
        post_id=post.post_id if post else None,
        permalink=post.permalink if post else words_at(found, "url"),
        author=author,
        handle=None if post and post.platform == "youtube" else handle,
        words=words.text().strip() if words and post and post.platform in _WORDS else "",
        title=words_at(found, "title"),
        created=time_at({"day": dates[0].edtf}, "day") if dates else None,
    )
