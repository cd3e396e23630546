"""Filming locations: where a production was, is or will be shot.

Read: places beside words of the shoot, or where its people were seen while the text tells of a shoot. Left alone:
settings of the story, premieres and cinemas, birthplaces and homes, markets of a release, a country that only says
where a town lies.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from setwatch.claims.cues import Cue, longest
from setwatch.claims.filming_when import Tense, settle_when, tense_of
from setwatch.claims.near import distance, nearest, same_clause
from setwatch.claims.place_ids import with_place_ids
from setwatch.claims.place_names import is_region, listed, only_locates, places_in
from setwatch.claims.release_date import releases
from setwatch.claims.scene import Scene
from setwatch.claims.surely import sureness
from setwatch.claims.telling import Telling, beside_the_best
from setwatch.claims.voice import attribution
from setwatch.model import Claim, Mention, MentionKind, Property, Sentence, Span

_SAID = frozenset({Tense.PAST, Tense.PLANNED, Tense.CURRENT})
"""What is said of the first place of a list is said of all of it."""
_HANDICAPS = {"shoot": 0.0, "sight": 15.0, "show": 5.0, "story": 10.0, "life": 10.0, "press": 10.0, "law": 20.0}
_SMALL = frozenset({"where", "behind", "terrain", "double"})
_SHORT_SENTENCE = 60
"""A sentence so short, without words of its own, goes on with the places before it: `Then it was Oslo.`"""
_WHERE_GAP, _OF_THE_SHOOT = 5, 3
_FROM = re.compile(r"(?i)\b(?:crews?|team|company|students?|troupe|firm|studio) (?:from|out of|based in) (?:the )?$")
_FROM_REACH = 32
_MARKET = 42.0
_DOUBLED = 30
"""Characters behind `doubles for` in which the place of the story stands."""
_THE = re.compile(r"(?i)(?:\b(?:the|a|his|her|its|their)|['’]s)\s?$")
_CLIP = re.compile(r"\s(?:it|them|the\s(?:clip|video|footage|photo|picture)s?)\b")
_POSTED = re.compile(r"\b(?:post|shar|upload|tweet)(?:s|ed|es|ing)?\b|\bput\s(?:it|them)\b")
_REACH = {"shoot": 150.0, "sight": 90.0}
"""How far a word of the shoot reaches, by class, in the measure of `near`; set by hand on four productions."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the places of the shoot of the watched productions."""
    yield from places(scene)


def tellings(scene: Scene) -> Iterator[Telling]:
    """Yield the places of the shoot; where people are merely seen is told by the way."""
    return beside_the_best(map(Telling, places(scene), _passing(scene)))


def places(scene: Scene) -> tuple[Claim, ...]:
    """Return the places of the shoot of the watched productions."""
    return _places(scene)[0]


def _passing(scene: Scene) -> tuple[int, ...]:
    return _places(scene)[1]


@lru_cache(maxsize=4)
def _places(scene: Scene) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """Return the places and how much by the way each is told, kept for a few scenes."""
    found: list[tuple[Claim, Tense, int]] = []
    row: tuple[tuple[Claim, Tense, int], ...] = ()
    for sentence in scene.analysis.sentences:
        if not (row or scene.cues("filming_location", sentence)) or not scene.names_in(sentence.span):
            row = ()
            continue
        row = tuple(_in_sentence(scene, sentence, bool(row)))
        found += row
    claims = settle_when(scene, [(claim, tense) for claim, tense, _ in found])
    return with_place_ids(scene, claims), tuple(passing for _, _, passing in found)


def _in_sentence(scene: Scene, sentence: Sentence, after: bool) -> Iterator[tuple[Claim, Tense, int]]:
    """Yield the places of a sentence; `after`: the sentence before tells of places of the shoot."""
    text = scene.plain
    found = scene.cues("filming_location", sentence)
    told = [cue for cue in found if cue.kind not in _SMALL and not scene.is_title(cue.span)]
    clips = [clip for cue in told if (clip := _of_a_clip(scene, sentence, cue))]
    told = [cue for cue in told if not any(clip.start <= cue.span.start < clip.end for clip in clips)]
    cues = longest([cue for cue in told if not (cue.words == "set in" and _is_the_set(scene, cue))])
    small = [cue for cue in found if cue.kind in _SMALL]
    before: Mention | None = None
    tense = Tense.UNSAID
    named = places_in(scene, sentence, [*cues, *(c for c in small if c.kind == "terrain")])
    for place in named:
        if (
            scene.is_furniture(place.span)
            or _is_origin(scene, place)
            or only_locates(text, named, place)
            or _is_market(scene, place)
        ):
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
        claim = Claim(
            production=production.name,
            property=Property.FILMING_LOCATION,
            value=place.name,
            modality=modality,
            polarity=polarity,
            attribution=attribution(scene, sentence, place.span),
            evidence=scene.evidence(words.start, words.end),
        )
        own = tense_of(scene, sentence, place)
        tense = tense if in_row and own not in _SAID and tense in _SAID else own
        yield claim, tense, int(cue is not None and cue.kind == "sight")


def _is_origin(scene: Scene, place: Mention) -> bool:
    """Whether a place only says where somebody comes from: `a film crew from Oslo`."""
    return bool(_FROM.search(scene.document.text[max(0, place.span.start - _FROM_REACH) : place.span.start]))


def _is_market(scene: Scene, place: Mention) -> bool:
    """Whether a country stands beside a release date: `on June 23, 2023, in the United States`."""
    return is_region(place.name) and any(
        distance(scene.plain, release.date.span, place.span) <= _MARKET for release in releases(scene)
    )


def _of_a_clip(scene: Scene, sentence: Sentence, cue: Cue) -> Span | None:
    """Return the words that tell of a clip that somebody shot, no film: `Berg shot it in Oslo and posted it`."""
    if not cue.words.endswith(("shot", "filmed", "recorded")):
        return None
    match = _CLIP.match(scene.document.text, cue.span.end)
    return Span(cue.span.start, match.end()) if match and _POSTED.search(sentence.text) else None


def _is_the_set(scene: Scene, cue: Cue) -> bool:
    """Whether `set in` is the set of a shoot: `the set in Glasgow`, `the Harbour Lights set in Glasgow`."""
    text = scene.document.text
    before = text[: cue.span.start]
    titles = scene.productions_in(Span(max(0, cue.span.start - 80), cue.span.start))
    if titles and not text[titles[-1].span.end : cue.span.start].strip(" '\"”’"):
        before = text[: titles[-1].span.start].rstrip(" '\"“‘")
    return bool(_THE.search(before[-8:]))


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
    doubles = [link for link in small if link.kind == "double" and same_clause(text, *_in_order(link.span, place.span))]
    for link in doubles:
        if place.span.end <= link.span.start:
            return link
        if place.span.start - link.span.end <= _DOUBLED:
            return None
    words = [c for c in cues if c.kind in _HANDICAPS and not _is_of_the_shoot(c, cues)]
    cue, far = nearest(text, words, place.span, _HANDICAPS)
    if cue is None or far > _REACH.get(cue.kind, 0.0):
        return None
    return cue


def _in_order(one: Span, other: Span) -> tuple[Span, Span]:
    return (one, other) if one.start <= other.start else (other, one)


def _is_of_the_shoot(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether what opens is the shoot: `the shoot opened in London`."""
    return cue.kind == "show" and any(
        c.kind == "shoot" and 0 <= cue.span.start - c.span.end <= _OF_THE_SHOOT for c in cues
    )


def _words(cue: Cue | None, place: Mention) -> Span:
    if cue is None:
        return place.span
    return Span(min(cue.span.start, place.span.start), max(cue.span.end, place.span.end))
