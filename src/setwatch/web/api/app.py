"""The API's application."""

import re
from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware import Middleware
from starlette.routing import Mount

from setwatch import __version__
from setwatch.desk import Desk
from setwatch.web.api import problems, reading, suggesting, writing
from setwatch.web.api.models import Problem
from setwatch.web.conditional import Conditional

PREFIX = "/api/v1"

ABOUT = """What Setwatch knows, as JSON. Reading is open on this machine; from elsewhere it needs a token, and so does
writing. Answers carry an `ETag`; lists come in pages; errors are problem details (RFC 9457)."""

ERRORS: dict[int | str, dict[str, Any]] = {
    401: {"model": Problem, "description": "A token is needed."},
    403: {"model": Problem, "description": "The token may not do this."},
    404: {"model": Problem, "description": "It is not there."},
    409: {"model": Problem, "description": "It is not (or no longer) as the request assumes."},
    422: {"model": Problem, "description": "The request was not understood."},
}


def mounted(desk: Callable[[], Desk]) -> Mount:
    """Return the route under which all of the API is, addresses with line breaks in them too."""
    route = Mount(PREFIX, create_api(desk), name="api")
    route.path_regex = re.compile(route.path_regex.pattern, re.DOTALL)
    return route


def create_api(desk: Callable[[], Desk]) -> FastAPI:
    """Return the API over the desk that `desk` gives."""
    api = FastAPI(
        title="Setwatch",
        version=__version__,
        description=ABOUT,
        docs_url=None,  # both load scripts from elsewhere
        redoc_url=None,
        responses=ERRORS,
        middleware=[Middleware(Conditional)],
        redirect_slashes=False,
    )
    api.state.desk = desk
    api.include_router(reading.router)
    api.include_router(suggesting.router)
    api.include_router(writing.router)
    problems.install(api)
    api.openapi = lambda: _described(api)  # type: ignore[method-assign]
    return api


def _described(api: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, errors in it under their media type."""
    if api.openapi_schema is None:
        told = get_openapi(
            title=api.title,
            version=api.version,
            description=api.description,
            routes=api.routes,
            servers=[{"url": PREFIX}],
        )
        for path in told["paths"].values():
            for operation in path.values():
                for status, answer in operation["responses"].items():
                    content = answer.get("content", {})
                    if status >= "400" and "application/json" in content:
                        answer["content"] = {problems.MEDIA_TYPE: content["application/json"]}
        api.openapi_schema = told
    return api.openapi_schema
