"""All properties over one document."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter

from setwatch.claims import distributor, filming_location, people, production_status, release_date, titles
from setwatch.claims.scene import Scene
from setwatch.claims.telling import Fact, Telling
from setwatch.model import Analysis, Claim, Document, Production, Property, Sentence, fold

Finder = Callable[[Scene], Iterator[Claim]]
"""One property, or several that are told by the same words: the claims of a document, in any order."""

Teller = Callable[[Scene], Iterator[Telling]]
"""The same, with how much by the way each is told."""

FINDERS: tuple[Finder, ...] = (release_date.find, distributor.find, titles.find)
TELLERS: tuple[Teller, ...] = (filming_location.tellings, production_status.tellings, people.tellings)

_details = attrgetter("attribution", "when", "region", "channel", "date", "character", "season")
_said = attrgetter(*(field.name for field in fields(Claim) if field.name != "evidence"))
"""All of a claim but where it stands."""
_STOPS = (".", "!", "?", "…", ":", '"', "”", "»", "'", "’")
BESIDE_A_VALUE = 24
"""Marks and articles, in characters, that may stand in a line that holds nothing else than a value."""
_BACK = re.compile(r"(?:It|Its|He|She|They|His|Her|Their|That|This)\b")
"""Words that point back: no headline opens with them."""
_BELOW = 0.7
"""From which part of a text on its headlines are those of other documents; set by hand."""
_SOME_WORDS = 2
"""Blanks in words that say something by themselves wherever they stand."""
SHORT_LINE = 200
"""Characters of the longest line that is taken for a headline or caption of several sentences; set by hand."""


def find_claims(document: Document, analysis: Analysis, watched: tuple[Production, ...]) -> tuple[Claim, ...]:
    """Return the claims of `document`, equal ones once, facts in the order of the text. Pure.

    A fact that is told in several places is claimed where it is told best, that claim first; what other places say
    otherwise of it (how surely, on whose word) follows.
    """
    if analysis.main_production is None and not any(mention.production for mention in analysis.productions):
        return ()
    scene = Scene(document, analysis, watched)
    facts: dict[Fact, list[Telling]] = {}
    for telling in tellings(scene):
        facts.setdefault(telling.fact, []).append(telling)
    told = [_of_fact(scene, group) for group in facts.values() if not all(telling.passing for telling in group)]
    return tuple(claim for claims in sorted(told, key=lambda claims: _place(claims[0])) for claim in claims)


def tellings(scene: Scene) -> Iterator[Telling]:
    """Yield what all places of a document tell of the watched productions."""
    for find in FINDERS:
        for claim in find(scene):
            yield Telling(claim)
    for tell in TELLERS:
        yield from tell(scene)


def _of_fact(scene: Scene, group: Sequence[Telling]) -> list[Claim]:
    """Return the claims on one fact, the one that tells it best first."""
    if len(group) == 1:
        return [group[0].claim]
    ranked = _same_words_first(sorted(group, key=lambda telling: _rank(scene, telling)))
    claims = [telling.claim for telling in group if not telling.passing]
    in_full = [claim for claim in claims if not _in_short(scene, claim)]
    kept = list(_once(_fullest(in_full or claims)))
    best = ranked[0].claim
    if not any(_says_more(claim, best) for claim in kept):
        kept = [best, *(claim for claim in kept if _said(claim) != _said(best))]
    return kept + list(_also_said(ranked, {claim.attribution for claim in kept}))


def _same_words_first(ranked: list[Telling]) -> list[Telling]:
    """Return tellings with the best one after one of the very same words that stands before it in the text."""
    best = ranked[0].claim
    for index, telling in enumerate(ranked[1:], 1):
        claim = telling.claim
        words = claim.evidence.exact
        earlier = claim.evidence.start < best.evidence.start and words in best.evidence.exact
        if earlier and words.count(" ") >= _SOME_WORDS and claim.modality is best.modality:
            return [telling, *ranked[:index], *ranked[index + 1 :]]
    return ranked


def _also_said(ranked: Sequence[Telling], known: set[str | None]) -> Iterator[Claim]:
    """Yield the fact on the word of each who is not `known` to say it, where he says it best."""
    for telling in ranked:
        said = telling.claim.attribution
        if said is not None and said not in known:
            known = known | {said}
            yield telling.claim


def _rank(scene: Scene, telling: Telling) -> tuple[float, ...]:
    """Return how good a place to cite is, lower is better.

    Headlines below the text are other documents'. Else words that tell the fact in its own right go before a passing
    mention, the text before headlines and captions, a status with its date before one without, a place
    where the shoot is told of before one where people are seen, a sentence that names
    the production before one that does not, and what stands earlier before what stands later.
    """
    claim, evidence = telling.claim, telling.claim.evidence
    short = _in_short(scene, claim)
    below = short and evidence.start > _BELOW * len(scene.document.text)
    sentence = scene.sentence_at(evidence.start)
    nameless = sentence is None or not scene.productions_in(sentence.span)
    undated = claim.property is Property.PRODUCTION_STATUS and claim.date is None
    place = claim.property is Property.FILMING_LOCATION
    weak = telling.passing > 0 if place else undated
    return below, 0 if place else telling.passing, short, weak, nameless, evidence.start, evidence.end


def _in_short(scene: Scene, claim: Claim) -> bool:
    """Whether a claim stands in a headline or caption, or is a line that holds nothing else."""
    start = claim.evidence.start
    sentence = scene.sentence_at(start)
    alone = (
        sentence is not None
        and len(sentence.text) <= len(claim.value) + BESIDE_A_VALUE
        and fold(sentence.text) == fold(claim.value)
    )
    if sentence is not None and _BACK.match(sentence.text):
        return False
    return alone or scene.is_headline(start) or _in_short_line(scene, sentence) or _in_first_line(scene, start)


def _in_first_line(scene: Scene, at: int) -> bool:
    """Whether the words at an offset stand in a short line that opens the text as a question or a cry."""
    end = scene.document.text.find("\n")
    return at < end <= SHORT_LINE and scene.document.text[:end].rstrip().endswith(("?", "!"))


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
    """Yield the claims on a fact without those that another says with more: its character, its day."""
    yield from (c for c in claims if not any(_says_more(other, c) for other in claims))


def _says_more(claim: Claim, other: Claim) -> bool:
    """Whether `claim` says all that `other` does, and more."""
    if claim.modality is not other.modality:
        return False
    mine, theirs = _details(claim), _details(other)
    return mine != theirs and all(m == t or t is None for m, t in zip(mine, theirs, strict=True))


def _once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims in the order of their evidence; of those that differ in nothing else, the first."""
    seen: set[tuple[object, ...]] = set()
    for claim in sorted(claims, key=_place):
        said = _said(claim)
        if said not in seen:
            seen.add(said)
            yield claim


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.evidence.start, claim.evidence.end, claim.property.value, claim.value, claim.production
