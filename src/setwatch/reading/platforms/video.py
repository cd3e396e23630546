"""Videos: yt-dlp's `.info.json`, TikTok's account export."""

from collections.abc import Mapping
from typing import Any

from setwatch.reading.addresses import post_address
from setwatch.reading.fields import time_at, words_at
from setwatch.reading.platforms.posted import Posted


def from_ytdlp(found: Mapping[str, Any]) -> Posted:
    """Return the post that a video was, as yt-dlp describes it."""
    address = words_at(found, "webpage_url", "original_url")
    post = post_address(address or "")
    extractor = (words_at(found, "extractor_key", "extractor") or "").split(":")[0].casefold()
    platform = post.platform if post else extractor
    handle = (post.handle if post else None) or words_at(found, "uploader_id") if platform != "youtube" else None
    return Posted(
        platform=platform,
        post_id=words_at(found, "id"),
        permalink=post.permalink if post else address,
        author=words_at(found, "uploader", "channel", "creator"),
        handle=(words_at(found, "uploader_id") or "").removeprefix("@") if _is_handle(found) else handle,
        words=words_at(found, "description") or "",
        title=words_at(found, "fulltitle", "title"),
        created=time_at(found, "timestamp", "release_timestamp", "upload_date"),
        lang=words_at(found, "language"),
    )


def _is_handle(found: Mapping[str, Any]) -> bool:
    return (words_at(found, "uploader_id") or "").startswith("@")


def from_tiktok_export(found: Mapping[str, Any]) -> Posted:
    """Return a video of TikTok's account export; its `Link` is to the file and soon dead."""
    post = post_address(words_at(found, "Link", "VideoLink") or "")
    handle = words_at(found, "userName")
    return Posted(
        platform="tiktok",
        post_id=post.post_id if post else None,
        permalink=post.permalink if post else None,
        author=handle,
        handle=(handle or "").removeprefix("@") or None,
        words=words_at(found, "Title", "Caption", "Description") or "",
        created=time_at(found, "Date"),
    )
