"""From a piece of footage to its mention: its words, its trail, what it shows, how new it is called."""

from collections.abc import Sequence
from dataclasses import replace

from setwatch.model import Evidence, FootageKind, FootageMention, Role, Step, fold
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import Deed
from setwatch.tracing.within.pieces import Piece, pieces_in, roles, share_trails
from setwatch.tracing.within.posts import add_links, add_posts
from setwatch.tracing.within.shown import depicts
from setwatch.tracing.within.sightings import Sighting
from setwatch.tracing.within.trail import Told
from setwatch.tracing.within.when import dated

_LONGEST_QUOTE = 200


def mentions_in(page: Page) -> tuple[FootageMention, ...]:
    """Return the pieces of footage that a document talks about, each once, in the order of the text."""
    pieces = pieces_in(page)
    add_posts(page, pieces)
    add_links(page, pieces)
    share_trails(pieces)
    return tuple(_mention(page, piece) for piece in pieces)


def _mention(page: Page, piece: Piece) -> FootageMention:
    first = max(piece.sightings, key=lambda s: (s.weight, s.body, -s.start))
    trail = _merged(page, [t for t in roles(piece.told) if not _idle(piece, t)])
    old = _cue(page, sorted({*piece.stretches, *piece.carried}), "old")
    new = None if old else (_cue(page, piece.stretches, "new") or _cue(page, range(len(page.stretches)), "running"))
    return FootageMention(
        kind=piece.kind,
        evidence=_quote(page, first),
        trail=trail,
        depicts=depicts(page, piece.sightings, trail),
        production=page.analysis.main_production,
        presented_as_new=new,
        presented_as_old=old,
        dated=dated(page, piece.kind, piece.sightings),
    )


def _idle(piece: Piece, told: Told) -> bool:
    """Whether a step says no more than that a trailer is popular, or that some outlet shows it."""
    step = told.step
    named = (t.step for t in piece.told if t.step.actor and t.step.role is not Role.ORIGIN)
    goes_on = told.deed is Deed.CIRCULATE and step.role is Role.REPOST and not step.actor
    if goes_on and any(other.platform == step.platform for other in named):
        return True  # it goes round where somebody named has brought it
    popular = piece.kind is FootageKind.TRAILER and told.deed is Deed.CIRCULATE and not step.platform
    return popular or (step.role is Role.PICKUP and step.actor is None and told.deed is Deed.SHARE)


def _cue(page: Page, stretches: Sequence[int], which: str) -> Evidence | None:
    words = getattr(page.lexicon, which)
    for index in stretches:
        stretch = page.stretches[index]
        match = words.search(stretch.text)
        if match:
            return page.evidence(stretch.start + match.start(), stretch.start + match.end())
    return None


def _quote(page: Page, sighting: Sighting) -> Evidence:
    """Return the sentence that speaks of a piece where it is short, else what stands between its commas."""
    stretch = page.stretches[sighting.index]
    if stretch.end - stretch.start <= _LONGEST_QUOTE:
        return page.evidence(stretch.start, stretch.end)
    text = page.document.text
    start = max((text.rfind(sign, stretch.start, sighting.start) + 1 for sign in ",;:—("), default=stretch.start)
    ends = [at for sign in ",;:—)" if (at := text.find(sign, sighting.end, stretch.end)) >= 0]
    start = max(start, stretch.start, sighting.start - _LONGEST_QUOTE // 2)
    end = min([*ends, stretch.end, sighting.end + _LONGEST_QUOTE // 2])
    return page.evidence(start, end)


def _merged(page: Page, told: Sequence[Told]) -> tuple[Step, ...]:
    """Return a trail in which each actor stands once, and an unnamed origin only where nobody is named for it."""
    found: list[Step] = []
    for one in told:
        if one.step.actor and page.is_own(one.step.actor):
            continue
        at = next((i for i, known in enumerate(found) if _one(known, one.step)), None)
        if at is None:
            found.append(one.step)
        else:
            found[at] = _fuller(found[at], one.step)
    named = any(step.actor and step.role is Role.ORIGIN for step in found)
    found = _with_platform(found)
    kept = [s for s in found if s.actor or s.role is not Role.ORIGIN or not named]
    return tuple(sorted(kept, key=lambda s: (s.role is not Role.ORIGIN, s.role is Role.REPOST)))


def _with_platform(found: list[Step]) -> list[Step]:
    """Give a named origin the platform on which the text says that the footage first came up, if it has none."""
    at = next((s.platform for s in found if s.actor is None and s.role is Role.ORIGIN and s.platform), None)
    bare = [s for s in found if s.actor and s.role is Role.ORIGIN]
    if at is None or len(bare) != 1 or bare[0].platform:
        return found
    return [replace(s, platform=at) if s is bare[0] else s for s in found]


def _one(a: Step, b: Step) -> bool:
    agree = not a.platform or not b.platform or a.platform == b.platform
    if a.actor is None or b.actor is None:
        return a.actor is b.actor and a.role is b.role and agree
    left, right = f" {fold(a.actor)} ", f" {fold(b.actor)} "
    return (left in right or right in left) and (agree or a.role is b.role)


def _fuller(a: Step, b: Step) -> Step:
    name = max(filter(None, (a.actor, b.actor)), key=len, default=None)
    return Step(name, a.platform or b.platform, a.role, a.evidence, a.post if a.post is not None else b.post)
