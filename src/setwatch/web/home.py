"""The first page: what is watched, what changed lately, what came back as new."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from setwatch.web.asked import TheDesk
from setwatch.web.kept import Kept
from setwatch.web.pages import page
from setwatch.web.views.briefs import alarms_over, briefs, lately

router = APIRouter(route_class=Kept)

OTHERS = 400
"""Names listed of productions of which nothing was said lately; all of them are found by the search for a title."""

ALARMS = 5


@router.get("/")
def home(request: Request, desk: TheDesk) -> Response:
    """The productions that are watched, the newest changes and alarms over all of them."""
    found = briefs(desk)
    shown = {brief.name for brief in found}
    others = [production.name for production in desk.watched() if production.name not in shown]
    return page(
        request,
        "home.html",
        briefs=found,
        others=others[:OTHERS],
        more=max(0, len(others) - OTHERS),
        changes=lately(found),
        alarms=alarms_over(found)[:ALARMS],
    )
