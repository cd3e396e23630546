"""Release dates: when a production reaches people.

Read: dates beside words of release, premiere or delay, dates that follow such a date in the same sentence (`from X to
Y`, `X in the UK, Y in the US`), dates in brackets behind a title. Left alone: birthdays, shoots, posts, box office,
publication dates, dates of other titles.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from setwatch.claims.cues import FALLBACK, Cue, Lexicon, lists, longest, tokens
from setwatch.claims.near import nearest
from setwatch.claims.release_how import channel_of, region_of, regions, season_of
from setwatch.claims.release_when import Stand, gives_way, stand_of
from setwatch.claims.release_years import with_years
from setwatch.claims.scene import Scene
from setwatch.claims.surely import sureness
from setwatch.claims.voice import attribution
from setwatch.model import Claim, DateMention, Polarity, Production, Property, Sentence, Span, When, days_of

_CUES = Lexicon(lists("release_date"))
_LINKS = {lang: frozenset(words["link"]) for lang, words in lists("release_date").items()}
_HANDICAPS = {"release": 0.0, "move": 5.0, "leave": 5.0, "arrive": 15.0, "film": 0.0, "other": 10.0}
_REACH = {"release": 170.0, "move": 120.0, "leave": 60.0, "arrive": 75.0}
_REACH_OF_TODAY = 45.0
"""How far a word of release reaches, by class; farther away it says nothing of the date. Set by hand, as in `near`."""

_BEFORE_TARGET = 12
_SMALL = re.compile(r"[\s,]*(?:the |its |early |mid-?|late |anfang |ende |mitte |fin |fine )?\s*", re.I)
_YEARS, _MONTHS = 3, 540
_SHORT = 80
_NOT = re.compile(r"\b(?:not|nicht|non|no|pas|niet|inte|ikke|не|nem|não|nie)\s(?:in |on |am |le |il |el )?$", re.I)
_RESPECTIVELY = re.compile(
    r"\b(?:respectively|beziehungsweise|jeweils|respectivement|respectivamente|rispettivamente|respectievelijk)\b", re.I
)
_UNKNOWN = "XXXX"
_LONGEST_LINK = 60
_TITLE_BEFORE = re.compile(r"^[\s\"”’'»“,(–:]{0,4}(?:on|for|in|due|am|le|il|el)?\s?$", re.I)


@dataclass(frozen=True, slots=True)
class Release:
    """A release date as a sentence tells it; `words` covers the date and the word that makes it one."""

    production: Production
    date: DateMention
    sentence: Sentence
    words: Span
    stand: Stand
    moves: bool


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the release dates of the watched productions."""
    for release in settle(scene, releases(scene)):
        yield _claim(scene, release)


def releases(scene: Scene) -> tuple[Release, ...]:
    """Return the release dates of the watched productions in the order of the text."""
    found: list[Release] = []
    row: tuple[Release, ...] = ()
    for sentence in scene.analysis.sentences:
        row = _respectively(scene, _in_sentence(scene, sentence, bool(row)))
        found += row
    return tuple(release for release in found if not _long_past(scene, release, found))


def _long_past(scene: Scene, release: Release, found: Sequence[Release]) -> bool:
    """Whether a date lies years before a release that is still to come, or is a mere year long ago: another film's."""
    published, days = days_of(scene.document.published or ""), days_of(release.date.edtf)
    if published is None or days is None or days.last >= published.first or release.stand is not Stand.CURRENT:
        return False
    if len(release.date.edtf) == 4 and published.first.year - days.last.year > _YEARS:
        return True
    coming = [days_of(r.date.edtf) for r in found if r.production == release.production]
    return any(c is not None and c.first > published.last and (c.first - days.last).days > _MONTHS for c in coming)


def _in_sentence(scene: Scene, sentence: Sentence, goes_on: bool) -> Iterator[Release]:
    told = [d for d in scene.dates_in(sentence.span) if d.edtf != _UNKNOWN and not scene.is_furniture(d.span)]
    if not told:
        return
    dates = with_years(scene, told)
    found = _CUES.find(sentence.text, scene.lang_of(sentence), sentence.span.start)
    near = ("deictic", "target")
    cues = [*longest([c for c in found if c.kind in _HANDICAPS]), *(c for c in found if c.kind in near)]
    before: Release | None = None
    for index, date in enumerate(dates):
        cue = _reason(scene, sentence, date, cues, before)
        if cue is None and goes_on and _goes_on(sentence, cues):
            cue = date.span
        production = scene.production_at(sentence, date.span.start) if cue else None
        if cue is None or production is None:
            before = None
            continue
        start = dates[index - 1].span.end if index else sentence.span.start
        stand = stand_of(scene, sentence, Span(start, date.span.start), date, before.stand if before else None)
        words = Span(min(cue.start, date.span.start), max(cue.end, date.span.end))
        moves = any(c.kind == "move" for c in cues)
        before = Release(production, date, sentence, words, stand, moves)
        yield before


def _goes_on(sentence: Sentence, cues: Sequence[Cue]) -> bool:
    """Whether a short sentence without words of its own goes on with the dates before it: `It had been July 14.`"""
    return len(sentence.text) <= _SHORT and not any(cue.kind in {"film", "other", "deictic"} for cue in cues)


def _respectively(scene: Scene, row: Iterator[Release]) -> tuple[Release, ...]:
    """Return the dates of a sentence; with `respectively` they go to the titles named last, in their order."""
    found = tuple(row)
    if len(found) < 2 or not _RESPECTIVELY.search(found[-1].sentence.text):
        return found
    names = dict.fromkeys(
        mention.production
        for mention in scene.productions_in(Span(0, found[-1].sentence.span.end))
        if mention.production is not None
    )
    owners = [scene.named(name) for name in list(names)[-len(found) :]]
    if len(owners) != len(found):
        return found
    return tuple(replace(r, production=owner) for r, owner in zip(found, owners, strict=True) if owner)


def _reason(
    scene: Scene, sentence: Sentence, date: DateMention, cues: Sequence[Cue], before: Release | None
) -> Span | None:
    """Return the words that make `date` a release date, None where nothing does."""
    text = scene.plain
    today = _deictic(date, cues) and not any(c.isdigit() for c in text[date.span.start : date.span.end])
    if before is not None and not (today and _is_now(scene, date)) and _is_linked(scene, sentence, before.date, date):
        return date.span
    words = [cue for cue in cues if cue.kind in _HANDICAPS]
    cue, far = nearest(text, words, date.span, _HANDICAPS)
    if cue is None or cue.kind not in _REACH:
        return _beside_title(scene, date) if cue is None else None
    if far > (_REACH_OF_TODAY if today else _REACH[cue.kind]):
        return None
    if today and cue.kind == "move":
        return None
    if cue.kind == "move" and not _is_target(text, date, cues):
        return None
    if len(date.edtf) == 4 and cue.kind == "arrive" and far > _REACH_OF_TODAY:
        return None
    return cue.span


def _is_linked(scene: Scene, sentence: Sentence, before: DateMention, date: DateMention) -> bool:
    """Whether only small words and names of markets stand between two dates of a row."""
    between = scene.document.text[before.span.end : date.span.start]
    if len(between) > _LONGEST_LINK or ";" in between:
        return False
    small = _LINKS.get(scene.lang_of(sentence), _LINKS[FALLBACK])
    markets = [cue.span for cue in regions(between)]
    return all(
        not token.word[0].isalnum()
        or token.word in small
        or any(span.start <= token.start < span.end for span in markets)
        for token in tokens(between)
    )


def _is_target(text: str, date: DateMention, cues: Sequence[Cue]) -> bool:
    """Whether a word such as `to` leads to `date`: else a move was made on it, not to it."""
    return any(
        cue.kind == "target"
        and cue.span.end <= date.span.start <= cue.span.end + _BEFORE_TARGET
        and _SMALL.fullmatch(text[cue.span.end : date.span.start])
        for cue in cues
    )


def _is_now(scene: Scene, date: DateMention) -> bool:
    """Whether a date that counts from today has begun: `this month`, `last week`."""
    published, days = days_of(scene.document.published or ""), days_of(date.edtf)
    return published is None or days is None or days.first <= published.first


def _deictic(date: DateMention, cues: Sequence[Cue]) -> bool:
    return any(
        cue.kind == "deictic" and cue.span.start <= date.span.end + 1 and date.span.start <= cue.span.end + 1
        for cue in cues
    )


def _beside_title(scene: Scene, date: DateMention) -> Span | None:
    """Return the date with the title that it stands behind, as in `"M:I 8," Nov. 4`; a bare year tells which film."""
    if len(date.edtf) == 4:
        return None
    text = scene.plain
    for mention in scene.productions_in(Span(max(0, date.span.start - 120), date.span.start)):
        if _TITLE_BEFORE.match(text[mention.span.end : date.span.start]):
            return Span(mention.span.start, date.span.end)
    return None


def settle(scene: Scene, found: Sequence[Release]) -> tuple[Release, ...]:
    """Return the same dates with those that were moved to made former where the text has one that stands."""
    settled = []
    for index, release in enumerate(found):
        stand = release.stand
        if stand is Stand.CURRENT and index + 1 < len(found) and _gives_way(scene, release, found[index + 1]):
            stand = Stand.FORMER
        if stand is Stand.MOVED:
            others = [
                other
                for place, other in enumerate(found)
                if place != index
                and other.production == release.production
                and not _same(other.date.edtf, release.date.edtf)
                and (other.stand is Stand.CURRENT or (other.stand is Stand.MOVED and place > index))
            ]
            stand = Stand.FORMER if others else Stand.CURRENT
        settled.append(replace(release, stand=stand))
    return tuple(settled)


def _same(one: str, other: str) -> bool:
    """Whether one date is the other, or a coarser wording of it."""
    return one.startswith(other) or other.startswith(one)


def _gives_way(scene: Scene, release: Release, following: Release) -> bool:
    """Whether the sentence goes on to say where the date was moved: `slated for May, is rescheduled for June`."""
    if following.sentence != release.sentence or following.production != release.production:
        return False
    return following.stand is not Stand.FORMER and gives_way(scene, release.sentence, release.date, following.date)


def later(one: str, other: str) -> bool:
    """Whether the days of `other` begin after those of `one`."""
    a, b = days_of(one), days_of(other)
    return a is not None and b is not None and b.first > a.first


def _claim(scene: Scene, release: Release) -> Claim:
    sentence, date = release.sentence, release.date
    modality, polarity = sureness(scene, sentence, date.span)
    former = release.stand is Stand.FORMER
    if _NOT.search(scene.document.text[sentence.span.start : date.span.start]):
        polarity = Polarity.AFFIRMED
    if polarity is Polarity.DENIED:
        former = True
    return Claim(
        production=release.production.name,
        property=Property.RELEASE_DATE,
        value=date.edtf,
        modality=modality,
        polarity=polarity,
        attribution=attribution(scene, sentence, date.span),
        evidence=scene.evidence(release.words.start, release.words.end),
        when=When.FORMER if former else When.CURRENT,
        region=region_of(scene, sentence, date),
        channel=channel_of(scene, sentence, date, release.production),
        season=season_of(scene, sentence, date, release.production),
    )
