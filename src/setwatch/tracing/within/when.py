"""When a piece of footage was taken or put out, where its own sentence says so: `the clip of March 2021`."""

import re
from collections.abc import Iterable, Iterator

from setwatch.model import DateMention, FootageKind, Span, after_leading_date, days_of
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import Stretch
from setwatch.tracing.within.sightings import Sighting

_NEAR = 90
"""Characters between a date and the words that speak of footage, at most."""
_DAYS = 31
"""Days that a date may cover: a year or a season tells no two pieces apart."""
_CLAUSE = re.compile(r"[,;:—–(]\s?|\)")


def dated(page: Page, kind: FootageKind, sightings: Iterable[Sighting]) -> str | None:
    """Return the day or month (EDTF) of the past in which footage was taken or put out; None where none is told.

    The date stands in one clause with words that speak of the footage or of what was done with it, or begins that
    sentence. Where several do, the one nearest to such words counts; trailers have none, whose dates are of what they
    advertise.
    """
    if kind is FootageKind.TRAILER:
        return None
    found = [
        (gap, date.span.start, date.edtf)
        for sighting in sightings
        for words in _words(sighting)
        for date in _dates_in(page, page.stretches[sighting.index])
        if (gap := _gap(page.stretches[sighting.index], words, date)) is not None
    ]
    return min(found, default=(0, 0, None))[2]


def _words(sighting: Sighting) -> list[Span]:
    done = [Span(event.at, event.end) for event in sighting.events if event.end > event.at]
    return [Span(sighting.start, sighting.end), *done]


def _dates_in(page: Page, stretch: Stretch) -> Iterator[DateMention]:
    """Yield the days and months of a sentence that had begun when the document was published."""
    told = days_of(page.document.published) if page.document.published else None
    begins = max(stretch.start, after_leading_date(page.document.text))
    for date in page.analysis.dates:
        days = days_of(date.edtf) if begins <= date.span.start and date.span.end <= stretch.end else None
        if days is None or (days.last - days.first).days >= _DAYS:
            continue
        if told is None or days.first <= told.last:
            yield date


def _gap(stretch: Stretch, words: Span, date: DateMention) -> int | None:
    """Return how far a date stands from words that speak of footage; None where it is told of something else."""
    opens = date.span.start < words.start and not _CLAUSE.search(stretch.text, 0, date.span.start - stretch.start)
    first, last = min(date.span.end, words.end), max(date.span.start, words.start)
    if last - first > _NEAR:
        return None
    if not opens and _CLAUSE.search(stretch.text, first - stretch.start, last - stretch.start):
        return None
    return max(0, last - first)
