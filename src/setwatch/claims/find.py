"""All properties over one document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from setwatch.claims import distributor, filming_location, people, production_status, release_date, titles
from setwatch.claims.scene import Scene
from setwatch.model import Analysis, Claim, Document, Evidence, Polarity, Production, Property, Sentence, fold

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
_STOPS = (".", "!", "?", "…", ":", '"', "”", "»", "'", "’")
SHORT_LINE = 200
"""Characters of the longest line that is taken for a headline or caption of several sentences; set by hand."""


def find_claims(document: Document, analysis: Analysis, watched: tuple[Production, ...]) -> tuple[Claim, ...]:
    """Return the claims of `document` in the order of their evidence, equal ones once. Pure.

    A headline says shortly what the text says in full, and a name by itself on a line less still: where both make a
    claim, the text's own words are kept.
    """
    if analysis.main_production is None and not any(mention.production for mention in analysis.productions):
        return ()
    scene = Scene(document, analysis, watched)
    claims = [claim for find in FINDERS for claim in find(scene)]
    in_full = {_fact(claim) for claim in claims if not _in_short(scene, claim)}
    kept = [c for c in claims if not (_in_short(scene, c) and _fact(c) in in_full)]
    return tuple(_once(_fullest(kept)))


def _in_short(scene: Scene, claim: Claim) -> bool:
    """Whether a claim stands in a headline or caption, or is a line that holds nothing else."""
    start = claim.evidence.start
    sentence = scene.sentence_at(start)
    alone = sentence is not None and fold(sentence.text) == fold(claim.value)
    return alone or scene.is_headline(start) or _in_short_line(scene, sentence)


def _in_short_line(scene: Scene, sentence: Sentence | None) -> bool:
    """Whether a sentence stands in a short line without a full stop at its end: `It moves. See why`."""
    if sentence is None or sentence.post is not None:
        return False
    text = scene.document.text
    start = text.rfind("\n", 0, sentence.span.start) + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip()
    return len(line) <= SHORT_LINE and not line.endswith(_STOPS)


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
    return claim.production, claim.property, fold(claim.value), claim.polarity


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.evidence.start, claim.evidence.end, claim.property.value, claim.value, claim.production
