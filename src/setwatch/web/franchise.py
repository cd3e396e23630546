"""The page of a franchise: its productions side by side, and what changed lately over them."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from setwatch.web.asked import TheDesk
from setwatch.web.feeds import of_franchise
from setwatch.web.kept import Kept
from setwatch.web.pages import page, part_of
from setwatch.web.views.briefs import alarms_over, brief_of, lately
from setwatch.web.views.record import HEADS

router = APIRouter(route_class=Kept)

ON_A_PAGE = 25
"""Productions on one page."""


@router.get("/franchises/{name}")
def franchise(
    request: Request, desk: TheDesk, name: str, number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1
) -> Response:
    """A franchise."""
    called, productions = of_franchise(desk, name)
    shown, at = part_of(productions, number, ON_A_PAGE)
    found = [brief_of(desk, production) for production in shown]
    return page(
        request,
        "franchise.html",
        name=called,
        briefs=found,
        heads=[prop.value for prop in HEADS if any(head.key == prop for brief in found for head in brief.heads)],
        names={head.key: head.name for brief in found for head in brief.heads},
        changes=lately(found),
        alarms=alarms_over(found)[:ON_A_PAGE],
        **at,
    )
