"""Who had a piece of footage, in the order of time, and from whom each can have it: what both drawings are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from setwatch.model import Footage, Role, interval_of
from setwatch.publish import Shelf
from setwatch.publish.dates import day
from setwatch.publish.trail_page import Stop, stops
from setwatch.publish.words import platform
from setwatch.web import links

MOST = 14
"""Stops and documents that are drawn."""

LONG = timedelta(days=90)
"""A silence that a drawing says in words."""

NEWS = "News"
ELSEWHERE = "Elsewhere"


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody who had the footage, before they are drawn: `after` are those from whom they can have it."""

    when: datetime
    lane: str
    name: str
    label: str
    kind: str
    link: str | None
    after: tuple[int, ...]


def seen_of(piece: Footage, shelf: Shelf) -> list[Seen]:
    """Return who had the footage in the order of time: the stops of its trail, then the documents that tell of it."""
    found: list[tuple[datetime, Stop | str]] = []
    for stop in stops(piece.appearances):
        when = stop.first.time.not_before or stop.first.time.not_after
        if when is not None:
            found.append((when, stop))
    for document_id in piece.documents:
        document = shelf.newest.get(document_id)
        when = interval_of(document.published).not_after if document and document.published else None
        if when is not None:
            found.append((when, document_id))
    found.sort(key=lambda item: (item[0], isinstance(item[1], str)))
    found = found[:MOST]
    seen: list[Seen] = []
    places: dict[str, int] = {}
    for number, (when, item) in enumerate(found):
        if isinstance(item, str):
            seen.append(_document(item, when, found[:number], places, shelf))
            places[item] = number
        else:
            seen.append(_stop(item, when, found[:number], shelf))
    return seen


def _stop(stop: Stop, when: datetime, before: Sequence[tuple[datetime, Stop | str]], shelf: Shelf) -> Seen:
    """A pickup has it from the stop before it in the same document's telling; an origin from nobody."""
    first = stop.first
    name = f"@{first.handle}" if first.handle else first.actor or "unnamed"
    told = {a.document_id for a in stop.told}
    earlier = [n for n, (_, other) in enumerate(before) if isinstance(other, Stop)]
    same = [n for n in earlier if _told_in(before[n][1]) & told]
    after = () if first.role is Role.ORIGIN else tuple((same or earlier)[-1:])
    document = shelf.versions.get(first.version)
    link = links.document(first.version, first.evidence) if document else None
    kind = "refuted" if any(a.refuted_by for a in stop.told) else first.role.value
    return Seen(when, platform(first.platform) or ELSEWHERE, name, f"{name}, {day(when)}", kind, link, after)


def _document(
    document_id: str,
    when: datetime,
    before: Sequence[tuple[datetime, Stop | str]],
    places: dict[str, int],
    shelf: Shelf,
) -> Seen:
    """A document has it from the document that it copies, else from the last stop that it tells of."""
    copy = shelf.copies.get(document_id)
    if copy and not copy.undecided and copy.original in places:
        after: tuple[int, ...] = (places[copy.original],)
        kind = "copy"
    else:
        told = [n for n, (_, other) in enumerate(before) if document_id in _told_in(other)]
        after, kind = tuple(told[-1:]), "document"
    name = shelf.name(document_id)
    return Seen(
        when, NEWS, name, shelf.cite(document_id), kind, links.document(shelf.newest[document_id].version), after
    )


def _told_in(item: Stop | str) -> set[str]:
    return set() if isinstance(item, str) else {a.document_id for a in item.told}


def silence(gap: timedelta) -> str:
    """Return a long silence in words."""
    months = round(gap.days / 30.4)
    return f"{round(gap.days / 365.25)} years later" if months >= 22 else f"{months} months later"
