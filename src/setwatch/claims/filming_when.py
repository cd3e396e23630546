"""When a shoot is at a place: was, is, will be.

A shoot that goes on is told in the past tense too (`were seen filming in`). So that tense counts as past where the text
says that the shoot is over, or that it goes on at another place now.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from setwatch.claims.near import distance, nearest
from setwatch.claims.release_date import releases
from setwatch.claims.release_when import Stand
from setwatch.claims.scene import Scene
from setwatch.claims.until import is_end
from setwatch.model import Claim, Mention, Sentence, When, days_of

_REACH, _DATE_REACH = 110.0, 50.0
"""How far a word of time and a date reach to a place, in the measure of `near`; set by hand."""
_HANDICAPS = {"past": 0.0, "gone": -30.0, "told": 0.0, "current": 8.0, "planned": 0.0}
_SINCE = re.compile(r"(?i)\b(?:since|seit|depuis|desde|dal?|sinds|sedan|siden|с|óta|od)\s(?:\w+\s){0,2}$")
_LONG_AGO = timedelta(days=45)


class Tense(StrEnum):
    """How a sentence tells of a place: a `When`, or in the past tense only, or without any word of time."""

    PAST = "past"
    CURRENT = "current"
    PLANNED = "planned"
    TOLD = "told"
    UNSAID = "unsaid"


def tense_of(scene: Scene, sentence: Sentence, place: Mention) -> Tense:
    """Return the tense of a place: a date beside it decides, else the nearest word of time."""
    cues = [cue for cue in scene.cues("filming_when", sentence) if cue.kind in _HANDICAPS]
    cue, far = nearest(scene.plain, cues, place.span, _HANDICAPS)
    planned = cue is not None and cue.kind == "planned" and far <= _DATE_REACH
    if not planned and (dated := _tense_by_date(scene, sentence, place)):
        return dated
    if cue is None or far > _REACH:
        return Tense.UNSAID
    return Tense.PAST if cue.kind == "gone" else Tense(cue.kind)


def settle_when(scene: Scene, found: Sequence[tuple[Claim, Tense]]) -> tuple[Claim, ...]:
    """Return the claims with their `when`."""
    if not found:
        return ()
    over = _is_over(scene)
    now = {(claim.production, claim.value) for claim, tense in found if tense is Tense.CURRENT}
    return tuple(replace(claim, when=_when(claim, tense, over, now)) for claim, tense in found)


def _when(claim: Claim, tense: Tense, over: bool, now: set[tuple[str, str]]) -> When:
    if tense in {Tense.PAST, Tense.PLANNED}:
        return When(tense)
    elsewhere = any(name == claim.production and place != claim.value for name, place in now)
    moved_on = tense is Tense.TOLD and elsewhere and (claim.production, claim.value) not in now
    return When.PAST if over or moved_on else When.CURRENT


def _tense_by_date(scene: Scene, sentence: Sentence, place: Mention) -> Tense | None:
    """Return past or planned where a date beside the place is well before or after the document's own."""
    published = days_of(scene.document.published or "")
    for date in scene.dates_in(sentence.span):
        days = days_of(date.edtf)
        before = scene.document.text[sentence.span.start : date.span.start]
        if not published or not days or _SINCE.search(before):
            continue
        if distance(scene.plain, date.span, place.span) > _DATE_REACH:
            continue
        if published.first - days.last > _LONG_AGO:
            return Tense.PAST
        if days.first > published.last:
            return Tense.CURRENT if is_end(scene.document.text, date.span.start) else Tense.PLANNED
    return None


def _is_over(scene: Scene) -> bool:
    """Whether the text says that the shoot has ended, or tells of a release before its own date."""
    for sentence in scene.analysis.sentences:
        for cue in scene.cues_in(scene.lang, "filming_when", sentence):
            if cue.kind == "over":
                return True
    published = days_of(scene.document.published or "")
    main = scene.named(scene.analysis.main_production)
    return any(
        published is not None and days is not None and days.last < published.first
        for release in releases(scene)
        if release.stand is Stand.CURRENT and release.production == main
        for days in [days_of(release.date.edtf)]
    )
