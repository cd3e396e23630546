"""Footage: mentions of one piece in several documents joined."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from setwatch.model import Copy, Footage, FootageKind, FootageMention, Property, Reading, Role, Story, days_of, fold
from setwatch.tracing.across.actors import Actors, is_studio
from setwatch.tracing.across.cluster import average_linkage, pairs, with_strays
from setwatch.tracing.across.figures import FOOTAGE
from setwatch.tracing.across.paper import (
    LONGEST,
    apart,
    days_shown,
    linked_posts,
    names_of,
    opening_of,
    platform_of,
    post_keys,
    things_in,
    topics_of,
)
from setwatch.tracing.across.trail import footage_of
from setwatch.tracing.across.weigh import Weight, cosine, weights
from setwatch.tracing.within.lexicon import names


@dataclass(frozen=True)
class Sighting:
    """A mention of footage in its document (the `number`th), with what it is compared by."""

    key: str
    reading: Reading
    number: int
    mention: FootageMention
    origins: frozenset[str]
    studios: frozenset[str]
    """The origins that put out so much that they tie no two pieces together."""
    carriers: frozenset[str]
    platforms: frozenset[str]
    posts: frozenset[str]
    shown: frozenset[str]
    topics: frozenset[str]
    names: frozenset[str]
    things: frozenset[str]
    days: tuple[int, int] | None
    event_days: tuple[int, int] | None = None
    """The same; where the document gives none, when others told of its event."""
    loners: frozenset[str] = frozenset()
    """The origins that are passers-by: who is of no film, and has one piece in all that is looked at."""
    outlet: str | None = None
    """The document's own name as an actor, where it tells of nobody who had it: its own footage, perhaps."""
    roots: frozenset[str] = frozenset()
    """The origins that other documents give to those who had it here."""


def find_footage(readings: Sequence[Reading], stories: Sequence[Story], copies: Sequence[Copy]) -> tuple[Footage, ...]:
    """Return the footage that `readings` talk about, each piece once, in the order of the ids."""
    return tuple(footage for footage, _ in find_pieces(readings, stories, copies))


def find_pieces(
    readings: Sequence[Reading], stories: Sequence[Story], copies: Sequence[Copy]
) -> tuple[tuple[Footage, tuple[Sighting, ...]], ...]:
    """Return what `find_footage` does, each piece with what it is made of."""
    actors = Actors(readings)
    openings = sorted({o for r in readings for post in r.document.posts if (o := opening_of(post))})
    seen = {s.key: s for reading in readings for s in _sightings(reading, actors, openings)}
    seen = _with_loners(_with_roots(seen), readings, actors)
    weight = weights([s.topics | s.names for s in seen.values()])
    story_of = {document: story.story_id for story in stories for document in story.documents}
    eventful = _days_of_stories(seen.values(), story_of)
    seen = {
        key: replace(s, event_days=s.days or eventful.get(story_of.get(s.reading.document.document_id, "")))
        for key, s in seen.items()
    }
    bound = {frozenset((copy.original, copy.copy)) for copy in copies}

    def likeness(a: str, b: str) -> float:
        return _likeness(seen[a], seen[b], weight, story_of, bound)

    alike = pairs(list(seen), likeness)
    groups = with_strays(
        average_linkage(list(seen), alike, FOOTAGE["same"]), alike, FOOTAGE["stray"], int(FOOTAGE["few"])
    )
    found = []
    for group in groups:
        told = tuple(seen[key] for key in group)
        found.append((footage_of([(s.reading, s.mention) for s in told], actors, copies), told))
    return tuple(sorted(found, key=lambda piece: piece[0].footage_id))


def _with_roots(seen: Mapping[str, Sighting]) -> dict[str, Sighting]:
    """Give each sighting the origins of those who had it, as any document tells them: a fact check ties two others."""
    told: dict[str, set[str]] = defaultdict(set)
    for sighting in seen.values():
        for carrier in sighting.carriers - sighting.origins:
            told[carrier] |= sighting.origins - sighting.studios
    sure = {actor: origins for actor, origins in told.items() if len(origins) <= FOOTAGE["bridge_origins"]}
    return {
        key: replace(s, roots=s.origins.union(*(sure.get(actor, ()) for actor in s.origins | s.carriers)))
        for key, s in seen.items()
    }


def _with_loners(seen: Mapping[str, Sighting], readings: Sequence[Reading], actors: Actors) -> dict[str, Sighting]:
    """Mark the origins that are passers-by: nobody of the films, no agency or account that has more than one thing."""
    busy = {actors.of(claim.value) for reading in readings for claim in reading.claims if claim.property in _PEOPLE}
    of_one: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for sighting in seen.values():
        for origin in sighting.origins - sighting.studios:
            of_one[origin, sighting.mention.kind].append(sighting)
    for (origin, _), sightings in of_one.items():
        documents = [s.reading.document.document_id for s in sightings]
        posts = [s for s in sightings if _ids(s)]
        several = any(_two_posts(a, b) for n, a in enumerate(posts) for b in posts[n + 1 :])
        name = actors.name(origin)
        listed = any(words.search(name) for words in (names().agencies, names().paparazzi, names().press))
        if several or listed or len(set(documents)) < len(documents) or names().passes_on(name):
            busy.add(origin)
    return {key: replace(s, loners=s.origins - s.studios - busy) for key, s in seen.items()}


_PEOPLE = frozenset(
    (Property.CAST_MEMBER, Property.DIRECTOR, Property.PRODUCER, Property.WRITER, Property.CINEMATOGRAPHER)
)
"""The jobs of those who post more than one picture of a film."""


def _sightings(reading: Reading, actors: Actors, openings: Sequence[str]) -> list[Sighting]:
    document = reading.document
    body = f" {fold(document.text[:LONGEST])} "
    quoted = frozenset(f"opening {opening}" for opening in openings if f" {opening} " in body) | linked_posts(document)
    days = days_shown(document)
    found: list[Sighting] = []
    for mention in reading.telling.footage:
        start, end = mention.evidence.start, mention.evidence.end
        around = int(FOOTAGE["around"])
        words = " ".join(
            (document.text[max(0, start - around) : end + around], *(s.evidence.exact for s in mention.trail))
        )
        named = [step for step in mention.trail if step.actor]
        first = [step.actor for step in named if step.actor and step.role is Role.ORIGIN]
        posts = [document.posts[s.post] for s in mention.trail if s.post is not None and s.post < len(document.posts)]
        found.append(
            Sighting(
                key=f"{document.document_id} {document.version} {start:08} {mention.kind} {len(found):04}",
                reading=reading,
                number=len(found),
                mention=mention,
                origins=frozenset(actors.of(name) for name in first),
                studios=frozenset(actors.of(name) for name in first if is_studio(name)),
                carriers=frozenset(actors.of(s.actor) for s in named if s.actor and s.role is not Role.ORIGIN),
                platforms=frozenset(
                    platform_of(s.platform) for s in mention.trail if s.platform and s.role is Role.ORIGIN
                ),
                posts=frozenset(key for post in posts for key in post_keys(post))
                | _quoted_near(reading, mention, quoted),
                shown=frozenset(fold(d.who_or_what) for d in mention.depicts),
                topics=topics_of(words),
                names=names_of(words),
                things=things_in(words),
                days=_days(mention, None if mention.presented_as_old else days),
                outlet=actors.of(document.outlet) if document.outlet and not mention.trail else None,
            )
        )
    return found


def _days(mention: FootageMention, document: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the days of which a mention tells: its own, unless its document is of the same month."""
    told = days_of(mention.dated) if mention.dated else None
    own = (told.first.toordinal(), told.last.toordinal()) if told else None
    return document if own is None or apart(own, document) == 0 else own


def _two_posts(a: Sighting, b: Sighting) -> bool:
    """Whether two sightings show a post each, with an id: who posted both posted two things."""
    return bool(_ids(a)) and bool(_ids(b)) and _ids(a).isdisjoint(_ids(b))


def _ids(sighting: Sighting) -> frozenset[str]:
    return frozenset(key for key in sighting.posts if key.startswith("id "))


def _days_of_stories(seen: Iterable[Sighting], story_of: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """Return by story the days from the first to the last of which its documents tell."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for sighting in seen:
        story = story_of.get(sighting.reading.document.document_id)
        if sighting.days and story is not None:
            found[story].append(sighting.days)
    return {story: (min(d[0] for d in days), max(d[1] for d in days)) for story, days in found.items()}


def _quoted_near(reading: Reading, mention: FootageMention, quoted: frozenset[str]) -> frozenset[str]:
    """Return the posts that a document shows or quotes, where it speaks of one piece of that kind alone."""
    alone = sum(other.kind is mention.kind for other in reading.telling.footage) == 1
    first = mention.kind is FootageKind.VIDEO or all(m.kind is not FootageKind.VIDEO for m in reading.telling.footage)
    return quoted if alone and first else frozenset()


def _is_bridged(a: Sighting, b: Sighting) -> bool:
    """Whether others tell that both had it of one origin, where the two themselves name none in common."""
    apart_ = not a.origins & b.origins and bool(a.roots & b.roots)
    return apart_ and bool(a.things & b.things or a.shown & b.shown)


def _is_recalled(a: Sighting, b: Sighting) -> bool:
    """Whether two sightings, far apart, show the same people with so many of the same things that it is the same."""
    shared = len(a.things & b.things)
    enough = shared >= FOOTAGE["recalled_things"] and shared >= FOOTAGE["recalled_share"] * min(
        len(a.things), len(b.things)
    )
    between = apart(a.days, b.days)
    far = between is not None and between > FOOTAGE["far_days"]
    return far and enough and len(a.shown & b.shown) >= FOOTAGE["recalled_shown"]


def _likeness(
    a: Sighting, b: Sighting, weight: Weight, story_of: Mapping[str, str], bound: set[frozenset[str]]
) -> float:
    """Return how surely two sightings are of one piece; negative where they cannot be."""
    left, right = a.reading.document, b.reading.document
    if left.document_id == right.document_id and left.version == right.version:
        return -FOOTAGE["apart"]
    if a.posts & b.posts:
        return FOOTAGE["same_post"]
    if a.mention.kind is not b.mention.kind:
        return -FOOTAGE["apart"]
    likeness = FOOTAGE["words"] * cosine(a.topics, b.topics, weight)
    likeness += FOOTAGE["names"] * cosine(a.names, b.names, weight)
    if a.things and b.things:
        alike = len(a.things & b.things) / (sqrt(len(a.things) * len(b.things)) + FOOTAGE["things_few"])
        likeness += FOOTAGE["things"] * alike
    bridged = _is_bridged(a, b)
    between = None if bridged else apart(a.event_days, b.event_days)
    near = between is not None and between <= FOOTAGE["near_days"]
    again = bool(a.loners & b.loners) or _is_recalled(a, b)
    # What comes back years later is told of in an event of its own: that alone does not set it apart.
    known = None if bridged else apart(a.days, b.days)
    far = known is not None and known > FOOTAGE["far_days"] and not again
    likeness += FOOTAGE["near"] if near else -FOOTAGE["far"] if far else 0.0
    if left.document_id == right.document_id or frozenset((left.document_id, right.document_id)) in bound:
        likeness += FOOTAGE["copy"]
    elif story_of.get(left.document_id) == story_of.get(right.document_id):
        likeness += FOOTAGE["same_story"]
    if bridged:
        return likeness + FOOTAGE["bridge"]
    if a.loners & b.loners:
        likeness += FOOTAGE["same_loner"]
    if again and not a.origins & b.origins:
        return likeness + FOOTAGE["recalled"] + FOOTAGE["shown"] * min(2, len(a.shown & b.shown))
    if a.outlet in b.origins or b.outlet in a.origins:
        likeness += FOOTAGE["same_origin"] + FOOTAGE["same_platform"]
    elif a.origins and b.origins:
        # Who posts often posts other things a year later.
        shared = a.origins & b.origins
        same = FOOTAGE["same_origin"] + (FOOTAGE["same_origin_near"] if near else 0.0)
        says_little = far or shared <= a.studios or _two_posts(a, b)
        likeness += -FOOTAGE["other_origin"] if not shared else 0.0 if says_little else same
    elif a.carriers & b.carriers:
        likeness += FOOTAGE["same_carrier"]
    if a.platforms and b.platforms:
        same = 0.0 if far else FOOTAGE["same_platform"] + (FOOTAGE["same_platform_near"] if near else 0.0)
        likeness += same if a.platforms & b.platforms else -FOOTAGE["other_platform"]
    likeness += FOOTAGE["shown"] * min(2, len(a.shown & b.shown))
    if a.mention.production and b.mention.production and a.mention.production != b.mention.production:
        likeness -= FOOTAGE["other_production"]
    elif a.mention.kind is FootageKind.TRAILER and a.mention.production and not far:
        likeness += FOOTAGE["same_trailer"]
    return likeness
