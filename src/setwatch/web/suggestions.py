"""What documents report on and nobody watches."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from setwatch.publish import Shelf
from setwatch.web.asked import TheDesk
from setwatch.web.pages import page
from setwatch.web.views.suggestions import suggested

router = APIRouter()

SHOWN = 50
"""Titles on the page."""

AT_ONCE = 20
"""Documents that are looked at for one request, of those that were not; `setwatch run` does so as they come in."""


@router.get("/suggestions")
def suggestions(request: Request, desk: TheDesk) -> Response:
    """Titles that might be watched, the surest first, with the sentences that tell what they are."""
    found = desk.suggested.found(most=AT_ONCE)
    shelf = Shelf.of(desk.suggested.documents(found[:SHOWN]), ())
    rows = [suggested(each, shelf) for each in found[:SHOWN]]
    answer = page(request, "suggestions.html", rows=rows, more=max(0, len(found) - SHOWN))
    answer.headers["Cache-Control"] = "no-cache"
    return answer
