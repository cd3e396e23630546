"""A map of filming places: the part of the world that holds them, land under a net of degrees."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from setwatch.web.draw.land import outlines
from setwatch.web.views.places import PlaceView


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a map is drawn on: how wide it is, how tall at most and at least, and the degrees of longitude it shows.

    It shows at least `span` of them: less shows no coast to know it by.
    """

    width: float
    tallest: float
    lowest: float
    span: float


BROAD = Sheet(920.0, 560.0, 320.0, 26.0)
SLIM = Sheet(430.0, 430.0, 300.0, 16.0)
"""For narrow windows: names are as large there, and the map has room for fewer."""

ROOM = 0.18
"""Room around the places, as a share of what they span."""

STEPS = (2, 5, 10, 15, 30)
"""Degrees between the lines of the net."""

NEAR = 2.0
"""Units of the picture between two points of an outline, at least."""

LINE = 17.0
"""Room of a name, from the one below it."""

LETTER = 9.8
"""Room of a letter of a name: the mean of bold ones as the style sheet has them."""

FAR = 9
"""Lines that a name may stand off its place at most."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place: where, its name and where that stands, how it stands in the record; `wide`: a country or state.

    `lead` is the path from the place to its name where that stands farther off.
    """

    x: float
    y: float
    name: str
    name_x: float
    name_y: float
    side: str
    standing: str
    wide: bool
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The map: outlines of land and lines of the net as paths, and the places."""

    width: float
    height: float
    land: str
    net: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    """Degrees that are shown, and how many units of the picture one of them takes."""

    west: float
    north: float
    east: float
    south: float
    across: float
    down: float
    width: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return round((longitude - self.west) * self.across, 1), round((self.north - latitude) * self.down, 1)


def chart(places: Sequence[PlaceView], sheet: Sheet = BROAD) -> Chart | None:
    """Return the map of the places that the gazetteer knows; None where it knows none."""
    spots = [(place.spot.longitude, place.spot.latitude) for place in places if place.spot]
    if not spots:
        return None
    window = _window(spots, sheet)
    height = round((window.north - window.south) * window.down, 1)
    return Chart(sheet.width, height, _land(window), _net(window, height), tuple(_dots(places, window)))


def _window(spots: Sequence[tuple[float, float]], sheet: Sheet) -> _Window:
    """Return the degrees to show: a degree of latitude is drawn as long as one of longitude is there (plate carrée)."""
    longitudes, latitudes = [x for x, _ in spots], [y for _, y in spots]
    middle_x, middle_y = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
    stretch = 1.0 / max(0.35, _cosine(middle_y))
    wide = max(sheet.span, (max(longitudes) - min(longitudes)) * (1 + 2 * ROOM))
    high = (max(latitudes) - min(latitudes)) * (1 + 2 * ROOM) * stretch
    wide = max(wide, high * sheet.width / sheet.tallest)
    wide = min(wide, 360.0)
    tall = min(max(high, wide * sheet.lowest / sheet.width), wide * sheet.tallest / sheet.width) / stretch
    across = sheet.width / wide
    north = min(85.0, middle_y + tall / 2)
    return _Window(middle_x - wide / 2, north, middle_x + wide / 2, north - tall, across, across * stretch, sheet.width)


def _cosine(latitude: float) -> float:
    return cos(radians(latitude))


def _land(window: _Window) -> str:
    """Return the outlines of land in the window, also of what comes in over the 180th meridian."""
    paths = []
    for turn in (-360.0, 0.0, 360.0):
        for line in outlines():
            if line.west + turn > window.east or line.east + turn < window.west:
                continue
            if line.south > window.north or line.north < window.south:
                continue
            points = _thinned([window.at(x + turn, y) for x, y in line.points])
            paths.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    return "".join(paths)


def _thinned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the points without those that lie so near the one before that nobody sees them apart."""
    found = [points[0]]
    for point in points[1:]:
        if abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) >= NEAR:
            found.append(point)
    return found


def _net(window: _Window, height: float) -> str:
    step = next((s for s in STEPS if (window.east - window.west) / s <= 8), STEPS[-1])
    paths = []
    degree = step * int(window.west // step)
    while degree <= window.east:
        x, _ = window.at(degree, 0.0)
        paths.append(f"M{x:g} 0V{height:g}")
        degree += step
    degree = step * int(window.south // step)
    while degree <= window.north:
        _, y = window.at(0.0, degree)
        paths.append(f"M0 {y:g}H{window.width:g}")
        degree += step
    return "".join(paths)


def _dots(places: Sequence[PlaceView], window: _Window) -> list[Dot]:
    """Return the places, each with its name where no other stands; one that stands off its dot has a line to it."""
    there: dict[tuple[float, float, str], PlaceView] = {}
    for place in places:
        if place.spot is not None:
            there.setdefault((*window.at(place.spot.longitude, place.spot.latitude), place.value.name), place)
    taken = [(x - 9, x + 9, y + 5) for x, y, _ in there]
    found = []
    for (x, y, name), place in there.items():
        own = (x - 9, x + 9, y + 5)
        right, start, level = _beside(x, y, LETTER * len(name), [t for t in taken if t != own], window.width)
        taken.append((start, start + LETTER * len(name), level))
        lead = f"M{x:g} {y:g}L{start if right else start + LETTER * len(name):g} {level - 5:g}"
        standing, wide = place.value.standing, place.spot is not None and place.spot.wide
        name_x, side = (x + 11, "start") if right else (x - 11, "end")
        found.append(Dot(x, y, name, name_x, level, side, standing, wide, lead if abs(level - y - 5) > LINE else ""))
    return found


def _beside(
    x: float, y: float, long: float, taken: Sequence[tuple[float, float, float]], width: float
) -> tuple[bool, float, float]:
    """Return whether a name stands right of its dot, where it starts and on which line: the nearest that is free."""
    sides = [right for right in (True, False) if (x + 11 + long < width if right else x - 11 > long)] or [True]
    first = sides[0], x + 11 if sides[0] else x - 11 - long, y + 5
    for step in range(2 * FAR + 1):
        level = y + 5 + LINE * ((step + 1) // 2) * (1 if step % 2 else -1)
        for right in sides:
            start = x + 11 if right else x - 11 - long
            if level > LINE and not any(
                abs(level - t) < LINE - 1 and start < b and a < start + long for a, b, t in taken
            ):
                return right, start, level
    return first
