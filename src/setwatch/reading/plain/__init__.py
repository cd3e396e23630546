"""Plain text as a capture leaves it: when it was published, by whom, where, under which title."""

from setwatch.reading.plain.byline import byline_of
from setwatch.reading.plain.outlet import outlet_of
from setwatch.reading.plain.published import published_of
from setwatch.reading.plain.title import title_of
from setwatch.reading.plain.tongue import tongue_of, votes_of

__all__ = ["byline_of", "outlet_of", "published_of", "title_of", "tongue_of", "votes_of"]
