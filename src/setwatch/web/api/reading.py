"""The API's answers to what is known."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query

from setwatch import __version__
from setwatch.desk import Found, find, rests_in, shelf_of
from setwatch.model import Property, Standing
from setwatch.publish import (
    by_first_seen,
    change_shape,
    conflict_shape,
    decision_shape,
    footage_shape,
    production_shape,
    reading_shape,
    record_shape,
    story_shape,
)
from setwatch.publish.ids import change_id
from setwatch.publish.shapes import document_shape, evidence_shape, interval_shape
from setwatch.web.api.asked import (
    LOST,
    Captured,
    Cursor,
    Known,
    Limit,
    Since,
    TheDesk,
    Title,
    may_read,
    opened,
    paged,
    sealed,
)
from setwatch.web.api.models import (
    About,
    ChangeOut,
    ConflictOut,
    DecisionOut,
    FootageOut,
    FoundOut,
    Page,
    ProductionOut,
    ReadingOut,
    RecordOut,
    StoryOut,
)
from setwatch.web.api.problems import ProblemError

router = APIRouter(dependencies=[Depends(may_read)])

Properties = Annotated[list[Property] | None, Query(alias="property", description="Only these properties.")]
Standings = Annotated[list[Standing] | None, Query(alias="standing", description="Only values that stand so.")]

Shape = dict[str, Any]

VERSION = re.compile("[0-9a-f]{64}")
"""The digest of a capture."""


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
    return record_shape(found, desk.production(title), shelf_of(desk, found), rests_in(desk, found))


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
    items, following = paged(desk.tracing_of(title).stories, lambda story: story.story_id, cursor, limit)
    shelf = shelf_of(desk, tuple(items))
    return _page([story_shape(item, shelf) for item in items], following)


@router.get("/productions/{title}/conflicts", response_model=list[ConflictOut], tags=["productions"])
def conflicts(desk: TheDesk, title: Title) -> list[Shape]:
    """Return what documents contradict each other on."""
    return [conflict_shape(conflict) for conflict in desk.conflicts(title)]


@router.get("/footage/{footage}", response_model=FootageOut, tags=["footage"])
def footage(desk: TheDesk, footage: Annotated[str, Path(max_length=80)]) -> Shape:
    """Return a piece of footage with its trail."""
    found = desk.footage(footage)
    if found is None:
        raise ProblemError(404, "There is no such footage.")
    return footage_shape(found, shelf_of(desk, found))


@router.get("/alarms", response_model=Page[FootageOut], tags=["footage"])
def alarms(
    desk: TheDesk,
    production: Annotated[
        str | None, Query(max_length=300, description="A watched production that it is of, or is passed off as.")
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Shape:
    """Return the footage that was shown as new and is older, that of the newest alarm first."""
    names = None if production is None else [desk.production(production).name]
    ids, following = paged(desk.board.alarms(names), lambda footage_id: footage_id, cursor, limit)
    items = [piece for piece in map(desk.footage, ids) if piece is not None]
    shelf = shelf_of(desk, tuple(items))
    return _page([footage_shape(item, shelf) for item in items], following)


@router.get("/documents", response_model=Page[FoundOut], tags=["documents"])
def documents(
    *,
    desk: TheDesk,
    known: Known,
    q: Annotated[
        str, Query(max_length=200, description="Words that a document has, all of them; “in quotes”: together.")
    ] = "",
    cursor: Cursor = None,
    limit: Limit = 20,
) -> Shape:
    """Return the documents that have some words (none: all), what was said last first, each with a passage."""
    after = None if cursor is None else opened(cursor)
    try:
        found = find(desk, q, known, limit + 1, after)
    except KeyError:
        raise ProblemError(409, LOST) from None
    items = [_found(each) for each in found[:limit]]
    return _page(items, sealed(found[limit - 1].document.version) if len(found) > limit else None)


def _found(found: Found) -> Shape:
    document = found.document
    return {
        "document": document_shape(document),
        "said": interval_shape(found.said),
        "dated": found.dated,
        "evidence": evidence_shape(found.evidence, document, document.document_id, document.version),
    }


@router.get("/documents/{document:path}", response_model=ReadingOut, tags=["documents"])
def document(
    desk: TheDesk,
    document: Annotated[
        str, Path(max_length=2_000, description="A capture's digest (`version`), or a document's id or address.")
    ],
) -> Shape:
    """Return all that a document says, as its newest capture (or the one with this digest) has it."""
    version = document if VERSION.fullmatch(document) else desk.versions(document)[-1].document.version
    return reading_shape(desk.reading(version), desk.origins([version])[version])


@router.get("/decisions", response_model=Page[DecisionOut], tags=["decisions"])
def decisions(desk: TheDesk, cursor: Cursor = None, limit: Limit = 50) -> Shape:
    """Return what people decided, in the order in which they did, also what was taken back."""
    items, following = paged(desk.decisions(), lambda decided: decided.decision.decision_id, cursor, limit)
    return _page([decision_shape(item) for item in items], following)


def _page(items: Sequence[Shape], following: str | None) -> Shape:
    return {"items": items, "next": following}
