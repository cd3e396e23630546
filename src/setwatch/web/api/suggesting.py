"""The API's answers to what might be watched."""

from fastapi import APIRouter, Depends

from setwatch.publish import Shape, Shelf, suggestion_shape
from setwatch.web.api.asked import Cursor, Limit, TheDesk, may_read, paged
from setwatch.web.api.models import Page, SuggestionOut

router = APIRouter(dependencies=[Depends(may_read)])

AT_ONCE = 20
"""Documents that are looked at for one request, of those that were not; `setwatch run` does so as they come in."""


@router.get("/suggestions", response_model=Page[SuggestionOut], tags=["suggestions"])
def suggestions(desk: TheDesk, cursor: Cursor = None, limit: Limit = 50) -> Shape:
    """Return titles that documents report on and nobody watches, the surest first."""
    items, following = paged(desk.suggested.found(most=AT_ONCE), lambda each: each.title, cursor, limit)
    shelf = Shelf.of(desk.suggested.documents(tuple(items)), ())
    return {"items": [suggestion_shape(each, shelf) for each in items], "next": following}
