"""Pages kept in memory until what documents say or people decided changes, and not sent again to whoever has them."""

from collections import OrderedDict
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from threading import Lock
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from setwatch.web.conditional import etag, tags_of
from setwatch.web.session import turned_on

ROOM = 64 * 1024 * 1024
"""Bytes of pages that are kept; of more, those go first that were asked for longest ago."""

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass(frozen=True, slots=True)
class _Page:
    body: bytes
    headers: tuple[tuple[bytes, bytes], ...]


class Pages:
    """Pages by what was asked for, as long as nothing that they show changes (`Desk.serial`)."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._serial: int | None = None
        self._pages: OrderedDict[str, _Page] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, serial: int, key: str) -> Response | None:
        """Return the page that was kept at this serial."""
        with self._lock:
            page = self._pages.get(key) if serial == self._serial else None
            if page is None:
                return None
            self._pages.move_to_end(key)
        response = Response(page.body)
        response.raw_headers = list(page.headers)
        return response

    def keep(self, serial: int, key: str, response: Response) -> None:
        """Keep a page that was made at this serial; of another one than those before it, in their place."""
        page = _Page(bytes(response.body), tuple(response.raw_headers))
        with self._lock:
            if serial != self._serial:
                self._pages.clear()
                self._size, self._serial = 0, serial
            if (old := self._pages.pop(key, None)) is not None:
                self._size -= len(old.body)
            self._pages[key] = page
            self._size += len(page.body)
            while self._size > self._room and self._pages:
                self._size -= len(self._pages.popitem(last=False)[1].body)


class Kept(APIRoute):
    """A route whose pages are the same for everybody, and that depend on the store alone."""

    def get_route_handler(self) -> Handler:
        """Return what answers a request: the page that is kept, else a new one, or 304 (RFC 9110, 13.1.2)."""
        make = super().get_route_handler()

        async def answer(request: Request) -> Response:
            pages: Pages = request.app.state.pages
            serial = request.app.state.desk.serial()
            # The name by which it was asked is in links to calendars; pictures are for whoever turned them on.
            key = f"{request.url} {turned_on(request)}"
            response = pages.get(serial, key)
            if response is None:
                response = await make(request)
                if response.status_code != 200:
                    return response
                tag(response)
                pages.keep(serial, key, response)
            return unless_known(request, response)

        return answer


def tag(response: Response) -> None:
    """Give a response the ETag of its bytes."""
    response.headers["ETag"] = etag(bytes(response.body))
    response.headers.setdefault("Cache-Control", "no-cache")


def unless_known(request: Request, response: Response) -> Response:
    """Return a response, or 304 without its body where the browser has it already."""
    if response.headers["ETag"] not in tags_of(request.headers):
        return response
    headers = {name: response.headers[name] for name in ("ETag", "Cache-Control")}
    return Response(status_code=304, headers=headers)
