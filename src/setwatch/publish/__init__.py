"""Publishing: readings, records, trails, stories and changes for people (lines of text) and for programs (shapes)."""

from setwatch.publish.decision_page import decision_shape, decisions_page
from setwatch.publish.derivation import FORMATS, Graph, export, graph_of
from setwatch.publish.media_page import sighting_shape, sightings_page
from setwatch.publish.news_page import changes_page, stories_page
from setwatch.publish.page import BLANK, Line, line, many
from setwatch.publish.page_history import (
    compare_page,
    compare_shape,
    conflict_shape,
    conflicts_page,
    versions_page,
    versions_shape,
)
from setwatch.publish.reading_page import reading_page
from setwatch.publish.record_page import record_page
from setwatch.publish.safe import clean, json_text
from setwatch.publish.shapes import (
    Shape,
    change_shape,
    followed_shape,
    footage_shape,
    production_shape,
    reading_shape,
    record_shape,
    source_shape,
    story_shape,
)
from setwatch.publish.shelf import Shelf, documents_in
from setwatch.publish.suggestions import suggestion_shape, suggestions_page
from setwatch.publish.trail_page import by_first_seen, trails_page

__all__ = [
    "BLANK",
    "FORMATS",
    "Graph",
    "Line",
    "Shape",
    "Shelf",
    "by_first_seen",
    "change_shape",
    "changes_page",
    "clean",
    "compare_page",
    "compare_shape",
    "conflict_shape",
    "conflicts_page",
    "decision_shape",
    "decisions_page",
    "documents_in",
    "export",
    "followed_shape",
    "footage_shape",
    "graph_of",
    "json_text",
    "line",
    "many",
    "production_shape",
    "reading_page",
    "reading_shape",
    "record_page",
    "record_shape",
    "sighting_shape",
    "sightings_page",
    "source_shape",
    "stories_page",
    "story_shape",
    "suggestion_shape",
    "suggestions_page",
    "trails_page",
    "versions_page",
    "versions_shape",
]
