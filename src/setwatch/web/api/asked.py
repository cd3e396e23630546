"""What requests to the API ask for: the desk, dates, pages, and who asks."""

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from fastapi import Depends, Path, Query, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from setwatch.desk import Desk, Token, token_of
from setwatch.model import interval_of
from setwatch.web.api.dates import WHEN
from setwatch.web.api.problems import ProblemError
from setwatch.web.near import is_near

_DATE = "A date (EDTF: 2022-10-07, 2022-10, 2022) or a time (ISO 8601; without a zone, UTC)."

T = TypeVar("T")

LOST = "cursor: there is no such place in this list (any more); begin again without it."

MOST = 200
"""Items of a page at most."""

_BEARER = HTTPBearer(auto_error=False, description="From `setwatch token new NAME`.")

Shown = Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk()
    return desk


TheDesk = Annotated[Desk, Depends(_desk)]

Title = Annotated[str, Path(max_length=300, description="A watched production, by its name, an alias or its slug.")]

Limit = Annotated[int, Query(ge=1, le=MOST, description="How many items.")]

Cursor = Annotated[str | None, Query(max_length=400, description="`next` of the page before.")]


def _moment(given: str) -> datetime:
    time = datetime.fromisoformat(given)
    try:
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except OverflowError:  # in the first or the last day of all years
        return time.replace(tzinfo=UTC)


def _by_end_of(given: str | None) -> datetime | None:
    return None if given is None else _moment(given) if "T" in given else interval_of(given).not_after


def _from_start_of(given: str | None) -> datetime | None:
    return None if given is None else _moment(given) if "T" in given else interval_of(given).not_before


def known(
    known: Annotated[str | None, Query(pattern=WHEN, description=f"As known by the end of this. {_DATE}")] = None,
) -> datetime | None:
    """Return the last instant of `?known=`."""
    return _by_end_of(known)


def captured(
    captured: Annotated[
        str | None, Query(pattern=WHEN, description=f"From what was captured by the end of this. {_DATE}")
    ] = None,
) -> datetime | None:
    """Return the last instant of `?captured=`."""
    return _by_end_of(captured)


def since(
    since: Annotated[
        str | None, Query(pattern=WHEN, description=f"Only what was said after the start of this. {_DATE}")
    ] = None,
) -> datetime | None:
    """Return the first instant of `?since=`."""
    return _from_start_of(since)


Known = Annotated[datetime | None, Depends(known)]
Captured = Annotated[datetime | None, Depends(captured)]
Since = Annotated[datetime | None, Depends(since)]


def may_read(request: Request, desk: TheDesk, shown: Shown) -> None:
    """Let pass who asks from this machine, and who shows a token."""
    if not (is_near(request) or (shown and token_of(desk, shown.credentials))):
        raise ProblemError(401, "From elsewhere reading needs a token.", {"WWW-Authenticate": "Bearer"})


def may_write(desk: TheDesk, shown: Shown) -> Token:
    """Let pass who shows a token that may write, and return it."""
    found = token_of(desk, shown.credentials) if shown else None
    if found is None:
        raise ProblemError(401, "Writing needs a token.", {"WWW-Authenticate": "Bearer"})
    if not found.writes:
        raise ProblemError(403, "This token may only read.")
    return found


Writer = Annotated[Token, Depends(may_write)]


def paged(items: Sequence[T], key: Callable[[T], str], cursor: str | None, limit: int) -> tuple[list[T], str | None]:
    """Return the items after a cursor and the next cursor, which names the last item seen: new ones shift nothing.

    Raises:
        ProblemError: the cursor is none, or what it names is no longer there.
    """
    start = 0
    if cursor is not None:
        last = opened(cursor)
        start = next((place for place, item in enumerate(items, 1) if key(item) == last), 0)
        if not start:
            raise ProblemError(409, LOST)
    found = list(items[start : start + limit])
    more = start + limit < len(items)
    return found, sealed(key(found[-1])) if more and found else None


def sealed(key: str) -> str:
    """Return a cursor that names the last item of a page."""
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def opened(cursor: str) -> str:
    """Return the item that a cursor names, nothing where it is none."""
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, UnicodeError, ValueError):
        return ""
