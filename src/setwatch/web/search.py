"""Search over documents and posts."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from setwatch.web.asked import TheDesk
from setwatch.web.errors import Missing
from setwatch.web.kept import Kept
from setwatch.web.pages import page
from setwatch.web.views.hits import hit_view

router = APIRouter(route_class=Kept)

ON_A_PAGE = 20


@router.get("/search")
def search(
    request: Request,
    desk: TheDesk,
    q: Annotated[str, Query(max_length=400)] = "",
    number: Annotated[int, Query(alias="page", ge=1, le=500)] = 1,
) -> Response:
    """Where words stand in documents and posts, what was said last first."""
    hits = desk.search(q, ON_A_PAGE + 1, (number - 1) * ON_A_PAGE)
    if number > 1 and not hits:
        raise Missing("There are not so many pages of this.")
    readings = {r.document.version: r.document for r in desk.readings_in([hit.version for hit in hits])}
    found = [hit_view(readings[hit.version], hit.post, q) for hit in hits[:ON_A_PAGE] if hit.version in readings]
    return page(request, "search.html", words=q, hits=found, number=number, more=len(hits) > ON_A_PAGE)
