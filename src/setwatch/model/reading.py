"""A reading: all that one capture says, derived from it and the watched productions alone."""

from dataclasses import dataclass, field

from setwatch.model.claim import Claim
from setwatch.model.document import Document
from setwatch.model.trail import Telling


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its claims and what it tells of footage and sources."""

    document: Document
    claims: tuple[Claim, ...] = ()
    telling: Telling = field(default_factory=Telling)
