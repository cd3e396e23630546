"""The first page: what is watched, what changed lately, what came back as new."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from setwatch.web.asked import TheDesk
from setwatch.web.pages import page
from setwatch.web.views.briefs import briefs, lately

router = APIRouter()


@router.get("/")
def home(request: Request, desk: TheDesk) -> Response:
    """The productions that are watched, the newest changes and alarms over all of them."""
    found = briefs(desk)
    return page(request, "home.html", briefs=found, changes=lately(found), alarms=[a for b in found for a in b.alarms])
