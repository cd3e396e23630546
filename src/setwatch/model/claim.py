"""Claims: what a document says of a production."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from setwatch.model.evidence import Evidence


class Property(StrEnum):
    """What a claim is about."""

    RELEASE_DATE = "release_date"
    FILMING_LOCATION = "filming_location"
    PRODUCTION_STATUS = "production_status"
    DIRECTOR = "director"
    WRITER = "writer"
    CAST_MEMBER = "cast_member"
    PRODUCER = "producer"
    COMPOSER = "composer"
    CINEMATOGRAPHER = "cinematographer"
    DISTRIBUTOR = "distributor"
    OFFICIAL_TITLE = "official_title"
    WORKING_TITLE = "working_title"


class Modality(StrEnum):
    """How surely a claim is made [FactBank]."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Polarity(StrEnum):
    """Whether a claim is affirmed or denied [FactBank]."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Status(StrEnum):
    """Values of `production_status`."""

    ANNOUNCED = "announced"
    PRE_PRODUCTION = "pre_production"
    FILMING = "filming"
    PAUSED = "paused"
    RESUMED = "resumed"
    WRAPPED = "wrapped"
    POST_PRODUCTION = "post_production"
    DELAYED = "delayed"
    RELEASED = "released"
    CANCELLED = "cancelled"


class Channel(StrEnum):
    """How a release reaches people. `limited`: in few cinemas, before or without a wide release."""

    THEATRICAL = "theatrical"
    STREAMING = "streaming"
    PREMIERE = "premiere"
    LIMITED = "limited"
    DIGITAL = "digital"


class When(StrEnum):
    """When a value holds, seen from the document: places are past, current or planned, dates current or former."""

    PAST = "past"
    CURRENT = "current"
    PLANNED = "planned"
    FORMER = "former"


class Move(StrEnum):
    """What a text tells of a release date besides the day: that it was moved there, or moved back there."""

    TO = "to"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact that a document asserts or denies of a production.

    `production` is the canonical name of a watched production. `value` is EDTF for release dates, a `Status` for
    the status, else the name as the text has it. `attribution` is whom the text credits for the fact (None: the
    author). `region` is a two-letter country code, `worldwide` or None; `date` is the EDTF date of a status;
    `season` is the number of a series' season.
    """

    UNDATED: ClassVar[str] = "XXXX"
    """The value of a release date that was taken away with no other given: EDTF for a year that nothing tells."""

    production: str
    property: Property
    value: str
    modality: Modality
    polarity: Polarity
    attribution: str | None
    evidence: Evidence
    when: When | None = None
    region: str | None = None
    channel: Channel | None = None
    date: str | None = None
    character: str | None = None
    season: int | None = None
    move: Move | None = None
    """Whether the words tell that a release date was moved to this one."""
    found_by: str | None = None
    """The name of the language model that found it; None: the rules."""
    place_id: str | None = None
    """Which place a filming location names, canonically: `geonames:` and its number in GeoNames. None: not known."""
