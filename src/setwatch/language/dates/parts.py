"""What words say of a date before the year, or the side of today, is settled; and what is found in the end."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Lean(StrEnum):
    """Which way a date lies that its words leave open: after the base, before it, or as the words around say."""

    FUTURE = "future"
    PAST = "past"
    WORDS = "words"


class Part(Struct, frozen=True, gc=False):
    """A date as named. What is None is not said.

    `division` is EDTF's: 21 to 24 seasons, 33 to 36 quarters; 41 and 42 are the halves of a year.
    `weekday` with `nth` is the nth such day of the month (-1 the last), alone it is the next or last such day.
    `window` holds days that are known already. `grain` is what the words name: day, week, weekend, month, year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    division: int | None = None
    weekday: int | None = None
    nth: int | None = None
    window: tuple[date, date] | None = None
    grain: str = "day"
    edge: str | None = None
    holiday: str | None = None
    relative_year: bool = False
    """The year is told relative to a base that is not known."""
    same_year: bool = False
    """The year is that of the date before: `the summer of that year`."""
    loose: bool = False
    """A date only where a text speaks of its reader's today, as a note or a query does: `the week`, `past few days`."""
    decade: int | None = None
    """The tens of a decade whose century is not told."""
    length: tuple[int, int, int, int] | None = None
    """Years, months, days and working days."""
    ends: "tuple[Part, Part] | None" = None
    spans: tuple[int, int, int, int] | None = None
    """Where the first and the second end stand, if each names itself."""


class Found(Struct, frozen=True, gc=False):
    """A date in the text: `text[start:end]`, its EDTF value, and its first and last day (None: no year)."""

    start: int
    end: int
    edtf: str
    first: date | None
    last: date | None
    grain: str = "day"
    loose: bool = False
    ends: "tuple[Found, Found] | None" = None
    """Both ends of a range whose ends each name themselves."""
