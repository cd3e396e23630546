"""The API's answers to what is known."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query

from setwatch import __version__
from setwatch.desk import shelf_of
from setwatch.model import Property, Standing
from setwatch.publish import (
    by_first_seen,
    change_shape,
    conflict_shape,
    footage_shape,
    production_shape,
    record_shape,
    story_shape,
)
from setwatch.publish.ids import change_id
from setwatch.web.api.asked import Captured, Cursor, Known, Limit, Since, TheDesk, Title, may_read, paged
from setwatch.web.api.models import (
    About,
    ChangeOut,
    ConflictOut,
    FootageOut,
    Page,
    ProductionOut,
    RecordOut,
    StoryOut,
)
from setwatch.web.api.problems import ProblemError

router = APIRouter(dependencies=[Depends(may_read)])

Properties = Annotated[list[Property] | None, Query(alias="property", description="Only these properties.")]
Standings = Annotated[list[Standing] | None, Query(alias="standing", description="Only values that stand so.")]

Shape = dict[str, Any]


@router.get("/", response_model=About, tags=["about"])
def about() -> Shape:
    """Say what this is."""
    return {"name": "Setwatch", "version": __version__, "openapi": "openapi.json"}


@router.get("/productions", response_model=Page[ProductionOut], tags=["productions"])
def productions(desk: TheDesk, cursor: Cursor = None, limit: Limit = 50) -> Shape:
    """Return what is watched, in the order of the names."""
    items, following = paged(desk.watched(), lambda p: p.name, cursor, limit)
    return _page([production_shape(item) for item in items], following)


@router.get("/productions/{title}", response_model=ProductionOut, tags=["productions"])
def production(desk: TheDesk, title: Title) -> Shape:
    """Return a watched production."""
    return production_shape(desk.production(title))


@router.get("/productions/{title}/record", response_model=RecordOut, tags=["productions"])
def record(
    *,
    desk: TheDesk,
    title: Title,
    known: Known,
    captured: Captured,
    properties: Properties = None,
    standings: Standings = None,
) -> Shape:
    """Return each property's values, how they stand, on whose word."""
    whole = desk.record(title, known, captured)
    values = tuple(
        value
        for value in whole.values
        if (not properties or value.property in properties) and (not standings or value.standing in standings)
    )
    found = replace(whole, values=values)
    return record_shape(found, desk.production(title), shelf_of(desk, found))


@router.get("/productions/{title}/changes", response_model=Page[ChangeOut], tags=["productions"])
def changes(
    *,
    desk: TheDesk,
    title: Title,
    since: Since,
    known: Known,
    captured: Captured,
    properties: Properties = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Shape:
    """Return what changed in the record, in the order in which it was said."""
    found = [c for c in desk.changes(title, since, known, captured) if not properties or c.property in properties]
    items, following = paged(found, change_id, cursor, limit)
    shelf = shelf_of(desk, tuple(items))
    return _page([{"id": change_id(item)} | change_shape(item, shelf) for item in items], following)


@router.get("/productions/{title}/footage", response_model=Page[FootageOut], tags=["productions"])
def footage_of(desk: TheDesk, title: Title, cursor: Cursor = None, limit: Limit = 50) -> Shape:
    """Return the footage of a production with its trails, what was seen first at the start."""
    found = by_first_seen(desk.trails(desk.production(title).name))
    items, following = paged(found, lambda piece: piece.footage_id, cursor, limit)
    shelf = shelf_of(desk, tuple(items))
    return _page([footage_shape(item, shelf) for item in items], following)


@router.get("/productions/{title}/stories", response_model=Page[StoryOut], tags=["productions"])
def stories(desk: TheDesk, title: Title, cursor: Cursor = None, limit: Limit = 50) -> Shape:
    """Return which documents report the same event."""
    items, following = paged(desk.stories(title), lambda story: story.story_id, cursor, limit)
    shelf = shelf_of(desk, tuple(items))
    return _page([story_shape(item, shelf) for item in items], following)


@router.get("/productions/{title}/conflicts", response_model=list[ConflictOut], tags=["productions"])
def conflicts(desk: TheDesk, title: Title) -> list[Shape]:
    """Return what documents contradict each other on."""
    return [conflict_shape(conflict) for conflict in desk.conflicts(title)]


@router.get("/footage/{footage}", response_model=FootageOut, tags=["footage"])
def footage(desk: TheDesk, footage: Annotated[str, Path(max_length=80)]) -> Shape:
    """Return a piece of footage with its trail."""
    found = [piece for piece in desk.trails() if piece.footage_id == footage]
    if not found:
        raise ProblemError(404, "There is no such footage.")
    return footage_shape(found[0], shelf_of(desk, found[0]))


@router.get("/alarms", response_model=Page[FootageOut], tags=["footage"])
def alarms(desk: TheDesk, cursor: Cursor = None, limit: Limit = 50) -> Shape:
    """Return the footage that was shown as new and is older."""
    found = [piece for piece in by_first_seen(desk.trails()) if piece.alarms]
    items, following = paged(found, lambda piece: piece.footage_id, cursor, limit)
    shelf = shelf_of(desk, tuple(items))
    return _page([footage_shape(item, shelf) for item in items], following)


def _page(items: Sequence[Shape], following: str | None) -> Shape:
    return {"items": items, "next": following}
