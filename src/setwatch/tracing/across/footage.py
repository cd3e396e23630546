"""Footage: mentions of one piece in several documents joined."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from setwatch.model import Copy, Footage, FootageMention, Reading, Role, Story, fold
from setwatch.tracing.across.actors import Actors
from setwatch.tracing.across.cluster import average_linkage, pairs
from setwatch.tracing.across.figures import FOOTAGE
from setwatch.tracing.across.paper import platform_of, post_keys, topics_of
from setwatch.tracing.across.trail import footage_of
from setwatch.tracing.across.weigh import Weight, cosine, weights


@dataclass(frozen=True)
class Sighting:
    """A mention of footage in its document, with what it is compared by."""

    key: str
    reading: Reading
    mention: FootageMention
    origins: frozenset[str]
    carriers: frozenset[str]
    platforms: frozenset[str]
    posts: frozenset[str]
    shown: frozenset[str]
    topics: frozenset[str]


def find_footage(readings: Sequence[Reading], stories: Sequence[Story], copies: Sequence[Copy]) -> tuple[Footage, ...]:
    """Return the footage that `readings` talk about, each piece once, in the order of the ids."""
    actors = Actors(readings)
    seen = {s.key: s for reading in readings for s in _sightings(reading, actors)}
    weight = weights([s.topics for s in seen.values()])
    story_of = {document: story.story_id for story in stories for document in story.documents}
    bound = {frozenset((copy.original, copy.copy)) for copy in copies}

    def likeness(a: str, b: str) -> float:
        return _likeness(seen[a], seen[b], weight, story_of, bound)

    groups = average_linkage(list(seen), pairs(list(seen), likeness), FOOTAGE["same"])
    found = [footage_of([(seen[k].reading, seen[k].mention) for k in group], actors, copies) for group in groups]
    return tuple(sorted(found, key=lambda f: f.footage_id))


def _sightings(reading: Reading, actors: Actors) -> list[Sighting]:
    document = reading.document
    found: list[Sighting] = []
    for mention in reading.telling.footage:
        start, end = mention.evidence.start, mention.evidence.end
        around = int(FOOTAGE["around"])
        words = " ".join(
            (document.text[max(0, start - around) : end + around], *(s.evidence.exact for s in mention.trail))
        )
        named = [step for step in mention.trail if step.actor]
        posts = [document.posts[s.post] for s in mention.trail if s.post is not None and s.post < len(document.posts)]
        found.append(
            Sighting(
                key=f"{document.document_id} {document.version} {start:08} {mention.kind} {len(found):04}",
                reading=reading,
                mention=mention,
                origins=frozenset(actors.of(s.actor) for s in named if s.actor and s.role is Role.ORIGIN),
                carriers=frozenset(actors.of(s.actor) for s in named if s.actor and s.role is not Role.ORIGIN),
                platforms=frozenset(
                    platform_of(s.platform) for s in mention.trail if s.platform and s.role is Role.ORIGIN
                ),
                posts=frozenset(key for post in posts for key in post_keys(post)),
                shown=frozenset(fold(d.who_or_what) for d in mention.depicts),
                topics=topics_of(words),
            )
        )
    return found


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
    if left.document_id == right.document_id or frozenset((left.document_id, right.document_id)) in bound:
        likeness += FOOTAGE["copy"]
    elif story_of.get(left.document_id) == story_of.get(right.document_id):
        likeness += FOOTAGE["same_story"]
    if a.origins and b.origins:
        likeness += FOOTAGE["same_origin"] if a.origins & b.origins else -FOOTAGE["other_origin"]
    elif a.carriers & b.carriers:
        likeness += FOOTAGE["same_carrier"]
    if a.platforms and b.platforms and not a.platforms & b.platforms:
        likeness -= FOOTAGE["other_platform"]
    likeness += FOOTAGE["shown"] * min(2, len(a.shown & b.shown))
    if a.mention.production and b.mention.production and a.mention.production != b.mention.production:
        likeness -= FOOTAGE["other_production"]
    return likeness
