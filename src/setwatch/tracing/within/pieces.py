"""Pieces of footage: all that a document says of one video or photo put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from setwatch.model import FootageKind, Role, fold
from setwatch.tracing.within.captions import captions_in, paparazzi_in
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import Deed, Who
from setwatch.tracing.within.sightings import Sighting, carried_on, sightings_in
from setwatch.tracing.within.trail import Told, told_by

_REACH = 3
"""Stretches after a sighting in which `it` may still mean it."""

_THE = re.compile(r"\b(?:the|that|this)\s$", re.I)


@dataclass
class Piece:
    """One piece of footage while it is being put together."""

    kind: FootageKind
    sightings: list[Sighting] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    carried: list[int] = field(default_factory=list)
    """The stretches that go on about it without naming it."""
    beside: "Piece | None" = None
    """The piece of which it is told to be another: whoever had the one had the other."""

    @property
    def stretches(self) -> list[int]:
        """The stretches that speak of it."""
        return sorted({s.index for s in self.sightings})

    @property
    def origins(self) -> set[str]:
        """The folded names of those who had it first, as told so far."""
        return origins_of(self.told)


def origins_of(told: Sequence[Told]) -> set[str]:
    """Return the folded names of the origins among steps."""
    return {fold(t.step.actor) for t in told if t.step.actor and t.step.role is Role.ORIGIN}


def pieces_in(page: Page) -> list[Piece]:
    """Return the pieces of footage that the text of a page speaks of, in the order of the text."""
    found = sightings_in(page)
    nouns = {s.kind for s in found if s.body and s.weight == 2}
    # Headlines and captions count only where they tell something that the running text does not speak of.
    kept = [s for s in found if s.body or (s.kind not in nouns and (s.events or s.index == 0))]
    pieces: list[Piece] = []
    for sighting in sorted(kept, key=lambda s: -s.weight):
        _place(page, sighting, pieces)
    for caption in captions_in(page):
        _place_caption(page, caption, pieces)
    _place_agency(page, pieces)
    pieces.sort(key=lambda p: min(s.start for s in p.sightings))
    _carry_on(page, pieces)
    return pieces


def share_trails(pieces: Sequence[Piece]) -> None:
    """Give pieces that are told of as another of several, and of which nothing is told, the steps of the one."""
    for piece in pieces:
        if piece.beside is not None and not any(t.step.actor for t in piece.told):
            piece.told += [replace(t, step=replace(t.step, post=None)) for t in piece.beside.told]


def _place_caption(page: Page, caption: Sighting, pieces: list[Piece]) -> None:
    """Add a picture that a caption credits: to a photo of which nobody is told to have had it first, else by itself."""
    told = [one for event in caption.events for one in told_by(page, event, caption.index)]
    origins = origins_of(told)
    photos = [p for p in pieces if p.kind is FootageKind.PHOTO]
    piece = next((p for p in photos if not p.origins or p.origins & origins), None)
    if piece is None:
        if not caption.weight:
            return  # a credit alone, beside nothing that tells of pictures, may be of an archive's
        piece = Piece(caption.kind)
        pieces.append(piece)
    piece.sightings.append(caption)
    piece.told += told


def _place_agency(page: Page, pieces: Sequence[Piece]) -> None:
    """Give the pictures of which nobody is told to have had them first to the agency that a line of credit names."""
    photos = [p for p in pieces if p.kind is FootageKind.PHOTO]
    event = next(paparazzi_in(page), None)
    if event is not None and len(photos) == 1 and not photos[0].origins:
        photos[0].told += told_by(page, event, photos[0].sightings[0].index)


def _place(page: Page, sighting: Sighting, pieces: list[Piece]) -> None:
    """Add a sighting to the piece that it speaks of, a new one where it speaks of none."""
    told = [one for event in sighting.events for one in told_by(page, event, sighting.index)]
    if sighting.weight == 2:
        piece = _same(page, sighting, told, pieces)
    else:
        piece = None if sighting.other else _nearest(sighting, pieces, origins_of(told))
    if piece is None:
        if _only_refers(page, sighting, told):
            return
        piece = Piece(sighting.kind)
        alike = [p for p in pieces if p.kind is sighting.kind]
        if sighting.part and alike and not told:
            piece.told += [t for t in alike[-1].told if t.step.role is Role.ORIGIN and t.step.actor]
            piece.beside = alike[-1]
        pieces.append(piece)
    piece.sightings.append(sighting)
    piece.told += told


def _nearest(sighting: Sighting, pieces: Sequence[Piece], origins: set[str]) -> Piece | None:
    """Return the piece of which the text speaks nearest to a verb or to a noun that may mean video or photo."""
    if sighting.weight == 1 and sighting.kind is FootageKind.PHOTO and origins:
        pieces = [p for p in pieces if p.kind is sighting.kind or not p.origins or origins & p.origins]
        pieces = [p for p in pieces if p.kind is sighting.kind] or [p for p in pieces if p.origins]
    if sighting.weight == 1 and sighting.earlier:
        pieces = [p for p in pieces if p.kind is sighting.kind and any(s.earlier for s in p.sightings)]
    return min(
        pieces,
        key=lambda p: (
            p.kind is not sighting.kind,
            min(abs(s.index - sighting.index) for s in p.sightings),
            p.sightings[0].start,
        ),
        default=None,
    )


def _only_refers(page: Page, sighting: Sighting, told: Sequence[Told]) -> bool:
    """Whether a noun with a bare `the` speaks of something not told of before, so of no footage (`the big picture`)."""
    before = page.document.text[max(0, sighting.start - 6) : sighting.start]
    if sighting.kind is FootageKind.TRAILER:
        return False
    words = page.stretches[sighting.index].text
    if page.lexicon.point.search(words) and page.lexicon.shows.search(words) and _BELOW.search(words):
        return False
    tells = any(t.step.actor or t.step.platform or t.deed is Deed.TAKE for t in told)
    after = sighting.index + 1
    if _AND_THEN.search(page.document.text, max(0, sighting.start - 20), sighting.start) and after < len(
        page.stretches
    ):
        tells = tells or bool(carried_on(page, after, bare=False))  # `And then the video. Somebody put it on TikTok`
    return not sighting.other and bool(_THE.search(before)) and not tells


_AND_THEN = re.compile(r"\b(?:and|then|now)\s(?:then\s)?(?:to\s)?the\s(?:\w+\s)?$", re.I)

_BELOW = re.compile(
    r"\b(?:below|above|unten|oben|ci-dessous|ci-dessus|qui sotto|aquí|abajo|abaixo|poniżej|hieronder)\b", re.I
)
"""What the page itself shows: `the image, which you can see below`."""

_A = re.compile(r"\b(?:an?|una?|uno|une?|eine?n?|ett?|egy|um|uma|een)\s(?:[\w-]+\s){0,3}$", re.I)


def _is_new(page: Page, sighting: Sighting) -> bool:
    """Whether a noun stands with an indefinite article, as what was not told of before."""
    return bool(_A.search(page.document.text[max(0, sighting.start - 40) : sighting.start]))


_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|his|her|their|its|le|la|les|il|lo|i|gli|der|die|das|el|los|las|de|het|den|det|a|az|o|os|as"
    r"|ces|queste|quel\w*|diese\w?|es[eo]s|estas?)\s(?:[\w-]+\s){0,2}$",
    re.I,
)


_NUMBERED = re.compile(r"\b(?:the|its|their)\s(?:[\w-]+\s){0,3}$", re.I)


def _is_that_trailer(page: Page, sighting: Sighting, last: Piece) -> bool:
    """Whether a second trailer is the new one just spoken of: `A new trailer is here! We watch the second trailer`."""
    if sighting.kind is not FootageKind.TRAILER or len(last.sightings) > 1 or sighting.index - last.stretches[-1] > 1:
        return False
    text, before = page.document.text, last.sightings[0]
    numbered = _NUMBERED.search(text[max(0, sighting.start - 40) : sighting.start])
    return bool(numbered) and page.lexicon.new.search(page.stretches[before.index].text) is not None


_SAME_TIME = re.compile(r"\b(?:day|week|weekend|month|year|time|evening|morning)\s$", re.I)
"""`in the same month pictures came up`: the article is not the noun's."""


def _is_definite(page: Page, sighting: Sighting) -> bool:
    """Whether a noun stands with words that refer back: `the clip`, `these photos`."""
    before = page.document.text[max(0, sighting.start - 40) : sighting.start]
    return bool(_DEFINITE.search(before)) and not _SAME_TIME.search(before)


def _same(page: Page, sighting: Sighting, told: Sequence[Told], pieces: Sequence[Piece]) -> Piece | None:
    """Return the piece that a noun speaks of, None where it is another one."""
    alike = [piece for piece in pieces if piece.kind is sighting.kind]
    if not alike:
        return None
    last = alike[-1]
    if any(s.index == sighting.index for s in last.sightings):
        return last if not sighting.other else None
    if sighting.other and _is_that_trailer(page, sighting, last):
        return last
    if sighting.other or (sighting.earlier and not any(s.earlier for s in last.sightings)):
        return None
    origins = origins_of(told)
    if origins and _is_new(page, sighting) and not last.origins:
        return None
    going_round = any(t.deed is Deed.CIRCULATE and t.step.actor is None for t in told)
    if going_round and last.origins and not _is_definite(page, sighting):
        return None
    passed = _is_definite(page, sighting)
    return next(
        (
            p
            for p in reversed(alike)
            if not origins or not p.origins or origins & p.origins or (passed and _may_be(p, told, origins))
        ),
        None,
    )


def _carry_on(page: Page, pieces: Sequence[Piece]) -> None:
    """Add what sentences without a noun tell of a piece that was just spoken of."""
    spoken = {s.index for piece in pieces for s in piece.sightings}
    for index in range(len(page.stretches)):
        for event in carried_on(page, index, bare=index in spoken):
            told = told_by(page, event, index)
            piece = _spoken_of(index, told, pieces, event.at if event.back else None)
            told = [t for t in told if t.step.actor or t.step.role is not Role.ORIGIN or (piece and _adds(t, piece))]
            if piece is not None:
                piece.told += told
                piece.carried.append(index)


def _spoken_of(index: int, told: Sequence[Told], pieces: Sequence[Piece], at: int | None) -> Piece | None:
    """Return the piece last spoken of before a stretch that may have these steps: no two have one origin each.

    `at`: where a verb has a pronoun right behind it, which may mean what the same stretch spoke of before.
    """
    for piece in pieces:
        if at is not None and any(s.index == index and s.end < at for s in piece.sightings):
            return piece
    origins = origins_of([t for t in told if t.deed is not Deed.CIRCULATE])
    before = [
        (max(i for i in (*p.stretches, *p.carried) if i < index), n, p)
        for n, p in enumerate(pieces)
        if p.stretches and p.stretches[0] < index and _may_be(p, told, origins)
    ]
    near = [item for item in before if index - item[0] <= _REACH]
    return max(near, key=lambda item: item[:2])[2] if near else None


def _may_be(piece: Piece, told: Sequence[Told], origins: set[str]) -> bool:
    """Whether a piece may have steps: no two have one origin each, unless it is told who had it first."""
    if not origins or not piece.origins or origins & piece.origins:
        return True
    return any(t.first for t in piece.told) and not any(t.first or t.deed is Deed.OWN for t in told)


def _adds(one: Told, piece: Piece) -> bool:
    """Whether an unnamed origin tells where footage first was, or where it went on to."""
    if one.step.platform is None:
        return False
    here = one.first or (one.who is Who.CROWD and one.deed in (Deed.SHARE, Deed.TAKE))
    return (here and not piece.origins) or _went_on(one, piece.told)


def _went_on(one: Told, told: Sequence[Told]) -> bool:
    """Whether footage that was first shared elsewhere is told to have gone on to a platform."""
    return one.deed is Deed.CIRCULATE and one.step.platform is not None and _goes_on(one, told)


def _goes_on(one: Told, told: Sequence[Told]) -> bool:
    """Whether footage is told to have gone on to a platform from another, where it was first shared."""
    first = [
        t.step.platform
        for t in told
        if t.step.role is Role.ORIGIN
        and t is not one
        and (t.deed is not Deed.CIRCULATE or (t.step.platform and t.step.evidence.start < one.step.evidence.start))
    ]
    known = [platform for platform in first if platform]
    return bool(known) and all(platform != one.step.platform for platform in known)


def roles(told: Sequence[Told]) -> list[Told]:
    """Return steps with the roles that they have beside each other.

    Who shows what a passer-by took, or what comes from another's account, did not make it.
    """

    taken = any(t.deed in (Deed.TAKE, Deed.OWN) and t.who is Who.CROWD for t in told)
    owned = {fold(t.step.actor): t.index for t in told if t.deed is Deed.OWN and t.step.actor}
    made = {
        fold(t.step.actor)
        for t in told
        if t.deed in (Deed.OWN, Deed.TAKE, Deed.FILM) and t.step.actor and t.step.role is Role.ORIGIN
    }
    first = {fold(t.step.actor or "") for t in told if t.first and t.step.role is Role.ORIGIN}
    there = [t.step.platform for t in told if t.first and t.step.role is Role.ORIGIN]
    shared = {(t.index, fold(t.step.actor or "")) for t in told if t.deed is Deed.SHARE}
    shown = {(t.index, fold(t.step.actor or "")) for t in told if t.deed is Deed.PICKUP}
    round_ = any(t.deed is Deed.CIRCULATE and t.step.actor is None for t in told)
    result = []
    for one in told:
        role, name = one.step.role, fold(one.step.actor or "")
        elsewhere = not name and "" in first and one.step.platform not in (None, *there)
        if (
            role is Role.ORIGIN
            and first
            and (name not in first or elsewhere)
            and one.deed in (Deed.SHARE, Deed.CIRCULATE)
        ):
            # What one is told to have shown first, others passed on.
            after = Role.PICKUP if one.deed is Deed.SHARE and name else Role.REPOST
            role = after if name or one.step.platform else role
        elif role is Role.ORIGIN and one.deed is Deed.TAKE and (one.index, name) in shown:
            role = Role.PICKUP  # who passes it off as something took nothing
        elif role is Role.ORIGIN and one.passes and round_ and (one.index, name) in shared:
            role = Role.PICKUP  # what goes round already was not made by the page that shows it
        if role is not Role.REPOST and one.deed is Deed.SHARE and name:
            if owned and name not in owned and one.index in owned.values():
                role = Role.REPOST
            elif (
                role is Role.ORIGIN
                and one.who in (Who.ACCOUNT, None)
                and ((taken and one.who) or (made and name not in made))
            ):
                role = Role.PICKUP
        if one.deed is Deed.CIRCULATE and one.step.platform and (taken or _goes_on(one, told)):
            role = Role.REPOST
        result.append(replace(one, step=replace(one.step, role=role)))
    return result
