"""Posts that a document shows: which of them carry a piece of footage, and who had it by that."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from setwatch.model import FootageKind, MentionKind, Post, Role, Step, fold
from setwatch.tracing.within.entries import entries_of
from setwatch.tracing.within.page import Page, key_of
from setwatch.tracing.within.parts import Deed, Who
from setwatch.tracing.within.pieces import Piece
from setwatch.tracing.within.trail import Told

_ALIKE = 66
"""Likeness (0 to 100) of display name and handle from which the one stands for the other."""

_BEGINNING = 8
"""Letters of a name that are enough to tell whose it is, if another begins with them."""

_REACH = 900
"""Characters between what is said of footage and the post that shows it."""

_MOVING = frozenset(("tiktok", "youtube", "vimeo"))
"""Platforms on which every post is a video."""

_OWN = _MOVING | {"instagram", "snapchat"}
"""Platforms on which every post is a picture or a video, and mostly the poster's own."""


def add_posts(page: Page, pieces: Sequence[Piece]) -> None:
    """Add the steps that embedded posts are, each to the piece that it shows."""
    entries = entries_of(page.document.text)
    everything = pieces
    for index, post in enumerate(page.document.posts):
        name = _name_of(page, post)
        pieces = [p for p in everything if _in_one_entry(post, p, entries)]
        if name is None or _known(page, post, index, name, pieces):
            continue
        if (post.media_keys or post.platform in _OWN) and not _is_reaction(page, post):
            piece = _shown_by(page, post, pieces)
            if piece is not None and not _is_of_another(page, post, piece):
                piece.told.append(Told(_step(page, post, index, name, piece), Who.ACCOUNT, Deed.SHARE, None))


def _in_one_entry(post: Post, piece: Piece, entries: Sequence[int]) -> bool:
    """Whether a live blog speaks of a piece in the entry that shows a post; all of another page is one entry."""
    at = bisect_right(entries, post.evidence.start)
    return any(bisect_right(entries, sighting.start) == at for sighting in piece.sightings)


def _stands_after(page: Page, post: Post, piece: Piece) -> bool:
    """Whether a post stands right behind a sentence that speaks of a piece."""
    before = [n for n, stretch in enumerate(page.stretches) if stretch.end <= post.evidence.start]
    spoken = [n for n in before if n in piece.stretches or n in piece.carried]
    if not spoken or not before or before[-1] - spoken[-1] > 1:
        return False
    first, last = page.stretches[spoken[-1]], page.stretches[before[-1]]
    gap = page.document.text[last.end : post.evidence.start]
    return len(gap) <= _GAP and (first is last or page.document.text[first.end : last.start].count("\n") == 0)


_GAP = 60
"""Characters between a sentence and the post that it introduces, `View this post on Instagram` among them."""


def _name_of(page: Page, post: Post) -> str | None:
    """Return the name that a post's author goes by: the display name, unless it and the handle have nothing in common.

    A display name may be anything (the star's own, on an account of fans); a handle is one account's alone.
    """
    if post.author is None or post.handle is None:
        return post.author or post.handle
    alike = " " not in post.author and fuzz.ratio(key_of(post.author), key_of(post.handle)) >= _ALIKE
    alike = alike or _is_person(page, post) or _reads_like_one(page, post) or _begins(post.author, post.handle)
    called = any(a.who is not Who.PERSON and key_of(a.name) == key_of(post.author) for row in page.actors for a in row)
    return post.author if alike or called else post.handle


_PERSON = re.compile(r"[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’.-]+){1,2}")


def _reads_like_one(page: Page, post: Post) -> bool:
    """Whether a display name reads like a person's, and the handle like a short form of it."""
    name = _PERSON.fullmatch(post.author or "") is not None and not page.names.passes_on(post.author or "")
    return name and fuzz.ratio(key_of(post.author), key_of(post.handle)) >= _ALIKE


def _begins(author: str, handle: str) -> bool:
    """Whether a handle begins with a display name: `Isla (@isla_on_the_pier)`."""
    return len(author) >= 3 and fold(handle.replace(".", "_").split("_")[0]) == key_of(author)


def _is_person(page: Page, post: Post) -> bool:
    """Whether a post's author has a person's name that goes with the handle."""
    person = any(m.kind is MentionKind.PERSON and key_of(m.name) == key_of(post.author) for m in page.analysis.names)
    return person and fuzz.ratio(key_of(post.author), key_of(post.handle)) >= _ALIKE


def _known(page: Page, post: Post, index: int, name: str, pieces: Sequence[Piece]) -> bool:
    """Join a post to the step that the text tells already of its author, or of somebody on its platform."""
    names = {key_of(post.author), key_of(post.handle)} - {""}
    for by_name in (True, False):
        for piece in pieces:
            for at, one in enumerate(piece.told):
                step = one.step
                if step.post is not None or not (
                    _is_named(step, names)
                    if by_name
                    else _may_be(post, one) or (_films(page, post, one) and _stands_after(page, post, piece))
                ):
                    continue
                joined = replace(step, actor=step.actor or name, platform=step.platform or post.platform, post=index)
                piece.told[at] = replace(one, step=joined)
                return True
    return False


def _is_named(step: Step, names: set[str]) -> bool:
    """Whether a step's actor is one of `names`, or is called by the beginning of one."""
    flat = key_of(step.actor)
    return flat in names or (len(flat) >= _BEGINNING and any(name.startswith(flat) for name in names))


def _may_be(post: Post, told: Told) -> bool:
    """Whether a post may be the one that an unnamed step (`shared on Instagram`) tells of."""
    step = told.step
    if step.actor is None and told.who is Who.CROWD and step.role is Role.ORIGIN and post.platform in _MOVING:
        return step.platform in (None, post.platform)  # whoever filmed it and put it there
    shared = told.deed is Deed.SHARE and (told.who is Who.PRESS or (told.who is None and step.role is Role.ORIGIN))
    return (
        shared
        and step.actor is None
        and (told.who is Who.PRESS or step.platform is not None)
        and step.platform in (None, post.platform)
    )


def _films(page: Page, post: Post, told: Told) -> bool:
    """Whether a post may be of the passer-by who is told to have filmed or posted something, and not named."""
    crowd = told.step.actor is None and told.who is Who.CROWD and told.step.role is Role.ORIGIN
    shows = bool(post.media_keys) or post.platform in _OWN
    return crowd and shows and told.step.platform in (None, post.platform) and not _passes(page, post)


def _passes(page: Page, post: Post) -> bool:
    """Whether a post's author reads like an account that passes things on: `Film Daily`."""
    names = (post.author, post.handle)
    told = any(m.surface and key_of(m.surface) in map(key_of, names) for m in page.analysis.productions)
    return told or any(name and page.names.passes_on(name) for name in names)


def _shown_by(page: Page, post: Post, pieces: Sequence[Piece]) -> Piece | None:
    """Return the piece that a post shows: one whose origin is not another's, of its kind, spoken of nearest to it."""
    start, end = post.evidence.start, post.evidence.end
    named = {
        k for k, w in page.lexicon.nouns.items() if k in (FootageKind.VIDEO, FootageKind.PHOTO) and w.search(post.text)
    }
    names = {fold(post.author or ""), fold(post.handle or "")}
    near = [
        (
            bool(piece.origins and not piece.origins & names),
            len(named) == 1 and piece.kind not in named,
            start - s.end if s.end <= start else 3 * (s.start - end),
            n,
        )
        for n, piece in enumerate(pieces)
        for s in piece.sightings
        if (piece.kind is FootageKind.VIDEO or post.platform not in _MOVING) and -_REACH <= s.start - end <= _REACH // 3
    ]
    return pieces[min(near)[-1]] if near else None


def _is_reaction(page: Page, post: Post) -> bool:
    """Whether what stands just before a post introduces it as what people say of the news."""
    before = next((s.text for s in reversed(page.stretches) if s.end <= post.evidence.start), "")
    return bool(page.lexicon.reaction.search(before)) and not page.lexicon.nouns[FootageKind.VIDEO].search(before)


def _is_of_another(page: Page, post: Post, piece: Piece) -> bool:
    """Whether a post's author had something of his or her own, not this piece, which others are told to have had."""
    first = [t for t in piece.told if t.step.role is Role.ORIGIN]
    if post.platform in _OWN and piece.origins:
        return True
    author = key_of(post.author)
    person = any(a.who is Who.PERSON and key_of(a.name) == author for row in page.actors for a in row)
    return bool(author) and person and bool(first)


def _step(page: Page, post: Post, index: int, name: str, piece: Piece) -> Step:
    had = any(t.step.role is Role.ORIGIN for t in piece.told)
    people = {key_of(a.name) for row in page.actors for a in row if a.name and a.who is Who.PERSON}
    own = bool(post.author) and name == post.author and any(person.endswith(key_of(name)) for person in people)
    # What a sentence leads up to (`In one clip, a crane swings a lorry:`) is the poster's, if nobody else is named.
    leads = bool(post.media_keys) and _stands_after(page, post, piece) and not _passes(page, post)
    role = Role.ORIGIN if not had and (own or leads or post.platform in _MOVING) else Role.PICKUP
    text = post.evidence.exact
    signature = text.rfind(post.author or post.handle or "")
    start = post.evidence.start + max(0, signature)
    return Step(name, post.platform, role, page.evidence(start, min(post.evidence.end, start + 100)), index)


_STATUS = re.compile(r"(?:twitter|x|xcancel|nitter)\.[a-z]{2,6}/(\w{1,15})/status/\d{5,20}")


def add_links(page: Page, pieces: Sequence[Piece]) -> None:
    """Add who passed a piece on where the page gives no more than the address of the post, as a credit does."""
    text = page.document.text
    for match in _STATUS.finditer(text):
        near = [(abs(s.start - match.start()), n) for n, p in enumerate(pieces) for s in p.sightings]
        known = {key_of(t.step.actor) for p in pieces for t in p.told}
        inside = any(p.evidence.start <= match.start() < p.evidence.end for p in page.document.posts)
        if near and not inside and key_of(match[1]) not in known:
            step = Step(match[1], "twitter", Role.PICKUP, page.evidence(match.start(), match.end()))
            pieces[min(near)[1]].told.append(Told(step, Who.ACCOUNT, Deed.SHARE, None))
