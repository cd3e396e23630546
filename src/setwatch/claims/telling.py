"""A fact and all the places of a document that tell it."""

from msgspec import Struct

from setwatch.model import Claim, Polarity, Property, fold

Fact = tuple[str, Property, str, Polarity]
"""Production, property, folded value and polarity."""


class Telling(Struct, frozen=True, gc=False):
    """A claim as one place tells it.

    `passing` is how much by the way its words tell it, 0 where they tell it best of all places.
    """

    claim: Claim
    passing: int = 0

    @property
    def fact(self) -> Fact:
        """What is told, however surely and on whosever word."""
        return self.claim.production, self.claim.property, fold(self.claim.value), self.claim.polarity
