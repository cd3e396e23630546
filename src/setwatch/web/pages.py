"""From a template to an answer: rendered, with an ETag, and not sent again to whoever has it."""

import hashlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from setwatch.publish import many
from setwatch.publish.dates import day, in_words, moment, said, span, spoken, until
from setwatch.publish.safe import visible
from setwatch.publish.words import platform
from setwatch.web import links

TEMPLATES = Path(__file__).with_name("templates")


def _shown(value: Any) -> Any:
    """Return captured text with its control characters as visible escapes; what is markup already, as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.globals |= {"links": links, "many": many}
    for function in (day, in_words, moment, platform, said, span, spoken, until):
        found.filters[function.__name__] = function
    return found


ENVIRONMENT = _environment()


def render(template: str, **given: Any) -> str:
    """Return a template filled in."""
    return ENVIRONMENT.get_template(template).render(**given)


def page(request: Request, template: str, status: int = 200, **given: Any) -> Response:
    """Return a page; 304 without it where the browser has the same already (RFC 9110, 13.1.2)."""
    return answer(request, HTMLResponse(render(template, here=request.url.path, **given), status))


def answer(request: Request, response: Response) -> Response:
    """Return a response with an ETag of its bytes, or 304 where the browser has them already."""
    etag = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    response.headers.setdefault("Cache-Control", "no-cache")
    if response.status_code == 200 and etag in _tags(request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers={"ETag": etag, "Cache-Control": response.headers["Cache-Control"]})
    return response


def _tags(header: str) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}
