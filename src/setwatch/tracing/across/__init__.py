"""Across documents: stories, copies, footage with its trail, old footage back as new."""

from collections.abc import Sequence

from setwatch.model import Production, Reading, Tracing
from setwatch.tracing.across.copies import find_copies
from setwatch.tracing.across.footage import find_footage
from setwatch.tracing.across.paper import paper_of, with_sure_date
from setwatch.tracing.across.stories import find_stories


def trace(readings: Sequence[Reading], watched: tuple[Production, ...]) -> Tracing:
    """Return stories, copies and footage of all `readings`; the order of `readings` does not matter. Pure.

    Of a document with several versions, the one captured last stands for it in stories and copies.
    """
    del watched
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
    return Tracing(stories=stories, copies=copies, footage=find_footage(once, stories, copies))


def _once(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple({(r.document.document_id, r.document.version): r for r in readings}.values())
