"""Studios, services, outlets: known ones, and others by the last word of their names."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from setwatch.language.lexicon import lexicon
from setwatch.language.names.vocabulary import ROLES, STOP
from setwatch.language.words import Words, fold_text
from setwatch.model import Mention, MentionKind, Span

_SMALL = frozenset(("on", "of", "plus", "s", "della"))
_INSTITUTIONS = frozenset(lexicon(__package__, "organisations.toml")["institutions"])
_MOST_BEFORE = 4
"""Capitals before the word that makes an institution of them, at most."""


class _Known:
    def __init__(self) -> None:
        names: dict[str, str] = {}
        plus: dict[str, str] = {}
        lists = lexicon(__package__, "organisations.toml")
        for kind in ("studios", "services", "outlets", "others"):
            for wordings in lists[kind]:
                for wording in wordings:
                    folded = f" {' '.join(Words(wording).folded)} "
                    if wording.endswith("+"):
                        plus[folded] = wordings[0]
                    else:
                        names.setdefault(folded, wordings[0])
        names.update(dict.fromkeys(plus.keys() - names.keys(), ""))
        self.names = list(names.values())
        self.plus = [plus.get(name) for name in names]
        self.ambiguous = frozenset(" ".join(Words(name).folded) for name in lists["ambiguous"])
        self.folded = frozenset(name.strip() for name in names)
        self.automaton = AhoCorasick(list(names))


@lru_cache(maxsize=1)
def _known() -> _Known:
    return _Known()


def known_organisations() -> frozenset[str]:
    """Return the folded names of the known organisations."""
    return _known().folded


@lru_cache(maxsize=1)
def tails() -> frozenset[str]:
    """Return the folded last words of names of organisations: `pictures`, `studios`."""
    return frozenset(fold_text(word) for word in lexicon(__package__, "organisations.toml")["tails"])


def organisations(words: Words, taken: list[Span]) -> list[Mention]:
    """Return the known organisations in a text that overlap none of `taken`: longest first, in order."""
    known = _known()
    found: list[tuple[int, int, str]] = []
    for pattern, start, end in known.automaton.find_matches_as_indexes(words.joined, overlapping=True):
        first, last = words.between(start, end)
        plus = words.text[words.ends[last] : words.ends[last] + 1] == "+"
        name = (plus and known.plus[pattern]) or known.names[pattern]
        if name and _capital(words, first, last) and _tight(words, first, last) and not _doubtful(words, first, last):
            found.append((first, last, name))
    found += _institutions(words)
    found.sort(key=lambda item: (item[0], -item[1]))
    mentions: list[Mention] = []
    until = -1
    spans = sorted((span.start, span.end) for span in taken)
    starts = [start for start, _ in spans]
    for first, last, name in found:
        start, end = words.starts[first], words.ends[last]
        before = bisect_left(starts, end) - 1
        if first <= until or (before >= 0 and spans[before][1] > start):
            continue
        until = last
        if words.text[end : end + 1] in ("+", "."):
            end += name.endswith(words.text[end])
        mentions.append(Mention(MentionKind.ORGANISATION, name, Span(start, end)))
    return mentions


def _institutions(words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield first and last word and name of institutions: `Directors Guild of Canada`, `Malta Film Commission`."""
    for at in words.capitals:
        film = at > 0 and words.folded[at - 1] == "film" and f"film {words.folded[at]}" in _INSTITUTIONS
        if words.folded[at] not in _INSTITUTIONS and not film:
            continue
        first = last = at
        while first > 0 and at - first < _MOST_BEFORE and words.capital[first - 1] and words.gap(first - 1) == " ":
            first -= 1
        while first < at and words.folded[first] in STOP - ROLES:
            first += 1
        of = words.folded[at + 1 : at + 3]
        further = at + 1 + len(of) - (of[1:] != ["the"])
        if of[:1] == ["of"] and further < len(words.folded) and words.capital[further] and _tight(words, at, further):
            last = further
        if last > first:
            yield first, last, words.text[words.starts[first] : words.ends[last]]


def _capital(words: Words, first: int, last: int) -> bool:
    """Whether all words of a name have capitals but its small ones."""
    return all(
        words.capital[at] or not words.folded[at].isalpha() or (at > first and words.folded[at] in _SMALL)
        for at in range(first, last + 1)
    )


def _doubtful(words: Words, first: int, last: int) -> bool:
    """Whether a name that is also a common word begins a sentence or is a piece of a longer name."""
    name = " ".join(words.folded[first : last + 1])
    if name not in _known().ambiguous:
        return False
    text = words.text
    before = text[words.starts[first] - 2 : words.starts[first]]
    after = words.ends[last] < len(text) and text[words.ends[last]] == " " and last + 1 < len(words.folded)
    opens = first == 0 or before.strip() == "" or before[0] in ".!?:" or before[1] in '\n“"‘«„('
    piece = (
        first > 0
        and before[1:] == " "
        and words.capital[first - 1]
        and words.ends[first - 1] + 1 == words.starts[first]
    )
    return opens or piece or (after and words.capital[last + 1] and words.starts[last + 1] == words.ends[last] + 1)


def _tight(words: Words, first: int, last: int) -> bool:
    return all(
        words.starts[at + 1] - words.ends[at] <= 3 and "\n" not in words.text[words.ends[at] : words.starts[at + 1]]
        for at in range(first, last)
    )
