"""Outlines of land. `land.txt` is Natural Earth's 1:110m countries (public domain), made by `scripts/land.py`."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LAND = Path(__file__).with_name("land.txt")


@dataclass(frozen=True, slots=True)
class Outline:
    """One outline: its points in degrees east and north, and the degrees that it spans."""

    points: tuple[tuple[float, float], ...]
    west: float
    east: float
    south: float
    north: float


@lru_cache(maxsize=1)
def outlines() -> tuple[Outline, ...]:
    """Return all outlines, read when they are first asked for."""
    found = []
    for line in LAND.read_text(encoding="ascii").splitlines():
        pairs = (pair.split(",") for pair in line.split())
        points = tuple((int(x) / 10, int(y) / 10) for x, y in pairs)
        across, up = [x for x, _ in points], [y for _, y in points]
        found.append(Outline(points, min(across), max(across), min(up), max(up)))
    return tuple(found)
