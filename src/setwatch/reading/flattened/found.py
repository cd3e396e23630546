"""What a finder of posts tells: offsets of the whole post and of its own words, and its fields."""

import re
from dataclasses import dataclass

MEDIA_KEY = re.compile(r"pic\.(?:twitter|x)\.com/?(?P<key>[A-Za-z0-9]{10})(?![a-z0-9])")
"""The key of a picture or video as X prints it; some captures lose the slash."""


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post in a text: `start` to `end` is all of it, `words` are the offsets of its own words (empty: none shown)."""

    start: int
    end: int
    words: tuple[int, int]
    platform: str | None
    author: str | None = None
    handle: str | None = None
    printed: str | None = None
    permalink: str | None = None
    post_id: str | None = None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without the white space at both ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def media_keys(words: str) -> tuple[str, ...]:
    """Return the keys of pictures and video in a post's words, each once, as `pic.twitter.com/KEY`."""
    return tuple(dict.fromkeys(f"pic.twitter.com/{match['key']}" for match in MEDIA_KEY.finditer(words)))
