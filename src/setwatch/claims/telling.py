"""A fact and all the places of a document that tell it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

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


def beside_the_best(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """Yield tellings with how much more by the way each tells its fact than the best of that fact."""
    found = list(tellings)
    best: dict[Fact, int] = {}
    for telling in found:
        best[telling.fact] = min(telling.passing, best.get(telling.fact, telling.passing))
    for telling in found:
        least = best[telling.fact]
        yield replace(telling, passing=telling.passing - least) if least else telling
