"""When a shoot is at a place: was, is, will be.

A shoot that goes on is told in the past tense too (`were seen filming in`). So that tense counts as past where the text
says that the shoot is over, or that it goes on at another place now.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from setwatch.claims.cues import longest
from setwatch.claims.near import distance, nearest, same_clause
from setwatch.claims.release_date import releases
from setwatch.claims.release_when import Stand
from setwatch.claims.scene import Scene
from setwatch.claims.until import is_end
from setwatch.model import Claim, Mention, Sentence, Span, When, days_of

_REACH, _DATE_REACH = 110.0, 50.0
"""How far a word of time and a date reach to a place, in the measure of `near`; set by hand."""
_CLAUSE_REACH = 110
"""Characters behind a date in which its clause may name the place."""
_HANDICAPS = {"past": 0.0, "gone": -30.0, "told": 0.0, "current": 8.0, "planned": 0.0}
_SINCE = re.compile(r"(?i)\b(?:since|seit|depuis|desde|dal?|sinds|sedan|siden|с|óta|od)\s(?:\w+\s){0,2}$")
_LONG_AGO = timedelta(days=45)


_A_MONTH, _SOON = timedelta(days=31), timedelta(days=75)
"""A film that comes out so soon is not shot any more."""


class Tense(StrEnum):
    """How a sentence tells of a place: a `When`, or in the past tense only, or without any word of time."""

    PAST = "past"
    CURRENT = "current"
    PLANNED = "planned"
    TOLD = "told"
    UNSAID = "unsaid"


_Place = tuple[str, str]
"""A production and a place."""
_SAID = frozenset({Tense.PAST, Tense.PLANNED})
_BARE = frozenset(
    {"is", "are", "still", "now", "ist", "sind", "est", "sont", "es", "está", "están", "è", "sono", "ora"}
)


def tense_of(scene: Scene, sentence: Sentence, place: Mention) -> Tense:
    """Return the tense of a place: a date beside it decides, else the nearest word of time."""
    cues = longest([cue for cue in scene.cues("filming_when", sentence) if cue.kind in _HANDICAPS])
    cue, far = nearest(scene.plain, cues, place.span, _HANDICAPS)
    planned = cue is not None and cue.kind == "planned" and far <= _DATE_REACH
    if not planned and (dated := _tense_by_date(scene, sentence, place)):
        return dated
    if cue is None or far > _REACH:
        return Tense.UNSAID
    return Tense.PAST if cue.kind == "gone" else Tense(cue.kind)


def _beside(scene: Scene, date: Span, place: Span) -> bool:
    """Whether a date is one of the place: near it, or at the head of its clause."""
    text = scene.plain
    if distance(text, date, place) <= _DATE_REACH:
        return True
    return date.end <= place.start <= date.end + _CLAUSE_REACH and same_clause(text, date, place)


class _Told(NamedTuple):
    """What a text tells of its shoots: whether they are over or go on, and in which tenses of each place."""

    over: bool
    goes_on: bool
    places: dict[_Place, set[Tense]]
    now: frozenset[_Place]


def settle_when(scene: Scene, found: Sequence[tuple[Claim, Tense]]) -> tuple[Claim, ...]:
    """Return the claims with their `when`."""
    if not found:
        return ()
    places: dict[_Place, set[Tense]] = defaultdict(set)
    for claim, tense in found:
        places[claim.production, claim.value].add(tense)
    now = frozenset(place for place, tenses in places.items() if Tense.CURRENT in tenses)
    told = _Told(_is_over(scene, bool(now)), _goes_on(scene), places, now)
    return tuple(replace(claim, when=_when(claim, tense, told)) for claim, tense in found)


def _when(claim: Claim, tense: Tense, told: _Told) -> When:
    """Return when the shoot is at a place: as its words say, else as others of the text say of the same place."""
    place = claim.production, claim.value
    if tense in _SAID:
        return When(tense)
    if told.over:
        return When.PAST
    if tense is not Tense.CURRENT and place not in told.now and len(said := told.places[place] & _SAID) == 1:
        return When(next(iter(said)))
    if tense is Tense.TOLD and not told.now and not told.goes_on:
        return When.PAST
    elsewhere = any(other[0] == place[0] and other[1] != place[1] for other in told.now)
    return When.PAST if tense is Tense.TOLD and elsewhere and place not in told.now else When.CURRENT


def _tense_by_date(scene: Scene, sentence: Sentence, place: Mention) -> Tense | None:
    """Return past or planned where a date beside the place is well before or after the document's own."""
    published = days_of(scene.document.published or "")
    for date in scene.dates_in(sentence.span):
        days = days_of(date.edtf)
        before = scene.document.text[sentence.span.start : date.span.start]
        if not published or not days or _SINCE.search(before):
            continue
        if not _beside(scene, date.span, place.span):
            continue
        if published.first - days.last > _LONG_AGO:
            return Tense.PAST
        if days.first > published.last:
            return Tense.CURRENT if is_end(scene.document.text, date.span.start) else Tense.PLANNED
    return None


def _is_over(scene: Scene, goes_on: bool) -> bool:
    """Whether the text says that the shoot has ended, or the film comes out by then or soon, and no shoot goes on."""
    for sentence in scene.analysis.sentences:
        for cue in scene.cues_in(scene.lang, "filming_when", sentence):
            if cue.kind == "over":
                return True
    published = days_of(scene.document.published or "")
    if published is None:
        return False
    main = scene.named(scene.analysis.main_production)
    out = [
        days.last
        for release in releases(scene)
        if release.stand is Stand.CURRENT and release.production == main
        if (days := days_of(release.date.edtf)) is not None and days.last - days.first <= _A_MONTH
    ]
    return any(day < published.first or (not goes_on and day - published.first <= _SOON) for day in out)


def _goes_on(scene: Scene) -> bool:
    """Whether any words of the text are of a time at which a shoot goes on, or stands still."""
    return any(
        cue.kind == "current" and cue.words not in _BARE
        for sentence in scene.analysis.sentences
        for cue in scene.cues("filming_when", sentence)
    ) or any(
        cue.kind in {"filming", "on_set", "sign", "begin", "pause", "stopped", "resume"}
        for sentence in scene.analysis.sentences
        for cue in scene.cues("production_status", sentence)
    )
