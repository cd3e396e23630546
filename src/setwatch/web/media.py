"""Pictures and video that are kept here: shown to whoever turned them on, from this site alone."""

from collections.abc import Iterable, Iterator

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from setwatch.desk import Desk
from setwatch.model import Footage, Reading
from setwatch.web.asked import TheDesk
from setwatch.web.errors import Forbidden, Missing
from setwatch.web.session import MEDIA_COOKIE, form_of, from_here, turned_on

router = APIRouter()

LASTS = 365 * 24 * 3600
"""Seconds for which a browser keeps that they are turned on."""

MOST = 12
"""Pictures and video on one page."""


@router.post("/media")
async def turn(request: Request) -> Response:
    """Turn them on or off in this browser, and go back to where one was."""
    form = await form_of(request)
    if not from_here(request):
        raise Forbidden("The form came from another site.")
    to = form.get("to", ["/"])[0]
    response = RedirectResponse(to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/", 303)
    if form.get("show", [""])[0] == "on":
        secure = request.url.scheme == "https"
        response.set_cookie(MEDIA_COOKIE, "on", LASTS, httponly=True, samesite="strict", secure=secure)
    else:
        response.delete_cookie(MEDIA_COOKIE)
    return response


@router.get("/media/{digest}")
def media(request: Request, desk: TheDesk, digest: str) -> Response:
    """The bytes of a picture or video."""
    found = desk.media.get(digest) if turned_on(request) else None
    if found is None:
        raise Missing("There is no such picture or video, or they are turned off.")
    response = Response(found[0], media_type=found[1])
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def shown_with(desk: Desk, piece: Footage) -> tuple[tuple[str, bool], ...]:
    """Return the digests of what is kept of a footage, and whether each is a video."""
    return kept_at(desk, desk.readings_at(piece.documents))


def kept_at(desk: Desk, readings: Iterable[Reading]) -> tuple[tuple[str, bool], ...]:
    """Return the digests of what is kept of the addresses of pages and of their posts, and whether each is a video."""
    found = desk.media.at(_addresses(readings), MOST)
    return tuple((digest, kind.startswith("video/")) for digest, kind in found)


def _addresses(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        if reading.document.url:
            yield reading.document.url
        for post in reading.document.posts:
            if post.permalink and not (post.gone and post.gone.hidden):
                yield post.permalink
