"""A trail as a picture: down, the platforms; across, time; an arrow from whoever had it to whoever took it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from setwatch.model import Footage
from setwatch.publish import Shelf
from setwatch.publish.dates import day
from setwatch.web.draw.seen import LONG, NEWS, Seen, seen_of, silence

WIDTH = 920.0
LANE = 84.0
TOP = 30.0
LEFT = 104.0
RIGHT = 70.0
NARROWEST = 50.0
"""Room between two that stand in one lane, so that their names can be read."""

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
class Branch:
    """The same for a narrow window: somebody who had the footage, and below them those who had it from them.

    `later` says a long silence in words, where there was one.
    """

    name: str
    where: str
    when: str
    later: str
    kind: str
    link: str | None
    below: tuple["Branch", ...]


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
    tree: tuple[Branch, ...]


def diagram(piece: Footage, shelf: Shelf) -> Diagram | None:
    """Return the picture of a trail; None where it has fewer than two that had the footage."""
    seen = seen_of(piece, shelf)
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
        Gap((across[n] + across[n + 1]) / 2, silence(later.when - one.when))
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
        _tree(seen, None),
    )


def _tree(seen: Sequence[Seen], root: int | None) -> tuple[Branch, ...]:
    """Return those who had the footage from `root` (None: from nobody that is known), in the order of time."""
    return tuple(
        Branch(
            s.name,
            s.lane,
            day(s.when),
            silence(s.when - seen[root].when) if root is not None and s.when - seen[root].when >= LONG else "",
            s.kind,
            s.link,
            _tree(seen, number),
        )
        for number, s in enumerate(seen)
        if (s.after[-1] if s.after else None) == root
    )


def _across(seen: Sequence[Seen]) -> list[float]:
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


def _downs(across: Sequence[float], seen: Sequence[Seen]) -> list[float]:
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


def _cut(name: str) -> str:
    return name if len(name) <= NAME else f"{name[: NAME - 1]}…"
