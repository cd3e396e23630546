"""All properties over one document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from setwatch.claims import distributor, filming_location, people, production_status, release_date, titles
from setwatch.claims.scene import Scene
from setwatch.model import Analysis, Claim, Document, Evidence, Polarity, Production, Property

Finder = Callable[[Scene], Iterator[Claim]]
"""One property, or several that are told by the same words: the claims of a document, in any order."""

FINDERS: tuple[Finder, ...] = (
    release_date.find,
    filming_location.find,
    production_status.find,
    distributor.find,
    titles.find,
    people.find,
)

_DETAILS = ("attribution", "when", "region", "channel", "date", "character", "season")
_NOWHERE = Evidence("", 0, 0)


def find_claims(document: Document, analysis: Analysis, watched: tuple[Production, ...]) -> tuple[Claim, ...]:
    """Return the claims of `document` in the order of their evidence, equal ones once. Pure.

    A headline says shortly what the text says in full: where both make a claim, the text's own words are kept.
    """
    if analysis.main_production is None and not any(mention.production for mention in analysis.productions):
        return ()
    scene = Scene(document, analysis, watched)
    claims = [claim for find in FINDERS for claim in find(scene)]
    in_full = {_fact(claim) for claim in claims if not scene.is_headline(claim.evidence.start)}
    kept = [c for c in claims if not (scene.is_headline(c.evidence.start) and _fact(c) in in_full)]
    return tuple(_once(_fullest(kept)))


def _fullest(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims without those that another says with more: a part with its character, a start with its day."""
    alike: dict[tuple[str, Property, str, Polarity], list[Claim]] = {}
    for claim in claims:
        alike.setdefault(_fact(claim), []).append(claim)
    for group in alike.values():
        yield from (c for c in group if not any(_says_more(other, c) for other in group))


def _says_more(claim: Claim, other: Claim) -> bool:
    """Whether `claim` says all that `other` does, and more."""
    if claim.modality is not other.modality:
        return False
    pairs = [(getattr(claim, name), getattr(other, name)) for name in _DETAILS]
    return all(mine == theirs or theirs is None for mine, theirs in pairs) and any(m != t for m, t in pairs)


def _once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims in the order of their evidence; of those that differ in nothing else, the first."""
    seen: set[Claim] = set()
    for claim in sorted(claims, key=_place):
        said = replace(claim, evidence=_NOWHERE)
        if said not in seen:
            seen.add(said)
            yield claim


def _fact(claim: Claim) -> tuple[str, Property, str, Polarity]:
    return claim.production, claim.property, claim.value, claim.polarity


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.evidence.start, claim.evidence.end, claim.property.value, claim.value, claim.production
