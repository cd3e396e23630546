"""The page of a piece of footage: its trail, who tells of it, and what came back as new."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from setwatch.model import Footage
from setwatch.publish import Shelf
from setwatch.web.asked import KnownDate, TheDesk, by_end_of
from setwatch.web.draw.trail import diagram
from setwatch.web.errors import Missing
from setwatch.web.kept import Kept
from setwatch.web.media import shown_with
from setwatch.web.pages import page
from setwatch.web.session import turned_on
from setwatch.web.views.known import known_view
from setwatch.web.views.trails import piece_view

router = APIRouter(route_class=Kept)


@router.get("/footage/{footage_id}")
def footage(
    request: Request,
    desk: TheDesk,
    footage_id: str,
    told: Annotated[str, Query(alias="in", max_length=4000)] = "",
    known: KnownDate = "",
) -> Response:
    """One piece of footage; `in` is the id of a document that tells of it, where it is of no watched production."""
    piece, view = desk.footage(footage_id, told or None), None
    if piece is None:
        raise Missing(f"There is no footage {footage_id!r}. What it is made of may have changed since.")
    if piece.production is not None:
        moment = by_end_of(known)
        view = known_view(desk.ledgers.days(piece.production, piece.documents), known, moment, datetime.now(UTC))
        those = desk.ledgers.traced(piece.production, moment).footage
        piece = next((each for each in those if each.footage_id == footage_id), _untold(piece))
    media = shown_with(desk, piece) if turned_on(request) else None
    named = {a.named_by for a in piece.appearances if a.named_by}
    shelf = Shelf.of(
        (r.document for r in desk.readings_at({*piece.documents, *named})), desk.tracing_near(piece.documents).copies
    )
    return page(
        request,
        "footage.html",
        known=view,
        piece=piece_view(piece, shelf),
        drawn=diagram(piece, shelf),
        ids=piece.documents[:20],
        media=media,
    )


def _untold(piece: Footage) -> Footage:
    """Return a piece of footage of which nothing is told yet."""
    return replace(piece, summary="Not told of yet", appearances=(), documents=(), alarms=(), firsts=(), witnesses=0)
