"""Stories and changes as pages."""

from collections.abc import Sequence

from setwatch.model import Change, Property, Story
from setwatch.publish.dates import day, spoken
from setwatch.publish.page import BLANK, Line, Part, line
from setwatch.publish.record_page import quoted
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import CHANNEL, HEAD, PROPERTY, QUIET


def stories_page(stories: Sequence[Story], shelf: Shelf) -> list[Line]:
    """Return the stories with their documents, copies marked as such."""
    lines: list[Line] = []
    for story in stories:
        lines += [BLANK] if lines else []
        lines += [line(0, (story.summary, HEAD)), line(2, (story.story_id, QUIET))]
        for document in story.documents:
            copy = shelf.copies.get(document)
            mark = f", {copy.kind} copy of {shelf.name(copy.original)}" if copy and not copy.undecided else ""
            mark = f", alike {shelf.name(copy.original)}; which was first is undecided" if copy and not mark else mark
            lines.append(line(2, shelf.cite(document), mark))
    return lines


def changes_page(changes: Sequence[Change], shelf: Shelf) -> list[Line]:
    """Return the changes with the words that each stands on."""
    lines: list[Line] = []
    for change in changes:
        marks = [
            f"season {change.season}" if change.season is not None else "",
            change.region or "",
            CHANNEL[change.channel] if change.channel and change.channel != "theatrical" else "",
        ]
        found = ", ".join(mark for mark in marks if mark)
        what = PROPERTY[change.property] + (f" ({found})" if found else "")
        lines += [
            line(0, day(change.said), f"  {what}: ", *_turn(change)),
            line(4, *quoted(change.because, shelf)),
        ]
    return lines


def _turn(change: Change) -> tuple[Part, ...]:
    """Return what it was and what it is, in words."""
    before, after = (value and _value(change.property, value) for value in (change.before, change.after))
    if before is None or after is None:
        return ((after, HEAD), " is new") if after else ((before or "", HEAD), " no longer stands")
    return (f"{before} → ", (after, HEAD))


def _value(prop: Property, value: str) -> str:
    return spoken(value) if prop is Property.RELEASE_DATE else value.replace("_", " ")
