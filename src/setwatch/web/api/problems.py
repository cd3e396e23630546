"""Errors as problem details (RFC 9457)."""

from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from setwatch.desk import StoreError, UnknownTitleError
from setwatch.web.api.models import Problem

MEDIA_TYPE = "application/problem+json"


class ProblemError(HTTPException):
    """A request that cannot be answered; `detail` is one line on why."""


def install(app: FastAPI) -> None:
    """Let `app` answer with problem details."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(UnknownTitleError, _unknown)
    app.add_exception_handler(StoreError, _conflict)
    app.add_exception_handler(Exception, _broken)


def answer(status: int, detail: str = "", errors: list[str] | None = None) -> JSONResponse:
    """Return the answer to a request that went wrong."""
    problem = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors or [])
    told = problem.model_dump(exclude_defaults=True) | {"type": problem.type}
    return JSONResponse(told, status, media_type=MEDIA_TYPE)


async def _http(request: Request, error: Exception) -> Response:
    del request
    if not isinstance(error, HTTPException):
        return answer(500)
    detail = "" if error.detail == HTTPStatus(error.status_code).phrase else error.detail
    found = answer(error.status_code, detail)
    found.headers.update(error.headers or {})
    return found


async def _invalid(request: Request, error: Exception) -> Response:
    del request
    told = error.errors() if isinstance(error, RequestValidationError) else []
    errors = [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in told]
    return answer(422, "The request was not understood.", errors[:20])


async def _unknown(request: Request, error: Exception) -> Response:
    del request
    return answer(404, str(error.args[0]) if error.args else "")


async def _conflict(request: Request, error: Exception) -> Response:
    del request
    return answer(409, str(error))


async def _broken(request: Request, error: Exception) -> Response:
    del request, error  # the server writes it down; nobody else is to read it
    return answer(500)
