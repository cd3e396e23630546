"""Studios, services, outlets: known ones, and others by the last word of their names."""

from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from setwatch.language.lexicon import lexicon
from setwatch.language.words import Words, words_of
from setwatch.model import Mention, MentionKind, Span


class _Known:
    def __init__(self) -> None:
        names: dict[str, str] = {}
        lists = lexicon(__package__, "organisations.toml")
        for kind in ("studios", "services", "outlets", "others"):
            for wordings in lists[kind]:
                for wording in wordings:
                    folded = " ".join(words_of(wording).folded)
                    names.setdefault(f" {folded} ", wordings[0])
        self.names = list(names.values())
        self.automaton = AhoCorasick(list(names))


@lru_cache(maxsize=1)
def _known() -> _Known:
    return _Known()


def organisations(words: Words, taken: list[Span]) -> list[Mention]:
    """Return the known organisations in a text that overlap none of `taken`: longest first, in order."""
    known = _known()
    found: list[tuple[int, int, str]] = []
    for pattern, start, end in known.automaton.find_matches_as_indexes(words.joined, overlapping=True):
        first = words.places[start]
        last = words.places.get(end - 1, len(words.folded)) - 1
        if all(
            words.capital[at] or not words.folded[at].isalpha() or words.folded[at] in ("on", "of", "plus")
            for at in range(first, last + 1)
        ) and _tight(words, first, last):
            found.append((first, last, known.names[pattern]))
    found.sort(key=lambda item: (item[0], -item[1]))
    mentions: list[Mention] = []
    until = -1
    spans = sorted((span.start, span.end) for span in taken)
    for first, last, name in found:
        start, end = words.starts[first], words.ends[last]
        if first <= until or any(start < e and s < end for s, e in spans):
            continue
        until = last
        if words.text[end : end + 1] in ("+", "."):
            end += 1 if words.text[end] == "+" or (name.endswith(".") and words.text[end] == ".") else 0
        mentions.append(Mention(MentionKind.ORGANISATION, name, Span(start, end)))
    return mentions


def _tight(words: Words, first: int, last: int) -> bool:
    return all(
        words.starts[at + 1] - words.ends[at] <= 3 and "\n" not in words.text[words.ends[at] : words.starts[at + 1]]
        for at in range(first, last)
    )
