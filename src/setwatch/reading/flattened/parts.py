"""One post of a known platform in a line of words, taken apart: for readers that know where it begins and ends."""

from dataclasses import dataclass

from setwatch.reading.flattened.blocks import Blocks, blocks_of
from setwatch.reading.flattened.facebook import find_facebook
from setwatch.reading.flattened.found import FoundPost
from setwatch.reading.flattened.instagram import find_instagram, without_opening
from setwatch.reading.flattened.tiktok import find_tiktok


@dataclass(frozen=True, slots=True)
class Parts:
    """A post's own words, how it is signed, and what the signature says."""

    words: str
    signature: str
    author: str | None
    handle: str | None
    printed: str | None


def instagram_parts(shown: str) -> Parts | None:
    """Return the parts of what Instagram's embed shows, None where it is not signed."""
    found = [post for post in find_instagram(shown, blocks_of(shown)) if post.handle]
    if not found:
        return None
    post = found[-1]
    start = post.words[1] if post.words[1] > post.words[0] else post.start
    before = without_opening(shown[: post.words[1]] if post.words[1] > post.words[0] else shown[: post.start])
    return Parts(
        before.strip(), without_opening(shown[start : post.end]).strip(), post.author, post.handle, post.printed
    )


def tiktok_parts(shown: str) -> Parts | None:
    """Return the parts of what TikTok's embed shows, None where it names no sound."""
    return _parts(shown, next(find_tiktok(shown, Blocks(((0, len(shown)),))), None))


def facebook_parts(shown: str) -> Parts | None:
    """Return the parts of what Facebook's embed shows, None where it is not signed."""
    return _parts(shown, next(find_facebook(shown, Blocks(((0, len(shown)),))), None))


def _parts(shown: str, post: FoundPost | None) -> Parts | None:
    if post is None:
        return None
    words = shown[slice(*post.words)]
    signature = shown[post.words[1] : post.end].strip()
    return Parts(words, signature, post.author, post.handle, post.printed)
