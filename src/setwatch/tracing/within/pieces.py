"""Pieces of footage: all that a document says of one video or photo put together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from setwatch.model import Evidence, FootageKind, FootageMention, Role, Step, fold
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.posts import steps_of_posts
from setwatch.tracing.within.shown import depicts
from setwatch.tracing.within.sightings import Sighting, carried_on, sightings_in
from setwatch.tracing.within.trail import steps_of

_REACH = 3
"""Stretches after a sighting in which `it` may still mean it."""

_LONGEST_QUOTE = 200


@dataclass
class Piece:
    """One piece of footage while it is being put together."""

    kind: FootageKind
    sightings: list[Sighting] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def stretches(self) -> list[int]:
        """The stretches that speak of it."""
        return sorted({s.index for s in self.sightings})


def mentions_in(page: Page) -> tuple[FootageMention, ...]:
    """Return the pieces of footage that a document talks about, in the order of the text."""
    pieces = _grouped(page, _body_first(sightings_in(page)))
    _carry_on(page, pieces)
    steps_of_posts(page, pieces)
    return tuple(_mention(page, piece) for piece in pieces)


def _body_first(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Leave out headlines and captions on a kind of footage of which the running text speaks too."""
    told = {s.kind for s in sightings if s.body}
    return [s for s in sightings if s.body or s.kind not in told]


def _grouped(page: Page, sightings: Sequence[Sighting]) -> list[Piece]:
    pieces: list[Piece] = []
    for sighting in sightings:
        steps = [step for event in sighting.events for step in steps_of(page, event)]
        piece = _same(sighting, steps, pieces)
        if piece is None:
            piece = Piece(sighting.kind)
            pieces.append(piece)
        piece.sightings.append(sighting)
        piece.steps += steps
    return pieces


def _same(sighting: Sighting, steps: Sequence[Step], pieces: Sequence[Piece]) -> Piece | None:
    """Return the piece that a sighting speaks of, None where it is another one."""
    alike = [piece for piece in pieces if piece.kind is sighting.kind]
    if not alike:
        return None
    last = alike[-1]
    if any(s.index == sighting.index for s in last.sightings):
        return last if not sighting.other else None
    if sighting.other or (sighting.earlier and not any(s.earlier for s in last.sightings)):
        return None
    origins = {fold(s.actor) for s in steps if s.actor and s.role is Role.ORIGIN}
    for piece in reversed(alike):
        known = {fold(s.actor) for s in piece.steps if s.actor and s.role is Role.ORIGIN}
        if not origins or not known or origins & known:
            return piece
    return None


def _carry_on(page: Page, pieces: Sequence[Piece]) -> None:
    """Add what sentences without a noun tell of the piece that was last spoken of."""
    spoken = {s.index for piece in pieces for s in piece.sightings}
    for index in range(len(page.stretches)):
        if index in spoken:
            continue
        before = [(max(i for i in p.stretches if i < index), n, p) for n, p in enumerate(pieces) if p.stretches[0] < index]
        if not before:
            continue
        at, _, piece = max(before, key=lambda item: item[:2])
        if index - at <= _REACH:
            for event in carried_on(page, index):
                piece.steps += [step for step in steps_of(page, event) if step.actor or step.role is Role.REPOST]


def _mention(page: Page, piece: Piece) -> FootageMention:
    first = piece.sightings[0]
    around = piece.stretches
    old = _cue(page, around, "old")
    new = None if old else (_cue(page, around, "new") or _running(page))
    return FootageMention(
        kind=piece.kind,
        evidence=_quote(page, first),
        trail=merged(page, piece.steps),
        depicts=depicts(page, piece.sightings, piece.steps),
        production=page.analysis.main_production,
        presented_as_new=new,
        presented_as_old=old,
    )


def _cue(page: Page, stretches: Sequence[int], which: str) -> Evidence | None:
    words = getattr(page.lexicon, which)
    for index in stretches:
        stretch = page.stretches[index]
        match = words.search(stretch.text)
        if match:
            return page.evidence(stretch.start + match.start(), stretch.start + match.end())
    return None


def _running(page: Page) -> Evidence | None:
    return _cue(page, range(len(page.stretches)), "running")


def _quote(page: Page, sighting: Sighting) -> Evidence:
    """Return the clause around a noun: the sentence where it is short, else what stands between its commas."""
    stretch = page.stretches[sighting.index]
    if stretch.end - stretch.start <= _LONGEST_QUOTE:
        return page.evidence(stretch.start, stretch.end)
    text = page.document.text
    start = max((text.rfind(sign, stretch.start, sighting.start) + 1 for sign in ",;:—("), default=stretch.start)
    ends = [at for sign in ",;:—)" if (at := text.find(sign, sighting.end, stretch.end)) >= 0]
    start = max(start, stretch.start, sighting.start - _LONGEST_QUOTE // 2)
    end = min([*ends, stretch.end, sighting.end + _LONGEST_QUOTE // 2])
    return page.evidence(start, end)


def merged(page: Page, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return a trail in which each actor stands once, and an unnamed one only where nobody is named for it."""
    found: list[Step] = []
    for step in steps:
        if step.actor and page.is_own(step.actor):
            continue
        at = next((i for i, known in enumerate(found) if _one(known, step)), None)
        if at is None:
            found.append(step)
        else:
            found[at] = _fuller(found[at], step)
    named = any(step.actor and step.role is Role.ORIGIN for step in found)
    kept = [s for s in found if s.actor or s.role is not Role.ORIGIN or not (named and not s.platform)]
    return tuple(sorted(kept, key=lambda s: (s.role is not Role.ORIGIN, s.role is Role.REPOST)))


def _one(a: Step, b: Step) -> bool:
    if a.actor is None or b.actor is None:
        return a.actor is b.actor and a.role is b.role and (not a.platform or not b.platform or a.platform == b.platform)
    left, right = fold(a.actor), fold(b.actor)
    alike = left == right or f" {left} ".find(f" {right} ") >= 0 or f" {right} ".find(f" {left} ") >= 0
    return alike and not (a.role is not b.role and a.platform and b.platform and a.platform != b.platform)


def _fuller(a: Step, b: Step) -> Step:
    name = max(filter(None, (a.actor, b.actor)), key=len, default=None)
    post = a.post if a.post is not None else b.post
    return Step(name, a.platform or b.platform, a.role, a.evidence, post)
