"""How far apart two places of a sentence are, in meaning rather than in letters, and which cue is nearest."""

import re
from collections.abc import Iterable, Mapping

from setwatch.claims.cues import Cue
from setwatch.model import Span

STRONG, WEAK = 60.0, 18.0
"""What the end of a clause and a comma or `and` cost, in characters; set by hand on reports of four productions."""

_TURN = (
    "but(?! also)|while|though|although|whereas|after|before|because|when|where|doch|aber|während|als|mais|"
    "tandis|pero|mientras|cuando|ma|mentre|maar|terwijl|men|mens|medan|но|когда|ale"
)
_STRONG = re.compile(
    rf"[;:()!?\n.,\s](?:(?<=[;:()!?\n])|(?<=\.)\s|(?<=\s)(?:[–—-]{{1,2}}|{_TURN})\s|"
    rf"(?<=,)\s(?:then|and (?:it|he|she|they|there|the|that)|{_TURN})\s)"
)
_WEAK = re.compile(
    r"[,\s](?:(?<=,)\s|(?<=\s)(?:and|or|which|that|who|with|und|oder|das|der|die|et|qui|que|y|e|che|en|dat|och|og|"
    r"и|és|i)\s)"
)
"""Both begin with the marks that they may begin with, since a search for one of a few characters is quick."""


def distance(text: str, one: Span, other: Span) -> float:
    """Return how far `other` is from `one` in `text`: characters between, clause ends counting many."""
    if one.start > other.start:
        one, other = other, one
    between = text[one.end : other.start]
    return len(between) + STRONG * len(_STRONG.findall(between)) + WEAK * len(_WEAK.findall(between))


def same_clause(text: str, one: Span, other: Span) -> bool:
    """Whether no clause ends between `one` and `other`, which follows it."""
    return not _STRONG.search(text[one.end : other.start])


def nearest(text: str, cues: Iterable[Cue], span: Span, handicaps: Mapping[str, float]) -> tuple[Cue | None, float]:
    """Return the cue nearest to `span` and its distance; a class of `handicaps` counts as so much farther away."""
    best: Cue | None = None
    least = float("inf")
    for cue in cues:
        if cue.span.start < span.end and span.start < cue.span.end:
            continue
        handicap = handicaps.get(cue.kind, 0.0)
        if max(span.start - cue.span.end, cue.span.start - span.end) + handicap >= least:
            continue
        far = distance(text, cue.span, span) + handicap
        if far < least:
            best, least = cue, far
    return best, least
