"""From the titles that documents name to those worth watching."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from setwatch.following.words_of import LEXICON
from setwatch.model import Kind, Named, Naming, Production, Suggestion, Witnessed, fold

_WEIGHTS: dict[str, float] = LEXICON["weights"]
_SUMS: dict[str, float] = LEXICON["sums"]
THRESHOLD: float = LEXICON["threshold"]
DOUBT = 2
"""Documents without words of the trade that each outlet counts as having besides its own."""
LITTLE = 0.01
"""Part of a document's weight below which no more documents are counted."""
TELLING = frozenset(LEXICON["telling"])
"""Cues of which one is needed for a title that stands between quotation marks in headlines alone."""
MARKS = frozenset(("heading", "quoted", "marked", "phrase"))
"""Cues of a title that is written between marks."""
SHOWN = 3
"""Sentences that a suggestion shows."""


@dataclass(slots=True)
class _Pile:
    """All that is said of one title: the wordings, and by document the sentence that tells most."""

    wordings: Counter[str] = field(default_factory=Counter)
    by_document: dict[str, Witnessed] = field(default_factory=dict)
    also: set[str] = field(default_factory=set)

    def put(self, found: Witnessed) -> None:
        before = self.by_document.get(found.named.document_id)
        if before is None or _weight(found.naming) > _weight(before.naming):
            self.by_document[found.named.document_id] = found

    def call(self, naming: Naming) -> None:
        self.wordings[naming.name] += 1 + sum(cue in {"marked", "quoted"} for cue in naming.cues)

    def score(self) -> float:
        ordered = sorted((_weight(each.naming) for each in self.by_document.values()), reverse=True)
        total, part = 0.0, 1.0
        for weight in ordered:
            if part < LITTLE:
                break
            total += part * min(weight, _SUMS["best"])
            part *= _SUMS["further"]
        return total + _SUMS["outlet"] * (len(self.outlets()) - 1)

    def tells(self) -> bool:
        cues = {cue for each in self.by_document.values() for cue in each.naming.cues}
        return "heading" not in cues or not cues.isdisjoint(TELLING)

    def outlets(self) -> tuple[str, ...]:
        return tuple(sorted({each.named.outlet for each in self.by_document.values()}))

    def title(self) -> str:
        return max(self.wordings, key=lambda name: (self.wordings[name], sum(c.islower() for c in name), name))


def suggestions(named: Iterable[Named], watched: Sequence[Production], least: float = THRESHOLD) -> list[Suggestion]:
    """Return the titles that documents report on and that are not among `watched`, the surest first.

    Wordings that differ in case, accents, punctuation or an article are one title; so is a shorter one that mostly
    stands beside a longer one. `least` is the score from which a title is proposed.
    """
    piles: dict[str, _Pile] = defaultdict(_Pile)
    every = list(named)
    trade = _of_the_trade(every)
    marking = _marking(every)
    for each in every:
        for naming in _known_of(each, trade, marking):
            pile = piles[key_of(naming.name)]
            pile.put(Witnessed(each, naming))
            pile.call(naming)
    known = {key_of(name) for production in watched for name in (*production.names, production.franchise or "") if name}
    _gather(piles)
    found = [
        _suggestion(pile, score)
        for key, pile in piles.items()
        if not _is_known(key, pile, known) and pile.tells() and (score := pile.score()) >= least
    ]
    return sorted(found, key=lambda each: (-each.score, each.title))


def _of_the_trade(every: Iterable[Named]) -> set[str]:
    """Return the outlets of which most documents have words of the trade."""
    about, of = Counter[str](), Counter[str]()
    for each in every:
        of[each.outlet] += 1
        about[each.outlet] += each.about > 0
    return {outlet for outlet, number in of.items() if about[outlet] >= _SUMS["share"] * (number + DOUBT)}


def _marking(every: Iterable[Named]) -> set[str]:
    """Return the outlets that write titles between marks: of their documents with titles in the headline, most do."""
    marked, of = Counter[str](), Counter[str]()
    for each in every:
        marks = any("heading" in naming.cues and not TELLING.isdisjoint(naming.cues) for naming in each.namings)
        marked[each.outlet] += marks
        of[each.outlet] += marks or any("leads" in naming.cues for naming in each.namings)
    return {outlet for outlet, number in of.items() if marked[outlet] >= _SUMS["marking"] * (number + DOUBT)}


def _known_of(each: Named, trade: set[str], marking: set[str]) -> Iterator[Naming]:
    """Yield the titles of a document with what is known of its outlet."""
    source, marks = each.outlet in trade, each.outlet in marking
    for naming in each.namings:
        bare = marks and MARKS.isdisjoint(naming.cues)
        if source or bare:
            cues = (*naming.cues, *(["source"] if source else []), *(["bare"] if bare else []))
            yield Naming(naming.name, tuple(sorted(cues)), naming.start, naming.end, naming.film, naming.series)
        else:
            yield naming


@lru_cache(maxsize=1 << 15)
def key_of(name: str) -> str:
    """Return what two wordings of one title have in common: folded, and counted parts as numbers."""
    return _PART.sub(lambda match: _NUMBERS.get(match[1], match[1]), fold(name))


_NUMBERS = {word: str(at) for at, words in enumerate(LEXICON["numbers"]["words"], 1) for word in words}
_PART = re.compile(rf"\b(?:{'|'.join(fold(word) for word in LEXICON['numbers']['part'])}) (\d|{'|'.join(_NUMBERS)})\b")


_COUNTED = re.compile(r"(.{3,}?\D) (\d{1,2})")
"""A series with the number of its season behind it."""


def _gather(piles: dict[str, _Pile]) -> None:
    """Fold shorter wordings into longer ones that most of their documents have too."""
    by_document: dict[str, list[str]] = defaultdict(list)
    for key, pile in piles.items():
        for document in pile.by_document:
            by_document[document].append(key)
    into: dict[str, str] = {}
    for key in sorted(piles, key=len):
        beside = Counter(
            other for document in piles[key].by_document for other in by_document[document] if _is_longer(other, key)
        )
        if beside:
            longer, count = max(beside.items(), key=lambda each: (each[1], len(piles[each[0]].by_document), each[0]))
            if 2 * count >= len(piles[key].by_document):
                into[key] = longer
    for key in sorted(into, key=len):
        target = into[key]
        while target in into:
            target = into[target]
        pile, short = piles[target], piles.pop(key)
        for witnessed in short.by_document.values():
            pile.put(witnessed)
        pile.also |= short.also | {short.title()}


def _is_longer(other: str, key: str) -> bool:
    return len(other) > len(key) and (other.startswith(f"{key} ") or other.endswith(f" {key}"))


def _is_known(key: str, pile: _Pile, known: set[str]) -> bool:
    return key in known or any(key_of(name) in known for name in pile.also)


def _suggestion(pile: _Pile, score: float) -> Suggestion:
    every = list(pile.by_document.values())
    title, without = pile.title(), None
    cues = Counter(cue for each in every for cue in each.naming.cues if _WEIGHTS[cue] > 0)
    film, series = sum(each.naming.film for each in every), sum(each.naming.series for each in every)
    best = sorted(every, key=lambda each: (-_weight(each.naming), each.named.said, each.named.document_id))
    if series > film and (counted := _COUNTED.fullmatch(title)) is not None:
        title, without = counted[1], title
    other = {fold(name): name for name in sorted({*pile.also, *pile.wordings}) if _is_other(fold(name), fold(title))}
    also = sorted({*other.values(), *([without] if without else [])})
    return Suggestion(
        title,
        Kind.SERIES if series > film else Kind.FILM,
        tuple(also),
        round(score, 2),
        len(every),
        pile.outlets(),
        tuple(sorted(cues.items(), key=lambda each: (-each[1], each[0]))),
        tuple(best[:SHOWN]),
    )


def _is_other(name: str, title: str) -> bool:
    """Whether a wording can stand for a title: a beginning of it is a franchise's name, `Part 2` nobody's."""
    return name != title and not title.startswith(f"{name} ") and key_of(name) not in _NUMBERS.values()


def _weight(naming: Naming) -> float:
    return _weighed(naming.cues)


@lru_cache(maxsize=1 << 12)
def _weighed(cues: tuple[str, ...]) -> float:
    return sum(_WEIGHTS[cue] for cue in cues)
