"""What a request asks for: the desk that answers, and dates as people give them."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Query
from starlette.requests import Request

from setwatch.desk import Desk
from setwatch.model import interval_of
from setwatch.web.errors import Wrong


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(_desk)]
"""The desk that the site is over."""

KnownDate = Annotated[str, Query(max_length=40, description="A date (EDTF: 2022-10-07, 2022-10) or a time (ISO 8601).")]


def by_end_of(given: str) -> datetime | None:
    """Return the last second (UTC) of a date as it is given to `?known=`, None where none is given.

    Raises:
        Wrong: it is no date, or a day that does not exist.
    """
    given = given.strip()
    if not given:
        return None
    if "T" in given:
        try:
            time = datetime.fromisoformat(given)
            return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
        except (ValueError, OverflowError):  # the latter in the first or the last day of all years
            raise Wrong(f"{given!r} is no time; give one as 2022-10-07T18:30.") from None
    found = interval_of(given).not_after
    if found is None:
        raise Wrong(f"{given!r} is no date, or a day that does not exist; give one as 2022-10-07 or 2022-10.")
    return found
