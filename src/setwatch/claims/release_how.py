"""How and where a release date holds: channel, region, season."""

import re
from collections.abc import Iterator, Sequence

from setwatch.claims.cues import Cue
from setwatch.claims.near import distance, same_clause
from setwatch.claims.scene import Scene
from setwatch.model import Channel, DateMention, Kind, Production, Sentence, Span

_SHORT = 3
"""Names of so few letters count in capitals only: `US`, not `us`."""

_TOGETHER = "together"
_BOTH = frozenset({Channel.THEATRICAL.value, Channel.STREAMING.value})

_REGION_REACH, _CHANNEL_REACH = 45.0, 90.0
"""How far from its date a market or a channel may stand, in the measure of `near`; set by hand."""

_SEASON = re.compile(
    r"\b(?:season|staffel|saison|temporada|stagione|seizoen|säsong|sesong|сезон|évad|sezon)\s(\d{1,2})\b", re.I
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL_SEASON = re.compile(rf"\b({'|'.join(_ORDINALS)})\sseason\b", re.I)


def region_of(scene: Scene, sentence: Sentence, date: DateMention) -> str | None:
    """Return the market that the text names for this date: a two-letter code, `worldwide`, `rest of the world`."""
    found = tuple(regions(scene, sentence))
    alone = len({cue.kind for cue in found}) == 1 and len(scene.dates_in(sentence.span)) == 1
    cue = _own(scene, sentence, date, found, _REGION_REACH * (2 if alone else 1))
    if cue and "," in scene.plain[date.span.end : cue.span.start]:
        # `In Germany it opens on May 5, in the US two days later`: what stands before is in the clause of the date.
        led = [c for c in found if c.span.end <= date.span.start and same_clause(scene.plain, c.span, date.span)]
        cue = led[-1] if led and not scene.dates_in(Span(led[-1].span.end, date.span.start)) else cue
    return cue.kind if cue else None


def regions(scene: Scene, sentence: Sentence, within: Span | None = None) -> Iterator[Cue]:
    """Yield the markets that a sentence names, or a stretch of it."""
    for cue in scene.cues("regions", sentence, within):
        if scene.is_title(cue.span):
            continue
        if len(cue.words) > _SHORT or scene.document.text[cue.span.start : cue.span.end].isupper():
            yield cue


def channels_of(
    scene: Scene, sentence: Sentence, date: DateMention, production: Production
) -> tuple[Channel | None, ...]:
    """Return the channels that are told beside this date, else theatrical for films and nothing for series.

    One, but for a film that is told to reach cinemas and a service on one day.
    """
    found = scene.cues("release_how", sentence)
    cues = [cue for cue in found if cue.kind != _TOGETHER]
    cue = _own(scene, sentence, date, cues, _CHANNEL_REACH)
    if production.kind is Kind.SERIES:
        return (Channel.STREAMING if cue and cue.kind == Channel.STREAMING else None,)
    if cue is None:
        return (Channel.THEATRICAL,)
    kinds = {c.kind for c in cues}
    if len(cues) < len(found) and kinds >= _BOTH and cue.kind in _BOTH and _is_alone(scene, sentence, date):
        return Channel.THEATRICAL, Channel.STREAMING
    return (Channel(cue.kind),)


def _is_alone(scene: Scene, sentence: Sentence, date: DateMention) -> bool:
    """Whether a sentence has no other date; that of the page is none."""
    return all(other == date or scene.is_furniture(other.span) for other in scene.dates_in(sentence.span))


def season_of(scene: Scene, sentence: Sentence, date: DateMention, production: Production) -> int | None:
    """Return the number of the season that the sentence names, for a series."""
    del scene, date
    if production.kind is not Kind.SERIES:
        return None
    if found := _SEASON.search(sentence.text):
        return int(found.group(1))
    if found := _ORDINAL_SEASON.search(sentence.text):
        return _ORDINALS.index(found.group(1).lower()) + 1
    return None


def _own(scene: Scene, sentence: Sentence, date: DateMention, cues: Sequence[Cue], reach: float) -> Cue | None:
    """Return the nearest of the cues that stand nearer to `date` than to any other date of the sentence."""
    text = scene.plain
    others = [other.span for other in scene.dates_in(sentence.span) if other.edtf != date.edtf]
    best: tuple[float, Cue] | None = None
    for cue in cues:
        far = _far(text, cue.span, date.span)
        if far <= reach and all(far <= _far(text, cue.span, other) for other in others):
            best = min(best, (far, cue), key=lambda pair: pair[0]) if best else (far, cue)
    return best[1] if best else None


def _far(text: str, cue: Span, date: Span) -> float:
    """A bracket behind a date belongs to it."""
    if cue.start > date.end and text[date.end : cue.start].strip() == "(":
        return 0.0
    return distance(text, cue, date)
