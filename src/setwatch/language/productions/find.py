"""Finds the productions that a text names, and the one that it is about."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from setwatch.language.productions.cues import Cues
from setwatch.language.productions.descriptions import Described, Descriptions, Free
from setwatch.language.productions.evidence import WEIGHTS, Candidate, candidates, least, weigh
from setwatch.language.productions.main import main_production
from setwatch.language.productions.others import other_titles
from setwatch.language.productions.watchlist import Strength, watchlist
from setwatch.language.sentences import MARK, Whole
from setwatch.language.words import Words, folded, words_of
from setwatch.model import DateMention, Document, Production, ProductionMention, Sentence, Span

FOLLOWING_YEAR = re.compile(r"[\"”’'_*]?,?\s?\((?:19|20)\d\d\)")
"""What makes the name of a franchise that of its film of a year."""
_SEQUEL = re.compile(r"[\"”’']?\s(?:sequel|prequel|follow-?up|spin-?off)\b(?!s)")


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions in the order of the text, none overlapping another, and the canonical name of the main one.

    `franchises` are the places that name a franchise and no production of it.
    """

    mentions: tuple[ProductionMention, ...]
    main: str | None
    franchises: tuple[Span, ...] = ()


def names_of(document: Document, watched: tuple[Production, ...]) -> tuple[Candidate, ...]:
    """Return where `document` has the words of a watched name, whether it is meant or not."""
    return tuple(candidates(document.text, words_of(document.text), watchlist(watched)))


def whole_names(names: tuple[Candidate, ...], text: str) -> tuple[Whole, ...]:
    """Return those of the names that have marks in them which end no sentence there: `Lantern! The Return`."""
    marked = (c for c in names if c.shaped and (c.ends_on or MARK.search(text, c.span.start, c.span.end)))
    return tuple(Whole(c.span.start, c.span.end, c.span.end + len(c.ends_on)) for c in marked)


def numbered_names(names: tuple[Candidate, ...]) -> list[Span]:
    """Return where names of several words stand that end with a number, which is no part of a date behind it."""
    return [c.span for c in names if c.shaped and c.last > c.first and c.numbered]


def find_productions(
    document: Document,
    sentences: tuple[Sentence, ...],
    dates: tuple[DateMention, ...],
    names: tuple[Candidate, ...],
    watched: tuple[Production, ...],
) -> Found:
    """Return what `document` names of the watched productions, and the other titles near them.

    `names` are all places that have the words of a watched name, as `names_of` gives them.
    """
    watch, words = watchlist(watched), words_of(document.text)
    cues = Cues(words, sentences, dates)
    accepted = _accepted(names, cues, watch.watched)
    free = Free([c.span for c in accepted])
    descriptions = Descriptions(words, watch, free)
    named: list[Described] = [
        (c.span, None if _has_sequel(words, c, watch.watched) else c.production) for c in accepted
    ]
    franchises = descriptions.franchises({c.production for c in accepted}, cues)
    for franchise, spans in franchises:
        named += descriptions.numbered(franchise)
        named += descriptions.second(franchise, spans)
    named += descriptions.seconds([(span, index) for span, index in named if index is not None])
    main = main_production(document, named)
    for franchise, spans in franchises:
        named += descriptions.nexts(franchise, spans, main)
    main = main_production(document, named)
    if main is not None:
        named += descriptions.sequels(main)
    masked: list[Span] = []
    for span in (span for _, spans in franchises for span in spans if free.take(span)):
        if FOLLOWING_YEAR.match(document.text, span.end):
            named.append((span, None))
        else:
            masked.append(span)
    named += ((span, None) for span in other_titles(words, cues, document.lang) if free.take(span))
    mentions = [_mention(document.text, span, None if at is None else watched[at].name) for span, at in named]
    mentions.sort(key=lambda mention: mention.span.start)
    return Found(tuple(mentions), None if main is None else watched[main].name, tuple(masked))


def _has_sequel(words: Words, candidate: Candidate, watched: tuple[Production, ...]) -> bool:
    """Whether the full name is that of the film before the one that is meant: `the "Lantern" sequel`."""
    if candidate.last < candidate.first or _SEQUEL.match(words.text, candidate.span.end) is None:
        return False
    named = words.folded[candidate.first : candidate.last + 1]
    return " ".join(named) == folded(watched[candidate.production].name)


def _mention(text: str, span: Span, production: str | None) -> ProductionMention:
    return ProductionMention(production, text[span.start : span.end], span)


def _accepted(found: Sequence[Candidate], cues: Cues, watched: tuple[Production, ...]) -> list[Candidate]:
    """Keep the candidates with evidence enough; a production named surely lends evidence to its other names."""
    shaped = Counter(c.production for c in found if c.shaped)
    weights = [weigh(c, cues, watched) + _around(c, shaped[c.production], cues) for c in found]
    enough = least(len(watched))
    sure = {c.production for c, weight in zip(found, weights, strict=True) if weight >= enough}
    franchises = {watched[index].franchise for index in sure} - {None}
    kept: list[Candidate] = []
    for candidate, weight in zip(found, weights, strict=True):
        near = watched[candidate.production].franchise in franchises
        known = candidate.shaped and (candidate.production in sure or (near and weight > 0))
        if (known or weight >= enough) and (not kept or kept[-1].span.end <= candidate.span.start):
            kept.append(candidate)
    return kept


def _around(candidate: Candidate, times: int, cues: Cues) -> float:
    """Return what the rest of the text says: the name comes often, or its one word is also a common one."""
    weight: float = WEIGHTS["often_weight"] if times >= WEIGHTS["often"] else 0
    if candidate.strength is Strength.WORD and candidate.shaped:
        words = cues.words
        word = words.folded[candidate.first]
        weight -= WEIGHTS["common"] if word in words.small and word.isalpha() else 0
    return weight if candidate.shaped else 0
