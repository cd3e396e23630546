"""Tracing of readings that are looked at together."""

from collections.abc import Sequence

from setwatch.model import Mentioned, Production, Reading, Tracing
from setwatch.tracing.across.copies import find_copies
from setwatch.tracing.across.footage import Sighting, find_footage, find_pieces
from setwatch.tracing.across.paper import paper_of, with_sure_date
from setwatch.tracing.across.stories import find_stories


def trace(readings: Sequence[Reading], watched: tuple[Production, ...]) -> Tracing:
    """Return stories, copies and footage of all `readings`; the order of `readings` does not matter. Pure.

    Of a document with several versions, the one captured last stands for it in stories and copies.
    """
    del watched
    return trace_with_mentions(readings)[0]


def trace_with_mentions(readings: Sequence[Reading]) -> tuple[Tracing, tuple[tuple[Mentioned, ...], ...]]:
    """Return what `trace` does, and for each piece of footage which mentions it is made of."""
    ordered = sorted(
        map(with_sure_date, readings), key=lambda r: (r.document.document_id, r.document.captured, r.document.version)
    )
    latest = {reading.document.document_id: reading for reading in ordered}
    papers = tuple(paper_of(reading) for reading in latest.values())
    copies = find_copies(papers)
    once = _once(ordered)
    # Stories help to tell footage, footage stories: each is found a second time with what the other has told.
    footage = find_footage(once, find_stories(papers, copies), copies)
    stories = find_stories(papers, copies, footage)
    pieces = find_pieces(once, stories, copies)
    mentions = tuple(tuple(sorted(map(_mentioned, sightings))) for _, sightings in pieces)
    return Tracing(stories, copies, tuple(footage for footage, _ in pieces)), mentions


def _once(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple({(r.document.document_id, r.document.version): r for r in readings}.values())


def _mentioned(sighting: Sighting) -> Mentioned:
    document, mention = sighting.reading.document, sighting.mention
    steps = [document.posts[s.post] for s in mention.trail if s.post is not None and s.post < len(document.posts)]
    posts = sorted({key for post in steps for key in post.keys})
    return Mentioned(document.document_id, document.version, sighting.number, mention.kind, tuple(posts))
