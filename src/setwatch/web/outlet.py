"""The page of an outlet: what it said first, what it got wrong, how often what it expected came true."""

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from setwatch.desk import Outlet, Shown
from setwatch.model import fold
from setwatch.publish import Shelf
from setwatch.publish.outlets import Part
from setwatch.publish.record_page import value_name
from setwatch.publish.words import PROPERTY
from setwatch.web.asked import TheDesk
from setwatch.web.errors import Missing
from setwatch.web.kept import Kept
from setwatch.web.pages import page
from setwatch.web.views.quotes import Quote, quote_statement
from setwatch.web.views.told import told_by

router = APIRouter(route_class=Kept)

PRODUCTIONS = 6
"""Productions that are named: those that it told of most."""

LISTED = 20
"""Documents, and values of each part, that are listed; how many there are is told of all."""

TITLES = (
    (Part.FIRST, "Said first"),
    (Part.WRONG, "Got wrong"),
    (Part.CAME_TRUE, "Expected, and it came true"),
    (Part.CAME_NOT, "Expected, and it came otherwise"),
)


@router.get("/outlets/{name:path}")
def outlet(request: Request, desk: TheDesk, name: str) -> Response:
    """One outlet."""
    found = desk.board.outlet(name, LISTED, PRODUCTIONS)
    if not found.documents:
        raise Missing(f"No document of {name!r} is here.")
    there = [r.document for r in desk.readings_in(found.newest)]
    shelf = Shelf.of(d for d in there if d.outlet and fold(d.outlet) == fold(name))
    newest = sorted(shelf.newest.values(), key=lambda d: (d.published or d.captured, d.version), reverse=True)
    return page(
        request,
        "outlet.html",
        name=newest[0].outlet if newest else name,
        documents=[told_by(document.document_id, shelf) for document in newest],
        found=found,
        expected=_expected(found),
        parts=[(part.name.lower(), title, found.counts[part], _views(found.parts[part])) for part, title in TITLES],
    )


def _expected(found: Outlet) -> tuple[int, int, int]:
    """Return how often what was expected came true, of how many that are decided, and how many are open."""
    true, never = found.counts[Part.CAME_TRUE], found.counts[Part.CAME_NOT]
    return true, true + never, found.counts[Part.OPEN]


def _views(found: Sequence[Shown]) -> list[tuple[str, str, str, str, Quote]]:
    return [
        (
            shown.said.production,
            PROPERTY[shown.said.value.property],
            value_name(shown.said.value),
            shown.said.value.standing.value,
            quote_statement(shown.said.statement, shown.shelf()),
        )
        for shown in found
    ]
