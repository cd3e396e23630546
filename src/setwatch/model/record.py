"""The record: for a production, what stood on a given date."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from setwatch.model.claim import Channel, Claim, Property
from setwatch.model.dates import Interval
from setwatch.model.decision import Decision


class Standing(StrEnum):
    """How a value stands on a date."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"
    RUMOURED = "rumoured"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with the document that makes it and when it was said and captured."""

    claim: Claim
    document_id: str
    version: str
    outlet: str | None
    said: Interval
    captured: datetime
    dated: bool
    """Whether the document tells its date; if not, it counts from its capture on."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a property as it stands, with all that supports it.

    `witnesses` counts independent roots, `documents` all documents that say so. `statements` are in the order in
    which they were said; the first is the one to cite for when it was first said.
    """

    property: Property
    value: str
    standing: Standing
    witnesses: int
    documents: tuple[str, ...]
    first_said: Interval
    last_said: Interval
    statements: tuple[Statement, ...]
    sentence: str
    """The words to cite, from the statement that carries most weight."""
    reason: str
    """Why it stands so, in a few words."""
    region: str | None = None
    channel: Channel | None = None
    season: int | None = None
    head: bool = False
    """Whether it is what a reader is to be told first: of a date, a status or a title, one at a time."""
    place_id: str | None = None
    """Of a filming location, which place it is: `geonames:` and its number in GeoNames. None: not known."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A statement that counts no more, and the decision that says so."""

    statement: Statement
    decision: Decision


@dataclass(frozen=True, slots=True)
class Record:
    """What stood for a production, as known and as captured by a time (None: by now).

    `rejected` are statements that people rejected, `decisions` what else they decided on the documents of the record.
    """

    production: str
    known: datetime | None
    captured: datetime | None
    values: tuple[Value, ...]
    rejected: tuple[Rejection, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Was `before`, now `after`, because of `because`.

    `before` is None where there was nothing, `after` where nothing stands any longer. `said` is when the words were
    said that brought it about (UTC).
    """

    production: str
    property: Property
    said: datetime
    before: str | None
    after: str | None
    because: Statement
    region: str | None = None
    channel: Channel | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class ReleaseReport:
    """A release date that a document reports as the one that stands when it is published."""

    production: str
    value: str
    document_id: str
    outlet: str | None
    said: Interval
    region: str | None = None
    channel: Channel | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: a value, after `not ` where it is denied, and the ids of the documents that hold it."""

    value: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that cannot all be right. `property` is a `Property`'s value, or `character` where parts differ."""

    production: str
    property: str
    sides: tuple[Side, ...]
    reason: str
