"""A document's text with the words that claims stand on marked, and posts set apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise

from setwatch.model import Claim, Document, Post, Reading
from setwatch.publish.addresses import web
from setwatch.publish.dates import moment, spoken
from setwatch.publish.words import platform

WINDOW = 40_000
"""Characters of a text that one page shows: with all marks, below 200 KB."""

LEAD = 4_000
"""Characters shown before words that are asked for, in a text longer than one page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks. `starts` are the claims (from 1) whose words begin here."""

    text: str
    claims: tuple[int, ...]
    starts: tuple[int, ...]
    at: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces of running text, or of one post: who posted it, when its clock says, where, and that it is gone."""

    pieces: tuple[Piece, ...]
    post: str | None = None
    when: str | None = None
    link: str | None = None
    gone: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, or as much of a long one as a page shows: characters `start` to `end` of `size`."""

    blocks: tuple[Block, ...]
    start: int
    end: int
    size: int


def marked(reading: Reading, at: tuple[int, int] | None, start: int | None) -> Marked:
    """Return the text of a reading; `at` are words asked for, `start` is where a long text is to begin."""
    document = reading.document
    size = len(document.text)
    if start is None:
        start = max(0, at[0] - LEAD) if at and size > WINDOW else 0
    start = min(start, max(0, size - 1))
    end = min(size, start + WINDOW)
    cuts = {start, end}
    spans = [(c.evidence.start, c.evidence.end) for c in reading.claims]
    spans += [(p.evidence.start, p.evidence.end) for p in document.posts]
    for first, last in [*spans, *([at] if at else [])]:
        cuts |= {place for place in (first, last) if start < place < end}
    places = sorted(cuts)
    pieces = [_piece(document, reading.claims, a, b, at) for a, b in pairwise(places)]
    return Marked(tuple(_blocks(document, pieces, places)), start, end, size)


def _piece(document: Document, claims: Sequence[Claim], start: int, end: int, at: tuple[int, int] | None) -> Piece:
    over = [n for n, c in enumerate(claims, 1) if c.evidence.start <= start and end <= c.evidence.end]
    starts = tuple(n for n in over if claims[n - 1].evidence.start == start)
    inside = at is not None and at[0] <= start and end <= at[1]
    first = inside and at is not None and at[0] == start
    return Piece(document.text[start:end], tuple(over), starts, inside, first)


def _blocks(document: Document, pieces: Sequence[Piece], places: Sequence[int]) -> Iterator[Block]:
    def post_at(number: int) -> int | None:
        start, end = places[number], places[number + 1]
        return next(
            (n for n, p in enumerate(document.posts) if p.evidence.start <= start and end <= p.evidence.end), None
        )

    for index, numbers in groupby(range(len(pieces)), key=post_at):
        inside = tuple(pieces[number] for number in numbers)
        if index is None:
            yield Block(inside)
        else:
            post = document.posts[index]
            yield Block(inside, post_name(post), _clock(post), None if post.gone else web(post.permalink), _gone(post))


def post_name(post: Post) -> str:
    """Return who posted where: `Reel Spotter (@reelspotter) on Twitter`."""
    handle = f"@{post.handle}" if post.handle else ""
    named = f"{post.author} ({handle})" if post.author and handle else post.author or handle or "somebody"
    return f"{named} on {platform(post.platform)}" if post.platform else named


def _gone(post: Post) -> str | None:
    """Return that a post is gone, and by which hash its words can be known again."""
    if post.gone is None:
        return None
    words = "its words are hidden" if post.gone.hidden else "its words are kept"
    seen = moment(datetime.fromisoformat(post.gone.checked))
    return f"gone from its platform, seen {seen} UTC; {words}; SHA-256 {post.gone.digest}"


def _clock(post: Post) -> str | None:
    if post.clock and post.clock.not_before:
        return f"{moment(post.clock.not_before)} UTC, by its clock"
    return f"{spoken(post.printed)}, as printed" if post.printed else None
