"""Feeds of changes and alarms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from setwatch.desk import Desk
from setwatch.model import Production, Standing, fold
from setwatch.publish.addresses import Addresses
from setwatch.publish.feeds import FORMATS, Feed, Item, placed, written
from setwatch.publish.feeds.feed import MOST
from setwatch.publish.feeds.items import ABOUT
from setwatch.web.asked import TheDesk
from setwatch.web.errors import Missing, Wrong

router = APIRouter(prefix="/feeds")


@dataclass(frozen=True, slots=True)
class Filters:
    """What of a feed is wanted; an empty tuple is all."""

    properties: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()


def _filters(
    properties: Annotated[list[str] | None, Query(alias="property", max_length=20)] = None,
    standings: Annotated[list[str] | None, Query(alias="standing", max_length=5)] = None,
) -> Filters:
    found = Filters(tuple(properties or ()), tuple(standings or ()))
    if wrong := sorted({*found.properties} - ABOUT):
        raise Wrong(f"{wrong[0]!r} is no property; take one of {', '.join(sorted(ABOUT))}.")
    if wrong := sorted({*found.standings} - {standing.value for standing in Standing}):
        raise Wrong(f"{wrong[0]!r} is no standing; take one of {', '.join(Standing)}.")
    return found


Wanted = Annotated[Filters, Depends(_filters)]


@router.get("/all.{form}")
def everything(request: Request, desk: TheDesk, form: str, wanted: Wanted) -> Response:
    """Return the changes of all that is watched, and all alarms."""
    here = addresses(request)
    return _answer(request, form, "Setwatch: what changed", here.base, _items(desk, here, wanted))


@router.get("/alarms.{form}")
def alarms(request: Request, desk: TheDesk, form: str) -> Response:
    """Return the alarms: old footage that came back as new."""
    here = addresses(request)
    found = _items(desk, here, Filters(("alarm",)))
    return _answer(request, form, "Setwatch: old footage shown as new", here.base, found)


@router.get("/production/{title}.{form}")
def production(request: Request, desk: TheDesk, title: str, form: str, wanted: Wanted) -> Response:
    """Return the changes and alarms of a production."""
    here, found = addresses(request), desk.production(title)
    return _answer(request, form, found.name, here.production(found.name), _items(desk, here, wanted, [found]))


@router.get("/franchise/{name}.{form}")
def franchise(request: Request, desk: TheDesk, name: str, form: str, wanted: Wanted) -> Response:
    """Return the changes and alarms of a franchise's productions."""
    here = addresses(request)
    called, found = of_franchise(desk, name)
    return _answer(request, form, called, here.franchise(called), _items(desk, here, wanted, found))


def addresses(request: Request) -> Addresses:
    """Return where things are, under the name by which the site was asked."""
    return Addresses(str(request.base_url))


def of_franchise(desk: Desk, name: str) -> tuple[str, tuple[Production, ...]]:
    """Return a franchise's own name and its productions.

    Raises:
        Missing: nothing that is watched is of it.
    """
    found = tuple(p for p in desk.watched() if p.franchise and fold(p.franchise) == fold(name))
    if not found:
        raise Missing(f"Nothing that is watched is of a franchise {name!r}.")
    return found[0].franchise or name, found


def _items(
    desk: Desk, here: Addresses, wanted: Filters, productions: Iterable[Production] | None = None
) -> Iterator[Item]:
    names = None if productions is None else [production.name for production in productions]
    found = desk.board.news(names, wanted.properties, wanted.standings, limit=MOST)
    return (placed(item, here) for item in found)


def _answer(request: Request, form: str, title: str, home: str, items: Iterable[Item]) -> Response:
    if form not in FORMATS:
        raise Missing(f"There is no such feed; there are {', '.join(FORMATS)}.")
    feed = Feed.of(title, f"What changed, in whose words: {title}", home, str(request.url), items)
    answer = Response(written(feed, form), media_type=FORMATS[form].media_type)
    answer.headers["Last-Modified"] = format_datetime(feed.changed, usegmt=True)
    return answer
