"""The pages of a production: its record on a date, and all that it comes from."""

from datetime import UTC, datetime
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from setwatch.desk import Desk, resting
from setwatch.model import Production, Property
from setwatch.publish import by_first_seen
from setwatch.publish.dates import until
from setwatch.publish.words import PROPERTY
from setwatch.web.asked import KnownDate, TheDesk, by_end_of
from setwatch.web.draw.chart import SLIM, chart
from setwatch.web.draw.history import picture
from setwatch.web.errors import Missing
from setwatch.web.kept import Kept
from setwatch.web.pages import page, part_of
from setwatch.web.views.briefs import alarms_by
from setwatch.web.views.changes import change_view
from setwatch.web.views.conflicts import conflict_views
from setwatch.web.views.decisions import rejected_view, ruled
from setwatch.web.views.known import Known, known_view, stands_for
from setwatch.web.views.places import place_views
from setwatch.web.views.record import heads, properties
from setwatch.web.views.stories import story_views
from setwatch.web.views.trails import piece_view

router = APIRouter(prefix="/productions/{title}", route_class=Kept)

ALARMS = 3
"""Alarms that the record shows: the newest; all are with their footage."""

ON_A_PAGE = 50
"""Changes, stories or pieces of footage on one page: what keeps it under 200 KB."""

Page = Annotated[int, Query(alias="page", ge=1, le=100_000)]


def _known(desk: Desk, production: Production, given: str, *, told: bool = False) -> tuple[datetime | None, Known]:
    """Return the date that is asked, with the days on which the record changed (`told`: a document was said)."""
    known, name = by_end_of(given), production.name
    said = desk.ledgers.days(name) if told else desk.ledgers.brief(name).moments
    return known, known_view(said, given, known, datetime.now(UTC))


@router.get("")
def record(request: Request, desk: TheDesk, title: str, known: KnownDate = "") -> Response:
    """What is known of a production, now or on a date."""
    production = desk.production(title)
    moment, view = _known(desk, production, known)
    found, shelf = desk.record(production.name, moment), desk.ledgers.shelf(production.name)
    said = [s.said.not_after or s.captured for value in found.values for s in value.statements]
    alarms = alarms_by(desk.ledgers.brief(production.name).alarms, shelf, moment)
    return page(
        request,
        "record.html",
        alarms=alarms[:ALARMS],
        stands=stands_for(said, None if view.ahead else moment),
        production=production,
        tab="record",
        known=view,
        heads=heads(found.values),
        properties=properties(found, shelf, partial(resting, desk, production.name)),
        history=picture(desk.history(production.name), desk.changes(production.name), shelf, moment),
        rejected=[rejected_view(rejection, shelf) for rejection in found.rejected[:ON_A_PAGE]],
        ruled=ruled(found, shelf)[:ON_A_PAGE],
        counts=(len({s.version for v in found.values for s in v.statements}), len(found.values)),
    )


@router.get("/record/{prop}")
def one_property(request: Request, desk: TheDesk, title: str, prop: str, known: KnownDate = "") -> Response:
    """All values of one property."""
    production = desk.production(title)
    if prop not in set(Property):
        raise Missing(f"{prop!r} is no property.")
    moment, view = _known(desk, production, known)
    shelf, rests = desk.ledgers.shelf(production.name), partial(resting, desk, production.name)
    found = properties(desk.record(production.name, moment), shelf, rests, only=Property(prop))
    name = PROPERTY[Property(prop)]
    return page(
        request, "property.html", production=production, tab="record", known=view, name=name, key=prop, properties=found
    )


@router.get("/changes")
def changes(
    *, request: Request, desk: TheDesk, title: str, known: KnownDate = "", since: KnownDate = "", number: Page = 1
) -> Response:
    """What changed after one date, by another, the newest first."""
    production = desk.production(title)
    moment, view = _known(desk, production, known)
    after, shelf = by_end_of(since), desk.ledgers.shelf(production.name)
    found = desk.changes(production.name, after, moment)[::-1]
    began = (since.strip(), until(after)) if after else ("", "")
    part, at = part_of(found, number, ON_A_PAGE)
    shown = [change_view(change, shelf) for change in part]
    return page(
        request, "changes.html", production=production, tab="changes", known=view, since=began, changes=shown, **at
    )


@router.get("/footage")
def footage(request: Request, desk: TheDesk, title: str, known: KnownDate = "", number: Page = 1) -> Response:
    """The footage of a production, what was seen first at the top."""
    production = desk.production(title)
    moment, view = _known(desk, production, known, told=True)
    told = desk.ledgers.traced(production.name, moment).footage
    passed_off = {piece.footage_id for piece in desk.ledgers.brief(production.name).alarms}
    own = (p for p in told if p.production == production.name or (p.alarms and p.footage_id in passed_off))
    found = by_first_seen(own)
    traced = [piece for piece in found if piece.appearances or piece.alarms]
    rest = [piece for piece in found if not piece.appearances and not piece.alarms]
    shelf = desk.ledgers.shelf(production.name)
    part, at = part_of([*traced, *rest], number, ON_A_PAGE)
    shown = [piece_view(piece, shelf, 3) for piece in part]
    return page(request, "pieces.html", production=production, tab="footage", known=view, pieces=shown, **at)


@router.get("/stories")
def stories(request: Request, desk: TheDesk, title: str, known: KnownDate = "", number: Page = 1) -> Response:
    """The stories about a production as a timeline, the newest first."""
    production = desk.production(title)
    moment, view = _known(desk, production, known, told=True)
    told = desk.ledgers.traced(production.name, moment).stories
    found = story_views(told, desk.ledgers.shelf(production.name))
    shown, at = part_of(found, number, ON_A_PAGE)
    return page(request, "stories.html", production=production, tab="stories", known=view, stories=shown, **at)


@router.get("/places")
def places(request: Request, desk: TheDesk, title: str, known: KnownDate = "") -> Response:
    """Where a production films: on a map, and in time."""
    production = desk.production(title)
    moment, view = _known(desk, production, known)
    shelf, rests = desk.ledgers.shelf(production.name), partial(resting, desk, production.name)
    found = place_views(desk.record(production.name, moment), shelf, rests)
    return page(
        request,
        "places.html",
        production=production,
        tab="places",
        known=view,
        places=found[:ON_A_PAGE],
        drawn=chart(found),
        slim=chart(found, SLIM),
    )


@router.get("/conflicts")
def conflicts(request: Request, desk: TheDesk, title: str, known: KnownDate = "") -> Response:
    """What documents contradict each other on, side by side."""
    production = desk.production(title)
    moment, view = _known(desk, production, known)
    shelf, said = desk.ledgers.shelf(production.name), desk.ledgers.said(production.name).statements
    values = desk.record(production.name, moment).values
    found = conflict_views(desk.conflicts(production.name, moment), said, values, shelf)
    return page(
        request,
        "conflicts.html",
        production=production,
        tab="conflicts",
        known=view,
        conflicts=found[:ON_A_PAGE],
        count=len(found),
    )
