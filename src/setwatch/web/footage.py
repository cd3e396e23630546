"""The page of a piece of footage: its trail, who tells of it, and what came back as new."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from setwatch.model import Footage
from setwatch.publish import Shelf
from setwatch.web.asked import TheDesk
from setwatch.web.draw.trail import diagram
from setwatch.web.errors import Missing
from setwatch.web.kept import Kept
from setwatch.web.pages import page
from setwatch.web.views.trails import piece_view

router = APIRouter(route_class=Kept)


@router.get("/footage/{footage_id}")
def footage(request: Request, desk: TheDesk, footage_id: str) -> Response:
    """One piece of footage."""
    found: tuple[Footage, ...] = desk.trails(footage_id) if footage_id.startswith("footage-") else ()
    if not found:
        raise Missing(f"There is no footage {footage_id!r}. What it is made of may have changed since.")
    piece = found[0]
    named = {a.named_by for a in piece.appearances if a.named_by}
    shelf = Shelf.of(
        (r.document for r in desk.readings_at({*piece.documents, *named})), desk.tracing_near(piece.documents).copies
    )
    return page(
        request, "footage.html", piece=piece_view(piece, shelf), drawn=diagram(piece, shelf), ids=piece.documents[:20]
    )
