"""From a template to a page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from setwatch.publish import many
from setwatch.publish.dates import day, in_words, moment, said, span, spoken, until
from setwatch.publish.safe import visible
from setwatch.publish.words import platform
from setwatch.web import links

T = TypeVar("T")

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


def _path(request: Request) -> str:
    """Return the path that is asked, below where the site is mounted."""
    return request.url.path.removeprefix(request.scope.get("root_path", "")) or "/"


def part_of(found: Sequence[T], number: int, size: int) -> tuple[Sequence[T], dict[str, int]]:
    """Return what a list of pages of so many items shows on its `number`th, and what its template says of that.

    Raises:
        HTTPException: there are not so many pages (404).
    """
    last = max(1, -(-len(found) // size))
    if number > last:
        raise HTTPException(404, f"There {'is one page' if last == 1 else f'are {last} pages'} of this.")
    shown = found[(number - 1) * size : number * size]
    return shown, {"number": number, "more": len(found) > number * size, "count": len(found)}


def page(request: Request, template: str, status: int = 200, **given: Any) -> Response:
    """Return a page."""
    return HTMLResponse(
        render(template, here=_path(request), query=request.url.query, base=str(request.base_url), **given), status
    )
