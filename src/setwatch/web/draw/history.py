"""The history of a release date: across, when a date was said; up, which date was said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from setwatch.model import Change, Channel, Property, ReleaseReport, days_of
from setwatch.publish import Shelf
from setwatch.publish.dates import day, said, spoken
from setwatch.web import links
from setwatch.web.draw.axis import Axis, Tick, axis

SIZES = ((720.0, 340.0, 9), (350.0, 330.0, 4))
"""Width, height and most marks across: at a desk, and on a phone."""

LEFT, RIGHT, TOP, BOTTOM = 66.0, 14.0, 14.0, 34.0
"""Room at the edges of a picture for what its axes say."""

MOST = 160
"""Points that are drawn."""

WHOLE = frozenset({None, Channel.THEATRICAL})
"""Releases whose line is drawn: in cinemas, or with no word on where."""


@dataclass(frozen=True, slots=True)
class Point:
    """A report: a dot, and for a date that is not whole a bar from `top` to `bottom`.

    `aside`: it is of one region or channel. `off`: another date stood when it was said.
    """

    x: float
    y: float
    top: float
    bottom: float
    label: str
    link: str | None
    aside: bool
    off: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a size: axes, what was reported, and the line of the date that stood."""

    width: float
    height: float
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    points: tuple[Point, ...]
    lines: tuple[str, ...]
    due: str | None
    known: float | None
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Row:
    """One report as the table under the picture has it."""

    said: str
    value: str
    source: str
    link: str | None


@dataclass(frozen=True, slots=True)
class History:
    """The pictures of each size, what they show in a sentence, and in a table."""

    pictures: tuple[Picture, ...]
    summary: str
    rows: tuple[Row, ...]


Steps = dict[int | None, list[tuple[datetime, datetime | None]]]
"""By season: from when on, up to which day the date that stood lies; None where none stood."""


def picture(
    reports: Sequence[ReleaseReport], changes: Sequence[Change], shelf: Shelf, known: datetime | None
) -> History | None:
    """Return the history as known by a time; None where fewer than two dates were said."""
    told = [
        r for r in reports if r.said.not_after and days_of(r.value) and (known is None or r.said.not_after <= known)
    ]
    if len(told) < 2:
        return None
    steps = _steps(change for change in changes if known is None or change.said <= known)
    told = told[-MOST:]
    pictures = tuple(_picture(told, steps, shelf, known, size) for size in SIZES)
    return History(pictures, _summary(told), tuple(_row(report, shelf) for report in told))


def _steps(changes: Iterable[Change]) -> Steps:
    found: Steps = {}
    for change in changes:
        if change.property is Property.RELEASE_DATE and change.region is None and change.channel in WHOLE:
            found.setdefault(change.season, []).append((change.said, _middle(change.after) if change.after else None))
    return found


def _picture(
    told: Sequence[ReleaseReport],
    steps: Steps,
    shelf: Shelf,
    known: datetime | None,
    size: tuple[float, float, int],
) -> Picture:
    width, height, most = size
    stood = [when for line in steps.values() for _, when in line if when]
    across = axis([r.said.not_after for r in told if r.said.not_after], LEFT, width - RIGHT)
    dates = [end for r in told for end in _ends(r.value)]
    up = axis([*dates, *stood], height - BOTTOM, TOP)
    points = tuple(_point(report, across, up, shelf, steps) for report in told)
    lines = tuple(_line(line, across, up) for line in steps.values() if line)
    return Picture(
        width,
        height,
        across.ticks(most),
        up.ticks(6),
        points,
        lines,
        _due(across, up),
        across.at(known) if known else None,
        LEFT,
        width - RIGHT,
        TOP,
        height - BOTTOM,
    )


def _point(report: ReleaseReport, across: Axis, up: Axis, shelf: Shelf, steps: Steps) -> Point:
    first, last = _ends(report.value)
    middle = _middle(report.value)
    document = shelf.newest.get(report.document_id)
    stood = [
        middle
        for when, middle in steps.get(report.season, ())
        if report.said.not_after and when <= report.said.not_after
    ]
    then = stood[-1] if stood else None
    return Point(
        across.at(report.said.not_after) if report.said.not_after else across.start,
        up.at(middle) if middle else up.start,
        up.at(last),
        up.at(first),
        f"{report.outlet or shelf.name(report.document_id)}, {said(report.said)}: {_value(report)}",
        links.document(document.version) if document else None,
        report.region is not None or report.channel not in WHOLE,
        then is not None and not first <= then <= last,
    )


def _line(steps: Sequence[tuple[datetime, datetime | None]], across: Axis, up: Axis) -> str:
    """Return the path of the date that stood: level until it moves, broken where none stood."""
    path: list[str] = []
    down = False
    for when, middle in steps:
        x = across.at(when)
        if middle is None:
            path += [f"H{x}"] if down else []
            down = False
        else:
            path += [f"H{x}V{up.at(middle)}" if down else f"M{x} {up.at(middle)}"]
            down = True
    return "".join([*path, f"H{across.end}"] if down else path)


def _due(across: Axis, up: Axis) -> str | None:
    """Return the path on which a date is said on the day itself; None where the picture has none of it."""
    first, last = max(across.first, up.first), min(across.last, up.last)
    if first >= last:
        return None
    return f"M{across.at(first)} {up.at(first)}L{across.at(last)} {up.at(last)}"


def _ends(edtf: str) -> tuple[datetime, datetime]:
    days = days_of(edtf)
    assert days is not None
    return datetime.combine(days.first, time.min, UTC), datetime.combine(days.last, time(23, 59), UTC)


def _middle(edtf: str) -> datetime | None:
    if days_of(edtf) is None:
        return None
    first, last = _ends(edtf)
    return first + (last - first) / 2


def _value(report: ReleaseReport) -> str:
    marks = [f"season {report.season}" if report.season is not None else "", report.region or "", report.channel or ""]
    named = ", ".join(mark for mark in marks if mark and mark != Channel.THEATRICAL)
    return f"{spoken(report.value)} ({named})" if named else spoken(report.value)


def _row(report: ReleaseReport, shelf: Shelf) -> Row:
    document = shelf.newest.get(report.document_id)
    link = links.document(document.version) if document else None
    return Row(said(report.said), _value(report), report.outlet or shelf.name(report.document_id), link)


def _summary(told: Sequence[ReleaseReport]) -> str:
    first, last = told[0].said.not_after, told[-1].said.not_after
    values = list(dict.fromkeys(spoken(report.value) for report in told))
    span = f" from {day(first)} to {day(last)}" if first and last else ""
    named = ", ".join(values[:6]) + (" and others" if len(values) > 6 else "")
    return f"{len(told)} reports{span} gave {len(values)} dates: {named}."
