"""Calendars of release dates."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from setwatch.desk import Desk
from setwatch.model import Production
from setwatch.publish.addresses import slug
from setwatch.publish.calendar import MEDIA_TYPE, calendar_of
from setwatch.publish.events import Least, sure_enough
from setwatch.web.asked import TheDesk
from setwatch.web.errors import Wrong
from setwatch.web.feeds import addresses, of_franchise

router = APIRouter(prefix="/calendar")

Min = Annotated[str, Query(alias="min", max_length=20)]


@router.get("/all.ics")
def everything(request: Request, desk: TheDesk, least: Min = Least.RUMOURED) -> Response:
    """Return the release dates of all that is watched."""
    return _answer(request, desk, "Release dates", desk.watched(), least)


@router.get("/production/{title}.ics")
def production(request: Request, desk: TheDesk, title: str, least: Min = Least.RUMOURED) -> Response:
    """Return the release dates of a production."""
    found = desk.production(title)
    return _answer(request, desk, found.name, [found], least)


@router.get("/franchise/{name}.ics")
def franchise(request: Request, desk: TheDesk, name: str, least: Min = Least.RUMOURED) -> Response:
    """Return the release dates of a franchise's productions."""
    called, found = of_franchise(desk, name)
    return _answer(request, desk, called, found, least)


def _answer(request: Request, desk: Desk, name: str, productions: Iterable[Production], given: str) -> Response:
    try:
        least = Least(given)
    except ValueError:
        raise Wrong(f"min is one of {', '.join(Least)}, not {given!r}") from None
    found = desk.board.dates([production.name for production in productions])
    events = [noted for noted in found if sure_enough(noted.event, least)]
    text = calendar_of(name, str(request.url), events, addresses(request))
    answer = Response(text, media_type=f"{MEDIA_TYPE}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'inline; filename="{_file(name)}.ics"'
    return answer


def _file(name: str) -> str:
    return slug(name).encode("ascii", "ignore").decode() or "calendar"
