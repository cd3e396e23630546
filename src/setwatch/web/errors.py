"""Pages for what went wrong: in plain words, and with the way back."""

from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from setwatch.desk import UnknownTitleError
from setwatch.web.pages import render

WORDS = {
    400: "That is not something one can ask for.",
    403: "That is not allowed from here.",
    404: "There is no such page.",
    405: "This page cannot be asked for in that way.",
    500: "Something went wrong here. It is not your doing.",
}


LONGEST = 300
"""Characters of what is said of an error: it repeats what was asked for."""


class Missing(HTTPException):
    """What is asked for is not there; the message says what."""

    def __init__(self, message: str) -> None:
        super().__init__(404, message)


class Forbidden(HTTPException):
    """What may not be done by whoever asks; the message says why."""

    def __init__(self, message: str) -> None:
        super().__init__(403, message)


class Wrong(HTTPException):
    """What is asked for makes no sense; the message says why."""

    def __init__(self, message: str) -> None:
        super().__init__(400, message)


def install(app: FastAPI) -> None:
    """Let `app` answer with these pages."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(UnknownTitleError, _unknown)
    app.add_exception_handler(Exception, _broken)


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    named = detail if detail != HTTPStatus(status).phrase else ""
    headers = dict(getattr(error, "headers", None) or {})
    return _page(request, status, named, headers)


async def _invalid(request: Request, error: Exception) -> Response:
    wrong = error.errors() if isinstance(error, RequestValidationError) else []
    named = dict.fromkeys(f"“{part['loc'][-1]}”: {_plain(str(part['msg']))}." for part in wrong)
    return _page(request, 400, " ".join(named))


def _plain(message: str) -> str:
    """Return what is wrong with a part of an address, as a reader is told."""
    return message.removeprefix("Input ").replace("Field required", "is missing").replace("String", "a text")


async def _unknown(request: Request, error: Exception) -> Response:
    words = str(error.args[0]) if error.args else ""
    return _page(request, 404, f"{words[:1].upper()}{words[1:]}.")


async def _broken(request: Request, error: Exception) -> Response:
    del error  # the server writes it down; nobody else is to read it
    return _page(request, 500, "")


def _page(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    words = WORDS.get(status, HTTPStatus(status).phrase)
    detail = detail if len(detail) <= LONGEST else f"{detail[:LONGEST]}…"
    body = render("error.html", here=request.url.path, query="", status=status, words=words, detail=detail)
    return HTMLResponse(body, status, headers)
