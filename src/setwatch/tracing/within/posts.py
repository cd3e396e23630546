"""Posts that a document shows: which of them carry a piece of footage, and who had it by that."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from setwatch.model import FootageKind, Post, Role, Step, fold
from setwatch.tracing.within.page import Page, Who

if TYPE_CHECKING:
    from setwatch.tracing.within.pieces import Piece

_REACH = 900
"""Characters between what is said of footage and the post that shows it."""

_PICTORIAL = {"instagram", "tiktok", "youtube", "vimeo", "snapchat"}
"""Platforms on which every post is a picture or a video."""

_OWN = {"tiktok", "youtube", "vimeo", "instagram"}
"""Platforms on which a post is mostly the poster's own footage."""


def steps_of_posts(page: Page, pieces: Sequence["Piece"]) -> None:
    """Add the steps that embedded posts are, each to the piece that it shows."""
    for index, post in enumerate(page.document.posts):
        actor = post.author or post.handle
        if actor is None:
            continue
        known = _known(post, pieces)
        if known is not None:
            piece, at = known
            old = piece.steps[at]
            piece.steps[at] = Step(old.actor, old.platform or post.platform, old.role, old.evidence, index)
        elif post.media_keys or post.platform in _PICTORIAL:
            shown = _shown_by(post, pieces, page)
            if shown is not None:
                shown.steps.append(_step(page, post, index, shown))


def _known(post: Post, pieces: Sequence["Piece"]) -> tuple["Piece", int] | None:
    """Return the step that the text tells already of a post's author."""
    names = {fold(name).replace(" ", "") for name in (post.author, post.handle) if name}
    for piece in pieces:
        for at, step in enumerate(piece.steps):
            if step.actor and step.post is None and fold(step.actor).replace(" ", "") in names:
                return piece, at
    return None


def _shown_by(post: Post, pieces: Sequence["Piece"], page: Page) -> "Piece | None":
    """Return the piece that was last spoken of before a post, else the first one just after it."""
    start, end = post.evidence.start, post.evidence.end
    kinds = {FootageKind.VIDEO} if post.platform in ("tiktok", "youtube", "vimeo") else set(FootageKind)
    near = [
        (start - s.end, n, piece)
        for n, piece in enumerate(pieces)
        for s in piece.sightings
        if piece.kind in kinds and s.end <= start and start - s.end <= _REACH
    ]
    near = near or [
        (s.start - end, n, piece)
        for n, piece in enumerate(pieces)
        for s in piece.sightings
        if piece.kind in kinds and 0 <= s.start - end <= _REACH // 3
    ]
    del page
    return min(near, key=lambda item: item[:2])[2] if near else None


def _step(page: Page, post: Post, index: int, piece: "Piece") -> Step:
    name = post.author or post.handle
    had = any(step.role is Role.ORIGIN for step in piece.steps)
    named = {fold(a.name) for actors in page.actors for a in actors if a.name and a.who is Who.PERSON}
    official = fold(post.author or "") in named
    role = Role.ORIGIN if not had and (official or post.platform in _OWN) else Role.PICKUP
    signature = post.evidence.exact.rfind(post.handle or post.author or "")
    start = post.evidence.start + max(0, signature - 40) if signature >= 0 else post.evidence.start
    return Step(name, post.platform, role, page.evidence(start, min(post.evidence.end, start + 160)), index)
