"""Filming locations: where a production was, is or will be shot.

Read: places beside words of the shoot, or where its people were seen while the text tells of a shoot. Left alone:
settings of the story, premieres and cinemas, birthplaces and homes, markets of a release, a country that only says
where a town lies.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from setwatch.claims.cues import Cue, Lexicon, lists, longest
from setwatch.claims.near import distance, nearest
from setwatch.claims.place_names import listed, only_locates, places_in
from setwatch.claims.release_date import releases, settle
from setwatch.claims.release_when import Stand
from setwatch.claims.scene import Scene
from setwatch.claims.surely import sureness
from setwatch.claims.voice import attribution
from setwatch.model import Claim, Mention, MentionKind, Property, Sentence, Span, When, days_of

_CUES = Lexicon(lists("filming_location"))
_WHEN = Lexicon(lists("filming_when"))
_HANDICAPS = {"shoot": 0.0, "sight": 15.0, "show": 5.0, "story": 10.0, "life": 10.0, "press": 10.0, "law": 20.0}
_SMALL = frozenset({"where", "behind", "terrain"})
_SHORT_SENTENCE = 60
"""A sentence so short, without words of its own, goes on with the places before it: `Then it was Oslo.`"""
_WHERE_GAP, _OF_THE_SHOOT = 5, 3
_WHEN_REACH, _DATE_REACH = 110.0, 50.0
"""How far a word of time and a date reach to a place, in the measure of `near`; set by hand."""
_TENSES = {"past": 0.0, "gone": -30.0, "current": 8.0, "planned": 0.0}
_SINCE = re.compile(r"(?i)\b(?:since|seit|depuis|desde|dal?|sinds|sedan|siden|с|óta|od)\s(?:\w+\s){0,2}$")
_LONG_AGO = timedelta(days=45)
_REACH = {"shoot": 150.0, "sight": 90.0}
"""How far a word of the shoot reaches, by class, in the measure of `near`; set by hand on four productions."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the places of the shoot of the watched productions."""
    over = shoot_is_over(scene)
    after = False
    for sentence in scene.analysis.sentences:
        claims = tuple(_in_sentence(scene, sentence, over, after)) if scene.names_in(sentence.span) else ()
        after = bool(claims)
        yield from claims


def _in_sentence(scene: Scene, sentence: Sentence, over: bool, after: bool) -> Iterator[Claim]:
    """Yield the places of a sentence; `after`: the sentence before tells of places of the shoot."""
    text = scene.plain
    found = _CUES.find(sentence.text, scene.lang_of(sentence), sentence.span.start)
    cues = longest([cue for cue in found if cue.kind not in _SMALL and not scene.is_title(cue.span)])
    small = [cue for cue in found if cue.kind in _SMALL]
    before: Mention | None = None
    places = places_in(scene, sentence, [*cues, *(c for c in small if c.kind == "terrain")])
    for place in places:
        if scene.is_furniture(place.span) or only_locates(text, places, place):
            continue
        in_row = before is not None and listed(text, before, place)
        cue = _reason(text, place, cues, small)
        goes_on = after and not cues and place.kind is MentionKind.PLACE and _is_short(scene, sentence)
        if not (cue or in_row or goes_on):
            before = None
            continue
        before = place
        production = scene.production_at(sentence, place.span.start)
        if production is None:
            continue
        words = _words(cue, place)
        modality, polarity = sureness(scene, sentence, words)
        yield Claim(
            production=production.name,
            property=Property.FILMING_LOCATION,
            value=place.name,
            modality=modality,
            polarity=polarity,
            attribution=attribution(scene, sentence, place.span),
            evidence=scene.evidence(words.start, words.end),
            when=_when(scene, sentence, place, over),
        )


def _is_short(scene: Scene, sentence: Sentence) -> bool:
    return len(sentence.text) <= _SHORT_SENTENCE and not scene.is_headline(sentence.span.start)


def _reason(text: str, place: Mention, cues: Sequence[Cue], small: Sequence[Cue]) -> Cue | None:
    """Return the word that makes a place one of the shoot: right behind it, behind its `where`, or the nearest."""
    for link in small:
        gap = text[place.span.end : link.span.start]
        if link.kind == "behind" and gap == " ":
            return link
        if link.kind == "where" and len(gap) <= _WHERE_GAP and place.span.end <= link.span.start:
            there = [c for c in cues if c.span.start >= link.span.end and c.kind in _HANDICAPS]
            there_is, far = nearest(text, there, link.span, _HANDICAPS)
            if there_is is not None and there_is.kind == "shoot" and far <= _REACH["sight"]:
                return there_is
    words = [c for c in cues if c.kind in _HANDICAPS and not _is_of_the_shoot(c, cues)]
    cue, far = nearest(text, words, place.span, _HANDICAPS)
    if cue is None or far > _REACH.get(cue.kind, 0.0):
        return None
    return cue


def _is_of_the_shoot(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether what opens is the shoot: `the shoot opened in London`."""
    return cue.kind == "show" and any(
        c.kind == "shoot" and 0 <= cue.span.start - c.span.end <= _OF_THE_SHOOT for c in cues
    )


def _words(cue: Cue | None, place: Mention) -> Span:
    if cue is None:
        return place.span
    return Span(min(cue.span.start, place.span.start), max(cue.span.end, place.span.end))


def _when(scene: Scene, sentence: Sentence, place: Mention, over: bool) -> When:
    """Return when the shoot is there: the nearest word of time decides, else whether the text says it is over."""
    text = scene.plain
    cues = _WHEN.find(sentence.text, scene.lang_of(sentence), sentence.span.start)
    if dated := _when_by_date(scene, sentence, place):
        return dated
    cue, far = nearest(text, cues, place.span, _TENSES)
    if cue is None or far > _WHEN_REACH:
        return When.PAST if over else When.CURRENT
    when = When.PAST if cue.kind == "gone" else When(cue.kind)
    return When.PAST if over and when is When.CURRENT else when


def _when_by_date(scene: Scene, sentence: Sentence, place: Mention) -> When | None:
    """Return past or planned where a date beside the place is well before or after the document's own."""
    published = days_of(scene.document.published or "")
    for date in scene.dates_in(sentence.span):
        days = days_of(date.edtf)
        before = scene.document.text[sentence.span.start : date.span.start]
        if (
            not published
            or not days
            or _SINCE.search(before)
            or distance(scene.plain, date.span, place.span) > _DATE_REACH
        ):
            continue
        if published.first - days.last > _LONG_AGO:
            return When.PAST
        if days.first > published.last:
            return When.PLANNED
    return None


_OVER = Lexicon(
    {
        "en": {
            "over": [
                "has wrapped",
                "have wrapped",
                "wrapped filming",
                "finished filming",
                "is in the can",
                "filming has finished",
                "production has finished",
                "done shooting",
            ]
        },
    }
)


def shoot_is_over(scene: Scene) -> bool:
    """Whether the text says that the shoot has ended, or tells of a release before its own date."""
    if _OVER.find(scene.document.text, scene.lang):
        return True
    published = days_of(scene.document.published or "")
    main = scene.named(scene.analysis.main_production)
    return any(
        published is not None and days is not None and days.last < published.first
        for release in settle(scene, releases(scene))
        if release.stand is Stand.CURRENT and release.production == main
        for days in [days_of(release.date.edtf)]
    )
