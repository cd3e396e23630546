"""Addresses of posts: which platform, whose, which id."""

import re
from dataclasses import dataclass

LONGEST_ADDRESS = 500
"""Characters of an address that are looked at."""


@dataclass(frozen=True, slots=True)
class PostAddress:
    """What the address of a post tells. `permalink` is the address without what follows the id."""

    platform: str
    permalink: str
    post_id: str
    handle: str | None = None


_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (platform, re.compile(rf"https?://{pattern}", re.IGNORECASE | re.ASCII))
    for platform, pattern in (
        (
            "twitter",
            r"(?:(?:www|mobile|m)\.)?(?:(?:twitter|x|fxtwitter|vxtwitter|fixupx|fixvx|twittpr|xcancel)\.com"
            r"|nitter\.[a-z]{2,12}(?:\.[a-z]{2,8})?)"
            r"/(?:#!/)?(?:i/(?:web/)?status|(?P<handle>\w{1,20})/status(?:es)?)/(?P<id>\d{2,20})",
        ),
        (
            "instagram",
            r"(?:(?:www|m)\.)?(?:(?:dd|kk)?instagram\.com|instagr\.am)/(?:(?!p/|reel|tv/)(?P<handle>[\w.]{1,30})/)?"
            r"(?:p|reels?|tv)/(?P<id>[\w-]{5,40})/?",
        ),
        ("tiktok", r"(?:(?:www|m)\.)?(?:vx)?tiktok\.com/@(?P<handle>[\w.]{1,30})/(?:video|photo)/(?P<id>\d{8,20})"),
        ("tiktok", r"(?:www\.)?tiktok\.com/(?:embed(?:/v2)?|player/v1|share/video)/(?P<id>\d{8,20})"),
        ("tiktok", r"m\.tiktok\.com/v/(?P<id>\d{8,20})"),
        ("threads", r"(?:www\.)?threads\.(?:net|com)/@(?P<handle>[\w.]{1,30})/post/(?P<id>[\w-]{5,40})"),
        ("bluesky", r"(?:staging\.)?bsky\.app/profile/(?P<handle>[\w.:-]{3,253})/post/(?P<id>[a-z2-7]{13})"),
        ("youtube", r"(?:(?:www|m)\.)?youtube(?:-nocookie)?\.com/(?:embed|shorts|live|v)/(?P<id>[\w-]{11})(?![\w-])"),
        ("youtube", r"(?:(?:www|m)\.)?youtube\.com/watch\?(?:[\w=&;%.-]{0,200}[&;])?v=(?P<id>[\w-]{11})(?![\w-])"),
        ("youtube", r"youtu\.be/(?P<id>[\w-]{11})(?![\w-])"),
        (
            "facebook",
            r"(?:(?:www|m|web)\.)?facebook\.com/(?P<handle>[\w.-]{2,60})/"
            r"(?:posts|videos|photos)/(?:[\w.%-]{1,150}/)?(?P<id>pfbid\w{10,100}|\d{5,25})",
        ),
        ("facebook", r"(?:(?:www|m|web)\.)?facebook\.com/(?:watch/?\?v=|video\.php\?v=|reel/)(?P<id>\d{5,25})"),
        (
            "facebook",
            r"(?:(?:www|m|web)\.)?facebook\.com/(?:permalink|story)\.php\?story_fbid=(?P<id>pfbid\w{10,100}|\d{5,25})",
        ),
        (
            "reddit",
            r"(?:(?:www|old|new|embed|np)\.)?(?:reddit|redditmedia)\.com/"
            r"(?:r|user)/[\w-]{2,40}/comments/(?P<id>[a-z0-9]{4,10})(?:/[\w%-]{0,120})?/?",
        ),
        ("vimeo", r"(?:player\.)?(?:www\.)?vimeo\.com/(?:video/|channels/[\w-]{1,60}/)?(?P<id>\d{5,12})(?!\d)"),
        ("dailymotion", r"(?:www\.|geo\.)?dailymotion\.com/(?:embed/)?video/(?P<id>[a-z0-9]{5,10})"),
        ("dailymotion", r"dai\.ly/(?P<id>[a-z0-9]{5,10})"),
        ("mastodon", r"[\w.-]{4,100}/@(?P<handle>\w{1,60}(?:@[\w.-]{4,100})?)/(?P<id>\d{15,20})"),
    )
)
ADDRESS = re.compile(r"https?://[^\s<>\"'“”«»()\[\]{}]{4,500}", re.IGNORECASE)
"""An address in running text."""


_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d{1,14}[a-z_]{0,4}/")


def post_address(address: str) -> PostAddress | None:
    """Return what the address of a post tells, None where it is no post's address."""
    address = _ARCHIVED.sub("", address[:LONGEST_ADDRESS])
    if address.startswith("//"):
        address = "https:" + address
    for platform, pattern in _PATTERNS:
        match = pattern.match(address)
        if match:
            handle = match.groupdict().get("handle")
            return PostAddress(platform, match.group(), match["id"], handle)
    return None
