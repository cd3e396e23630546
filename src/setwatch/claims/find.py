"""All properties over one document."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from setwatch.claims import people
from setwatch.claims.scene import Scene
from setwatch.model import Analysis, Claim, Document, Evidence, Production

Finder = Callable[[Scene], Iterator[Claim]]
"""One property, or several that are told by the same words: the claims of a document, in any order."""

FINDERS: tuple[Finder, ...] = (people.find,)

_NOWHERE = Evidence("", 0, 0)


def find_claims(document: Document, analysis: Analysis, watched: tuple[Production, ...]) -> tuple[Claim, ...]:
    """Return the claims of `document` in the order of their evidence, equal ones once. Pure."""
    scene = Scene(document, analysis, watched)
    return tuple(_once(claim for find in FINDERS for claim in find(scene)))


def _once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims in the order of their evidence; of those that differ in nothing else, the first."""
    seen: set[Claim] = set()
    for claim in sorted(claims, key=_place):
        said = replace(claim, evidence=_NOWHERE)
        if said not in seen:
            seen.add(said)
            yield claim


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.evidence.start, claim.evidence.end, claim.property.value, claim.value, claim.production
