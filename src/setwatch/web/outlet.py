"""The page of an outlet: what it said first, what it got wrong, how often what it expected came true."""

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from setwatch.model import fold
from setwatch.publish import Shelf
from setwatch.publish.outlets import Said, repute
from setwatch.publish.record_page import value_name
from setwatch.publish.words import PROPERTY
from setwatch.web.asked import TheDesk
from setwatch.web.errors import Missing
from setwatch.web.kept import Kept
from setwatch.web.pages import page
from setwatch.web.views.quotes import quote_statement
from setwatch.web.views.told import told_by

router = APIRouter(route_class=Kept)

DOCUMENTS = 200
"""The newest documents of an outlet, of which the page tells."""

PRODUCTIONS = 6
"""Productions whose records are looked at: those that it told of most."""

LISTED = 30


@router.get("/outlets/{name}")
def outlet(request: Request, desk: TheDesk, name: str) -> Response:
    """One outlet."""
    readings = [
        r
        for r in desk.readings_in(desk.versions_by(name, DOCUMENTS))
        if r.document.outlet and fold(r.document.outlet) == fold(name)
    ]
    if not readings:
        raise Missing(f"No document of {name!r} is here.")
    told = [claim.production for reading in readings for claim in reading.claims]
    most = sorted(set(told), key=lambda title: (-told.count(title), title))[:PRODUCTIONS]
    found = repute(name, [desk.record(title) for title in most])
    shelf = Shelf.of(reading.document for reading in readings)
    newest = sorted(shelf.newest.values(), key=lambda d: (d.published or d.captured, d.version), reverse=True)
    expected = len(found.came_true) + len(found.came_not)
    return page(
        request,
        "outlet.html",
        name=newest[0].outlet,
        documents=[told_by(document.document_id, shelf) for document in newest[:LISTED]],
        count=len(newest),
        productions=most,
        expected=(len(found.came_true), expected, len(found.still_open)),
        parts=[
            ("first", "Said first", _views(found.first, shelf)),
            ("wrong", "Got wrong", _views(found.wrong, shelf)),
            ("true", "Expected, and it came true", _views(found.came_true, shelf)),
            ("not", "Expected, and it did not", _views(found.came_not, shelf)),
        ],
    )


def _views(found: Sequence[Said], shelf: Shelf) -> list[tuple[str, str, str, str, object]]:
    return [
        (
            said.production,
            PROPERTY[said.value.property],
            value_name(said.value),
            said.value.standing.value,
            quote_statement(said.statement, shelf),
        )
        for said in found[:LISTED]
    ]
