"""A reading: all that one capture says, derived from it and the watched productions alone."""

from dataclasses import dataclass, field
from typing import Protocol

from setwatch.model.analysis import Analysis
from setwatch.model.claim import Claim
from setwatch.model.document import Document
from setwatch.model.production import Production
from setwatch.model.trail import Telling


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its claims and what it tells of footage and sources."""

    document: Document
    claims: tuple[Claim, ...] = ()
    telling: Telling = field(default_factory=Telling)


class ClaimReader(Protocol):
    """Whoever finds claims: the rules, or a language model that a user plugs in. Both pass the same evidence check."""

    def find_claims(self, document: Document, analysis: Analysis, watched: tuple[Production, ...]) -> tuple[Claim, ...]:
        """Return the claims of `document`, each with the exact words that it stands on."""
