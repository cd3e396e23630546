"""All posts of a text, in its order, no word in two of them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from setwatch.model import Post, quote
from setwatch.reading.addresses import ADDRESS, post_address
from setwatch.reading.clocks import clock_of
from setwatch.reading.flattened.blocks import blocks_of
from setwatch.reading.flattened.cards import find_cards, find_copied, find_links
from setwatch.reading.flattened.cues import Platforms, poster_before
from setwatch.reading.flattened.facebook import find_facebook
from setwatch.reading.flattened.found import FoundPost, media_keys
from setwatch.reading.flattened.instagram import find_instagram
from setwatch.reading.flattened.quoted import find_quoted
from setwatch.reading.flattened.tiktok import find_tiktok
from setwatch.reading.flattened.x import find_x


def find_posts(text: str, lang: str = "en", known: tuple[Post, ...] = ()) -> tuple[Post, ...]:
    """Return the posts that stand in a text, embedded or quoted in full, in its order.

    `known` are posts whose places are known already, in order; what overlaps them is not looked for again.
    """
    blocks = blocks_of(text)
    found = _apart([*find_instagram(text, blocks), *find_tiktok(text, blocks), *find_facebook(text, blocks)], [])
    found = _apart(find_copied(text), found)
    found = _apart(find_x(text, blocks, lang), found)
    platforms = Platforms(text)
    found = _apart(find_quoted(text, blocks, platforms), found)
    found = _apart([*find_cards(text), *find_links(text)], found)
    found = [named for post in found if (named := _named(text, platforms, post))]
    ends = [post.evidence.end for post in known]
    new = [post for post in (_post(text, post) for post in found) if _free(post, known, ends)]
    return tuple(sorted([*known, *new], key=lambda post: post.evidence.start))


def _named(text: str, platforms: Platforms, post: FoundPost) -> FoundPost | None:
    """The post with the author whom the words before it name; None if it has neither words nor a poster."""
    if post.author or post.handle:
        return post
    if post.platform == "instagram":
        post = replace(post, author=poster_before(text, platforms, post.platform, post.start))
    shown = post.words[0] < post.words[1] or post.permalink
    return post if shown or post.author else None


def _free(post: Post, known: tuple[Post, ...], ends: list[int]) -> bool:
    """Whether a post begins after one known post ends and ends before the next begins."""
    at = bisect_right(ends, post.evidence.start)
    return at == len(known) or post.evidence.end <= known[at].evidence.start


def _apart(new: Iterable[FoundPost], kept: list[FoundPost]) -> list[FoundPost]:
    """Both together in order; of `new` only what overlaps nothing that is kept."""
    starts = [post.start for post in kept]
    result = list(kept)
    for post in new:
        at = bisect_right(starts, post.start)
        if (at == 0 or result[at - 1].end <= post.start) and (at == len(result) or post.end <= starts[at]):
            starts.insert(at, post.start)
            result.insert(at, post)
    return result


def _post(text: str, found: FoundPost) -> Post:
    whole = text[found.start : found.end]
    permalink, post_id = found.permalink, found.post_id
    if permalink is None:
        for match in ADDRESS.finditer(whole):
            address = post_address(match.group())
            same = address and (address.handle or "").casefold() == (found.handle or "").casefold()
            if address and same and address.platform == found.platform:
                permalink, post_id = address.permalink, address.post_id
    return Post(
        platform=found.platform,
        author=found.author,
        handle=found.handle,
        text=text[found.words[0] : found.words[1]],
        evidence=quote(text, found.start, found.end),
        permalink=permalink,
        post_id=post_id,
        printed=found.printed,
        clock=clock_of(found.platform, post_id),
        media_keys=media_keys(whole),
    )
