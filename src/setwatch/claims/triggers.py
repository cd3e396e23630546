"""Words without which a pattern cannot match: a cheap look before an expensive one.

It reads the part of the regular expression language that the lexicons use: letters, groups, alternatives, classes,
lookarounds and repetition. Each piece of a pattern is either a few exact wordings, which grow with the next piece, or
something of which only a need is known.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import product

from ahocorasick_rs import AhoCorasick

from setwatch.model import Sentence

_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[-i]*:)?)?")
_LOOK = re.compile(r"\(\?<?[=!]")
_REPEAT = re.compile(r"(?:[?*+]|\{(\d+)(?:,\d*)?\})\??")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_FEW_LETTERS = re.compile(r"\[([^\w\\^-]{1,4}|-[^\w\\^-]{1,3})\]")
"""A class of a few marks."""
MOST = 48
"""Wordings that are kept side by side at most."""
TELLING = 3
"""How telling a wording must be to be worth a look; see `_weight`."""

Words = frozenset[str] | None
Exact = frozenset[str] | None
_NOTHING = frozenset(("",))


class Look:
    """A quick look over a whole text for the sentences in which an expensive pattern may match."""

    def __init__(self, source: str) -> None:
        words = triggers(source)
        self._words = AhoCorasick(sorted(words)) if words else None

    def worth(self, low: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        """Return the sentences of a text, given in lower case, that have what the pattern needs, in order."""
        if self._words is None or not sentences:
            return sentences
        starts = [sentence.span.start for sentence in sentences]
        hits = self._words.find_matches_as_indexes(low, overlapping=True)
        found = {bisect_right(starts, start) - 1 for _, start, _ in hits}
        return [sentences[at] for at in sorted(found) if at >= 0]


def triggers(source: str) -> Words:
    """Return wordings, in lower case, one of which every match of the pattern contains; None where nothing is sure."""
    exact, needed, _ = _alternatives(source, 0)
    return _better(_worth(exact), needed)


def _alternatives(source: str, at: int) -> tuple[Exact, Words, int]:
    """Return the wordings or the need of the alternatives from `at` to the end of their group, and where it ends."""
    exact: Exact = frozenset()
    needed: Words = frozenset()
    while True:
        wordings, words, at = _sequence(source, at)
        exact = exact | wordings if exact is not None and wordings is not None else None
        best = _better(_worth(wordings), words)
        needed = needed | best if needed is not None and best is not None else None
        if at >= len(source) or source[at] == ")":
            return (exact if exact is None or len(exact) <= MOST else None), needed, at
        at += 1


def _sequence(source: str, at: int) -> tuple[Exact, Words, int]:
    """Return the wordings or the most telling need of a sequence, and where it ends: at `|`, `)` or the end."""
    best: Words = None
    whole = True
    run = _NOTHING
    while at < len(source) and source[at] not in "|)":
        exact, words, end = _atom(source, at)
        repeat = _REPEAT.match(source, end)
        times = repeat[0][0] if repeat else ""
        optional = times in {"?", "*"} or (repeat is not None and repeat[1] == "0")
        at = repeat.end() if repeat else end
        if optional:
            exact, words = (exact | _NOTHING if exact is not None and times == "?" else None), None
        grown = _joined(run, exact)
        if grown is not None and times in {"", "?"}:
            run = grown
            continue
        whole = False
        best = _better(_better(best, words), _worth(run if grown is None else grown))
        run = _NOTHING if grown is not None or exact is None or times not in {"", "?"} else exact
    return (run if whole else None), _better(best, _worth(run)), at


def _joined(run: frozenset[str], exact: Exact) -> Exact:
    if exact is None or len(run) * len(exact) > MOST:
        return None
    return frozenset(a + b for a, b in product(run, exact))


def _atom(source: str, at: int) -> tuple[Exact, Words, int]:
    """Return the wordings of one atom or what it needs, and its end."""
    char = source[at]
    if look := _LOOK.match(source, at):
        return _NOTHING, None, _alternatives(source, look.end())[2] + 1
    if char == "(":
        group = _GROUP.match(source, at)
        exact, words, end = _alternatives(source, group.end() if group else at + 1)
        return exact, words, end + 1
    if char == "[" and (found := _CLASS.match(source, at)):
        few = _FEW_LETTERS.fullmatch(found[0])
        return (frozenset(few[1]) if few else None), None, found.end()
    if char == "\\":
        escaped = source[at + 1]
        if escaped.isalnum():
            return (_NOTHING if escaped in "bB" else None), None, at + 2
        return frozenset((escaped,)), None, at + 2
    if char == ".":
        return None, None, at + 1
    return (_NOTHING if char in "^$" else frozenset((char.lower(),))), None, at + 1


def _worth(wordings: Exact) -> Words:
    """Return wordings that are each worth a look, else nothing."""
    return wordings if wordings and all(_weight(wording) >= TELLING for wording in wordings) else None


def _weight(wording: str) -> float:
    """Return how few sentences have a wording: a mark says as much as two letters, a blank little."""
    letters = sum(char.isalnum() for char in wording)
    blanks = wording.count(" ")
    return letters + blanks / 2 + 2 * (len(wording) - letters - blanks)


def _better(one: Words, other: Words) -> Words:
    """Return the need that fewer sentences meet: longer wordings, fewer alternatives."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda words: (min(map(_weight, words)) - len(words) / 16, sorted(words)))
