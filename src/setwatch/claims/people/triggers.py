"""Words without which a pattern cannot match: a cheap look before an expensive one.

It reads the part of the regular expression language that the lexicons use: letters, groups, alternatives, classes,
lookarounds and repetition.
"""

import re

_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[-i]*:)?)?")
_LOOK = re.compile(r"\(\?<?[=!]")
_REPEAT = re.compile(r"(?:[?*+]|\{(\d+)(?:,\d*)?\})\??")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
SHORTEST = 3
"""Letters from which a word is worth a look."""

Words = frozenset[str] | None


def triggers(source: str) -> Words:
    """Return words, in lower case, one of which every match of the pattern contains; None where nothing is sure."""
    return _alternatives(source, 0)[0]


def _alternatives(source: str, at: int) -> tuple[Words, int]:
    """Return what one of the alternatives from `at` to the end of their group needs, and where the group ends."""
    needed: set[str] | None = set()
    while True:
        words, at = _sequence(source, at)
        needed = None if needed is None or words is None else needed | words
        if at >= len(source) or source[at] == ")":
            return (frozenset(needed) if needed else None), at
        at += 1


def _sequence(source: str, at: int) -> tuple[Words, int]:
    """Return the most telling need of a sequence, and where it ends: at `|`, `)` or the end."""
    best: Words = None
    literal = ""
    while at < len(source) and source[at] not in "|)":
        letter, words, end = _atom(source, at)
        repeat = _REPEAT.match(source, end)
        optional = repeat is not None and (repeat[0][0] in "?*" or repeat[1] == "0")
        at = repeat.end() if repeat else end
        if letter and not optional:
            literal += letter
        if not letter or repeat:
            best = _better(best, _word(literal))
            literal = ""
        if words and not optional:
            best = _better(best, words)
    return _better(best, _word(literal)), at


def _atom(source: str, at: int) -> tuple[str, Words, int]:
    """Return one atom: its letter or what its group needs, and its end."""
    char = source[at]
    if look := _LOOK.match(source, at):
        return "", None, _alternatives(source, look.end())[1] + 1
    if char == "(":
        group = _GROUP.match(source, at)
        words, end = _alternatives(source, group.end() if group else at + 1)
        return "", words, end + 1
    if char == "[" and (found := _CLASS.match(source, at)):
        return "", None, found.end()
    if char == "\\":
        escaped = source[at + 1]
        return ("" if escaped.isalnum() else escaped), None, at + 2
    return ("" if char in ".^$" else char.lower()), None, at + 1


def _word(literal: str) -> Words:
    word = literal.strip()
    return frozenset((word,)) if len(word) >= SHORTEST or (len(word) > 1 and not word.isalnum()) else None


def _better(one: Words, other: Words) -> Words:
    """Return the need that fewer sentences meet: longer words, fewer alternatives."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda words: (min(map(len, words)) - len(words) / 4, sorted(words)))
