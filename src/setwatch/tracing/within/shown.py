"""What footage shows: the people and places named where it is spoken of."""

from collections.abc import Sequence

from setwatch.model import Depiction, MentionKind, Modality, Step, fold
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.sightings import Sighting

_BEFORE = 30
"""Characters before a name in which a hedge is its own."""


def depicts(page: Page, sightings: Sequence[Sighting], steps: Sequence[Step]) -> tuple[Depiction, ...]:
    """Return who and what is to be seen, each name once, as surely as the words just before it say."""
    indices = {s.index for s in sightings}
    tellers = {(s.evidence.start, fold(s.actor)) for s in steps if s.actor}
    carriers = {name for _, name in tellers}
    found: dict[str, Depiction] = {}
    for mention in page.analysis.names:
        if mention.kind not in (MentionKind.PERSON, MentionKind.PLACE):
            continue
        inside = any(
            page.stretches[i].start <= mention.span.start and mention.span.end <= page.stretches[i].end for i in indices
        )
        if not inside or fold(mention.name) in carriers:
            continue
        evidence = page.evidence(mention.span.start, mention.span.end)
        found.setdefault(fold(mention.name), Depiction(mention.name, _modality(page, mention.span.start), evidence))
    return tuple(found.values())


def _modality(page: Page, start: int) -> Modality:
    before = page.document.text[max(0, start - _BEFORE) : start]
    if page.lexicon.possible.search(before):
        return Modality.POSSIBLE
    return Modality.PROBABLE if page.lexicon.probable.search(before) else Modality.CERTAIN
