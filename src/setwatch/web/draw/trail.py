"""A trail as a picture: down, the platforms; across, time; an arrow from whoever had it to whoever took it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log2

from setwatch.model import Footage, Role, interval_of
from setwatch.publish import Shelf
from setwatch.publish.dates import day
from setwatch.publish.trail_page import Stop, stops
from setwatch.publish.words import platform
from setwatch.web import links

WIDTH = 920.0
LANE = 84.0
TOP = 30.0
LEFT = 104.0
RIGHT = 70.0
NARROWEST = 50.0
"""Room between two that stand in one lane, so that their names can be read."""

MOST = 14
"""Stops and documents that are drawn."""

LONG = timedelta(days=90)
"""A silence that the picture says in words."""

NEWS = "News"
ELSEWHERE = "Elsewhere"

DOWN = (25.0, 39.0, 53.0)
LETTER = 6.6
"""Units that a letter of a name takes across, and how far below its mark a name may stand."""

NAME = 15
"""Characters of a name under its mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody who had the footage: where in the picture, by what name, what they did, and the page for it."""

    x: float
    y: float
    name_y: float
    name: str
    label: str
    kind: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Lane:
    """A platform's level."""

    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A long silence, said in words at its place."""

    x: float
    name: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """The picture of a trail. `arrows` are paths from one mark to another."""

    width: float
    height: float
    left: float
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    arrows: tuple[str, ...]
    gaps: tuple[Gap, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody who had the footage, before they have a place: `after` are those from whom they can have it."""

    when: datetime
    lane: str
    name: str
    label: str
    kind: str
    link: str | None
    after: tuple[int, ...]


def diagram(piece: Footage, shelf: Shelf) -> Diagram | None:
    """Return the picture of a trail; None where it has fewer than two that had the footage."""
    seen = _seen(piece, shelf)
    if len(seen) < 2:
        return None
    names = list(dict.fromkeys(s.lane for s in sorted(seen, key=lambda s: (s.lane == NEWS, s.when))))
    levels = {name: TOP + LANE * number + 26 for number, name in enumerate(names)}
    across = _across(seen)
    marks = tuple(
        Mark(x, levels[s.lane], levels[s.lane] + down, _cut(s.name), s.label, s.kind, s.link)
        for x, s, down in zip(across, seen, _downs(across, seen), strict=True)
    )
    arrows = tuple(_arrow(marks[a], marks[number]) for number, s in enumerate(seen) for a in s.after)
    gaps = [
        Gap((across[n] + across[n + 1]) / 2, _silence(later.when - one.when))
        for n, (one, later) in enumerate(itertools.pairwise(seen))
        if later.when - one.when >= LONG
    ]
    return Diagram(
        WIDTH,
        TOP + LANE * len(names) + 4,
        LEFT,
        tuple(Lane(levels[name], name) for name in names),
        marks,
        arrows,
        tuple(gaps),
        day(seen[0].when),
        day(seen[-1].when),
    )


def _seen(piece: Footage, shelf: Shelf) -> list[_Seen]:
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
    seen: list[_Seen] = []
    places: dict[str, int] = {}
    for number, (when, item) in enumerate(found):
        if isinstance(item, str):
            seen.append(_document(item, when, found[:number], places, shelf))
            places[item] = number
        else:
            seen.append(_stop(item, when, found[:number], shelf))
    return seen


def _stop(stop: Stop, when: datetime, before: Sequence[tuple[datetime, Stop | str]], shelf: Shelf) -> _Seen:
    """A pickup has it from the stop before it in the same document's telling; an origin from nobody."""
    first = stop.first
    name = f"@{first.handle}" if first.handle else first.actor or "unnamed"
    told = {a.document_id for a in stop.told}
    earlier = [n for n, (_, other) in enumerate(before) if isinstance(other, Stop)]
    same = [n for n in earlier if _told_in(before[n][1]) & told]
    after = () if first.role is Role.ORIGIN else tuple((same or earlier)[-1:])
    document = shelf.versions.get(first.version)
    link = links.document(first.version, first.evidence) if document else None
    return _Seen(
        when, platform(first.platform) or ELSEWHERE, name, f"{name}, {day(when)}", first.role.value, link, after
    )


def _document(
    document_id: str,
    when: datetime,
    before: Sequence[tuple[datetime, Stop | str]],
    places: dict[str, int],
    shelf: Shelf,
) -> _Seen:
    """A document has it from the document that it copies, else from the last stop that it tells of."""
    copy = shelf.copies.get(document_id)
    if copy and not copy.undecided and copy.original in places:
        after: tuple[int, ...] = (places[copy.original],)
        kind = "copy"
    else:
        told = [n for n, (_, other) in enumerate(before) if document_id in _told_in(other)]
        after, kind = tuple(told[-1:]), "document"
    name = shelf.name(document_id)
    return _Seen(
        when, NEWS, name, shelf.cite(document_id), kind, links.document(shelf.newest[document_id].version), after
    )


def _told_in(item: Stop | str) -> set[str]:
    return set() if isinstance(item, str) else {a.document_id for a in item.told}


def _across(seen: Sequence[_Seen]) -> list[float]:
    """Return where each lies: the longer the time between two, the farther apart, but years not by as much as hours."""
    steps = [0.0]
    for one, later in itertools.pairwise(seen):
        hours = max(0.0, (later.when - one.when).total_seconds() / 3600)
        steps.append(0.35 + log2(1 + hours) / 6)
    room = WIDTH - LEFT - RIGHT
    share = room / max(sum(steps), 0.001)
    found: list[float] = []
    last: dict[str, float] = {}
    x = LEFT + 36.0
    for step, s in zip(steps, seen, strict=True):
        x += step * share * 0.94
        x = max(x, last.get(s.lane, -NARROWEST) + NARROWEST)
        last[s.lane] = x
        found.append(x)
    over = (found[-1] - LEFT - 36) / (room - 36) if found[-1] > WIDTH - RIGHT else 1.0
    return [round(LEFT + 36 + (x - LEFT - 36) / over, 1) for x in found]


def _downs(across: Sequence[float], seen: Sequence[_Seen]) -> list[float]:
    """Return how far below its mark each name stands: lower by a line where it would meet the one before."""
    ends: dict[tuple[str, float], float] = {}
    found = []
    for x, s in zip(across, seen, strict=True):
        half = LETTER * len(_cut(s.name)) / 2
        down = next((d for d in DOWN if ends.get((s.lane, d), 0.0) < x - half), DOWN[-1])
        ends[s.lane, down] = x + half + LETTER
        found.append(down)
    return found


def _arrow(one: Mark, other: Mark) -> str:
    """Return a path from one mark to another, ending at its edge."""
    bend = max(18.0, abs(other.x - one.x) / 2)
    if one.y == other.y:
        middle = (one.x + other.x) / 2
        return f"M{one.x + 9:.1f} {one.y - 6:.1f}Q{middle:.1f} {one.y - 30:.1f} {other.x - 8:.1f} {other.y - 8:.1f}"
    return (
        f"M{one.x + 9:.1f} {one.y:.1f}C{one.x + bend:.1f} {one.y:.1f} {other.x - bend:.1f} {other.y:.1f} "
        f"{other.x - 11:.1f} {other.y:.1f}"
    )


def _silence(gap: timedelta) -> str:
    months = round(gap.days / 30.4)
    return f"{round(gap.days / 365.25)} years later" if months >= 22 else f"{months} months later"


def _cut(name: str) -> str:
    return name if len(name) <= NAME else f"{name[: NAME - 1]}…"
