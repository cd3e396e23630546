"""Frames and AMP elements of platforms that show no words: video, sound, and posts drawn by the platform."""

import re
import tomllib
from importlib.resources import files

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import post_address
from setwatch.reading.embeds import facebook, fediverse, x
from setwatch.reading.embeds.embed import Embed
from setwatch.reading.embeds.words import attribute

_PLAYERS: dict[str, tuple[re.Pattern[str], str | None]] = {
    platform: (re.compile(row["pattern"], re.IGNORECASE | re.ASCII), row.get("permalink"))
    for platform, row in tomllib.loads(files(__package__).joinpath("players.toml").read_text(encoding="utf-8")).items()
}
_X = re.compile(r"(?:https?:)?//(?:platform\.(?:twitter|x)\.com/embed|twitframe\.com/)", re.IGNORECASE)
_FACEBOOK = re.compile(r"(?:https?:)?//(?:www\.)?facebook\.com/(?:v[\d.]+/)?plugins/(?:post|video)", re.IGNORECASE)
_ARCHIVED = re.compile(r"^(?:https?:)?(?://web\.archive\.org)?/web/\d{1,14}[a-z_]{0,4}/")
_CODE = re.compile(r"[\w-]{4,40}", re.ASCII)

SOURCES = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-litespeed-src",
    "data-original",
    "data-cmp-src",
    "data-src-cmplazyload",
    "data-url",
)
"""Attributes that hold a frame's address; pages that load lazily or ask for consent use the later ones."""


def framed(node: LexborNode) -> Embed | None:
    """Return the post of a frame, None where it shows nothing of a platform."""
    attributes = node.attributes
    for name in SOURCES:
        source = (attributes.get(name) or "").strip()[:2000]
        source = _ARCHIVED.sub("", source)
        if len(source) > 12:
            embed = _of_source(node, source)
            if embed:
                return embed
    return None


def _of_source(node: LexborNode, source: str) -> Embed | None:
    if _X.match(source):
        return x.framed(node, source)
    if _FACEBOOK.match(source):
        return facebook.framed(node, source)
    for platform, (pattern, permalink) in _PLAYERS.items():
        match = pattern.match(source)
        if match:
            post_id = match.groupdict().get("id")
            address = post_address(source if source.startswith("http") else f"https:{source}")
            handle = address.handle if address and address.platform == platform else None
            known = permalink.format(id=post_id) if permalink and post_id else source
            return Embed(node, platform, handle=handle, permalink=known, post_id=post_id)
    return fediverse.bluesky_frame(node, source) or fediverse.mastodon(node)


_VIDEO_ID = {
    "amp-youtube": ("youtube", "https://www.youtube.com/watch?v={id}"),
    "lite-youtube": ("youtube", "https://www.youtube.com/watch?v={id}"),
    "amp-vimeo": ("vimeo", "https://vimeo.com/{id}"),
    "amp-dailymotion": ("dailymotion", "https://www.dailymotion.com/video/{id}"),
}


def video(node: LexborNode) -> Embed | None:
    """Return the video of an AMP or custom element that has no more than its id."""
    platform, permalink = _VIDEO_ID[node.tag or ""]
    post_id = attribute(node, "data-videoid", "videoid", "video-id") or ""
    if not _CODE.fullmatch(post_id):
        return None
    return Embed(node, platform, permalink=permalink.format(id=post_id), post_id=post_id)


def pinned(node: LexborNode) -> Embed | None:
    """Return the pin, board or profile of a link that Pinterest's script fills."""
    href = attribute(node, "href") if (attribute(node, "data-pin-do") or "").startswith("embed") else None
    return Embed(node, "pinterest", permalink=href) if href else None
