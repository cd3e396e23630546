"""Stories as a timeline: which documents tell one event, in the order of their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from setwatch.model import Story, interval_of
from setwatch.publish import Shelf
from setwatch.publish.dates import spoken
from setwatch.web.views.told import Told, told_by

TOLD = 12
"""Documents of a story that its entry names."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story: what it is about, when it was first told, and by whom; `count` is of all its documents."""

    summary: str
    date: str
    year: str
    documents: tuple[Told, ...]
    count: int


def story_views(stories: Sequence[Story], shelf: Shelf) -> tuple[StoryView, ...]:
    """Return stories, the newest first; what nobody dates comes last."""
    ordered = sorted(stories, key=lambda story: (_first(story, shelf), story.story_id), reverse=True)
    return tuple(_view(story, shelf) for story in ordered)


def _view(story: Story, shelf: Shelf) -> StoryView:
    first = next((d.published for i in story.documents if (d := shelf.newest.get(i)) and d.published), None)
    documents = tuple(told_by(document, shelf) for document in story.documents[:TOLD])
    date = spoken(first) if first else "undated"
    return StoryView(story.summary, date, first[:4] if first else "undated", documents, len(story.documents))


def _first(story: Story, shelf: Shelf) -> datetime:
    dates = [interval_of(d.published).not_before for i in story.documents if (d := shelf.newest.get(i)) and d.published]
    return min((date for date in dates if date is not None), default=datetime.min.replace(tzinfo=UTC))
