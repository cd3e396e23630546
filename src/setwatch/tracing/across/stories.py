"""Stories: documents on one event."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from setwatch.model import Copy, Footage, Story
from setwatch.tracing.across.cluster import average_linkage, pairs
from setwatch.tracing.across.figures import STORIES
from setwatch.tracing.across.paper import Paper, apart, headline_of, published_at
from setwatch.tracing.across.weigh import Weight, cosine, weights


def find_stories(papers: Sequence[Paper], copies: Sequence[Copy], footage: Sequence[Footage] = ()) -> tuple[Story, ...]:
    """Return all `papers` grouped by event, a document alone on its event as a story of its own.

    `footage` is what the documents are known to speak of; those that speak of one piece are the likelier of one event.
    """
    by_id = {paper.id: paper for paper in papers}
    weight = weights([paper.topics | paper.names for paper in papers])
    bound = {tuple(sorted((copy.original, copy.copy))) for copy in copies}

    pieces: dict[str, set[str]] = defaultdict(set)
    for piece in footage:
        for document in piece.documents:
            pieces[document].add(piece.footage_id)

    def likeness(a: str, b: str) -> float:
        if (a, b) in bound:
            return STORIES["copy"]
        found = _likeness(by_id[a], by_id[b], weight)
        return found + STORIES["same_footage"] if found >= 0 and pieces[a] & pieces[b] else found

    groups = average_linkage(list(by_id), pairs(list(by_id), likeness), STORIES["similar"])
    return tuple(story_of([by_id[item] for item in group]) for group in groups)


def _likeness(a: Paper, b: Paper, weight: Weight) -> float:
    """Return how surely two documents tell of one event; negative where their dates speak against it."""
    between = apart(a.days, b.days)
    if between is not None and between > STORIES["window_days"]:
        return -STORIES["apart"]
    likeness = STORIES["words"] * cosine(a.topics, b.topics, weight)
    likeness += STORIES["lead"] * cosine(a.lead, b.lead, weight)
    if a.document.lang[:2] != b.document.lang[:2]:
        likeness = max(likeness, STORIES["abroad"] * cosine(a.names, b.names, weight))
    if a.posts & b.posts:
        likeness += STORIES["same_post"]
    if a.release_dates & b.release_dates:
        likeness += STORIES["same_dates"]
    if a.actors & b.actors:
        likeness += STORIES["same_actor"]
    if between is not None and between <= STORIES["near_days"]:
        likeness += STORIES["near"]
    return likeness


def story_of(papers: Sequence[Paper]) -> Story:
    """Return the story that these papers tell."""
    ordered = sorted(papers, key=lambda p: (published_at(p.document), p.id))
    ids = tuple(paper.id for paper in ordered)
    digest = hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:12]
    return Story(f"story-{digest}", headline_of(ordered[0].document), ids)
