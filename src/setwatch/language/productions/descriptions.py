"""Descriptions and numbers: `the seventh film`, `Riverfall 2 and 3`, `Riverfall: Deep Water` of the same franchise."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from setwatch.language.lexicon import lexicon
from setwatch.language.productions.cues import WORKS, Cues
from setwatch.language.productions.watchlist import (
    ORDINALS,
    PART_WORDS,
    ROMAN_NUMBERS,
    Franchise,
    Watchlist,
    number_of,
    part_of,
)
from setwatch.language.words import Words, fold_text
from setwatch.model import Span

_DESCRIPTIONS = lexicon(__package__, "words.toml")["descriptions"]
_SUFFIXES = frozenset(fold_text(word) for word in _DESCRIPTIONS["suffixes"])
_SEQUELS = frozenset(fold_text(word) for word in _DESCRIPTIONS["sequels"])
_ARTICLES = frozenset(fold_text(word) for word in _DESCRIPTIONS["articles"])
SMALL = frozenset(fold_text(word) for word in _DESCRIPTIONS["small"])
_NEXT = frozenset(fold_text(word) for word in _DESCRIPTIONS["next"])
_NUMBERED = frozenset(fold_text(word) for word in _DESCRIPTIONS["numbered"])
_AFTER = frozenset(fold_text(word) for word in _DESCRIPTIONS["after"])
_HALVES = frozenset(fold_text(word) for word in _DESCRIPTIONS["halves"])
DATES = frozenset(fold_text(word) for word in lexicon(__package__, "words.toml")["titles"]["dates"])
"""Words of dates: a number behind one is a day."""
_COUNTING = frozenset(ORDINALS) | PART_WORDS | _NUMBERED
_NO_FILM = frozenset(("season", "episode", "seasons", "episodes"))
_SUBTITLE = re.compile(r"\s?:\s|\s[-–—]\s")
_STOP = re.compile(r"[.;:!?\n]")
_AND = re.compile(r"\s?[&/+,]\s?|\s(?:and|und|et|y|e|en|och|og|и|és|i)\s")

_SEQUEL_BEHIND = re.compile(r"[\"”’']?\s(?:sequel|follow-?up)\b(?!s)(?! to\b)", re.I)
_SEQUEL_BEFORE = re.compile(r"\b(?:sequel|follow-?up)\sto\s[\"“‘']?$", re.I)
_SEQUEL_LEAD = 16
SECOND = 2
_JOINTS = frozenset((" ", "-", "’", "'", " & "))
LONGEST = 12
"""Words of a title at most."""
LEAST_BARE = 3
"""Ordinals up to this one are too common to stand for a production by themselves."""

FEW, SOME = 1.0, 1.5
"""Words of the trade that a text needs for a franchise of several words and of one word to be meant."""

Described = tuple[Span, int | None]
"""A span and the watched production that it describes, None for one of the franchise that is not watched."""


class Free:
    """The characters of a text that no mention has yet."""

    def __init__(self, taken: list[Span]) -> None:
        self._taken: set[int] = set()
        for span in taken:
            self._taken.update(range(span.start, span.end))

    def take(self, span: Span) -> bool:
        """Whether no mention has a character of `span`; from now on one has."""
        places = range(span.start, span.end)
        if not self._taken.isdisjoint(places):
            return False
        self._taken.update(places)
        return True


class Descriptions:
    """Reads descriptions in one text."""

    def __init__(self, words: Words, watch: Watchlist, free: Free) -> None:
        self._words = words
        self._watch = watch
        self._free = free

    def franchises(self, about: set[int], cues: Cues) -> list[tuple[Franchise, list[Span]]]:
        """Return the franchises in the text with the places that name them.

        A franchise of two words and more counts where it is written with capitals, one of one word where the text has
        words of the trade too, any where one of its productions is named.
        """
        words, watch = self._words, self._watch
        spans: dict[tuple[str, ...], list[Span]] = {}
        known = {franchise.words for index in about if (franchise := watch.franchise_of(index)) is not None}
        for start, end, franchise in watch.franchises_in(words.joined):
            first, last = words.between(start, end)
            if words.capital[first]:
                spans.setdefault(franchise.words, []).append(Span(words.starts[first], words.ends[last]))
        return [
            (watch.franchises[name], spans.get(name, []))
            for name in sorted(known | spans.keys())
            if name in known or cues.density >= (FEW if len(name) > 1 else SOME)
        ]

    def numbered(self, franchise: Franchise) -> Iterator[Described]:
        """Yield ordinals and numbers with a word for a film, and the franchise's name with a number or a subtitle."""
        words, count, last = self._words, len(franchise.words), franchise.words[-1]
        for at, word in enumerate(words.folded):
            if not (word == last or word in _COUNTING or word.isdecimal()):
                continue
            if word in ORDINALS or word.isdecimal():
                yield from self._ordinal(at, franchise)
            elif word in _NUMBERED or word in PART_WORDS:
                yield from self._by_number(at, franchise)
            elif word == last and tuple(words.folded[max(0, at - count + 1) : at + 1]) == franchise.words:
                yield from self._after_name(at, franchise)

    def _ordinal(self, at: int, franchise: Franchise) -> Iterator[Described]:
        words = self._words
        number, end = self._number(at)
        if number is None:
            return
        following = words.folded[end] if end < len(words.folded) else ""
        if self._of_works(end, franchise.words):
            production = franchise.numbers.get(number)
            if following in _HALVES and production is None:
                production = franchise.parts.get(number)
            end += _is_work(following) or following in _HALVES
        elif number > LEAST_BARE and number in franchise.numbers and self._bare(at, end):
            production = franchise.numbers[number]
        else:
            return
        span = Span(words.starts[at], words.ends[end - 1])
        if self._free.take(span):
            yield span, production

    def _bare(self, at: int, end: int) -> bool:
        """Whether an ordinal stands for a production by itself: `the eighth then comes`, `the eighth, too`."""
        words = self._words
        if (
            not at
            or words.folded[at - 1] not in _ARTICLES
            or (at > 1 and words.folded[at - 2] in ("on", "am", "since"))
        ):
            return False
        after = words.text[words.ends[end - 1] : words.ends[end - 1] + 2]
        return after[:1] in (",", ".", "") or words.folded[end : end + 1] == [] or words.folded[end] in _AFTER

    def _by_number(self, at: int, franchise: Franchise) -> Iterator[Described]:
        """Yield `No. 4` and `Part 2` of a franchise."""
        words = self._words
        if at + 1 >= len(words.folded) or words.starts[at + 1] - words.ends[at] > 2:
            return
        number = number_of(words.folded[at + 1])
        known = franchise.numbers if words.folded[at] in _NUMBERED else franchise.parts
        if number is None or number not in known or "\n" in words.text[words.ends[at] : words.starts[at + 1]]:
            return
        span = Span(words.starts[at], words.ends[at + 1])
        if (words.capital[at] or words.folded[at + 1].isdecimal()) and self._free.take(span):
            yield span, known[number]

    def _number(self, at: int) -> tuple[int | None, int]:
        """Return the number of an ordinal at this word and the index after it: `seventh`, `25th`, `25.`."""
        words = self._words
        word = words.folded[at]
        if not word.isdecimal():
            return ORDINALS[word], at + 1
        if len(word) > 2 or at + 1 >= len(words.folded):
            return None, at + 1
        if words.folded[at + 1] in _SUFFIXES and words.starts[at + 1] == words.ends[at]:
            return int(word), at + 2
        if words.text[words.ends[at] : words.ends[at] + 2] != ". " or words.folded[at + 1] == "the":
            return None, at + 1
        day = at > 0 and words.folded[at - 1] in DATES
        return (None if day else int(word)), at + 1

    def _of_works(self, at: int, franchise: tuple[str, ...]) -> bool:
        """Whether a word for a film, or the franchise itself, follows at once."""
        words = self._words
        following = words.folded[at : at + 2]
        if following and "\n" in words.text[words.ends[at - 1] : words.starts[at + len(following) - 1]]:
            following = []
        return any(
            word in (franchise[0], franchise[-1]) or word in _HALVES or (_is_work(word) and word not in _NO_FILM)
            for word in following
        )

    def _after_name(self, at: int, franchise: Franchise) -> Iterator[Described]:
        words, text = self._words, self._words.text
        start = words.starts[at - len(franchise.words) + 1]
        if at + 1 >= len(words.folded):
            return
        word, gap = words.folded[at + 1], text[words.ends[at] : words.starts[at + 1]]
        if gap == " " and (word.isdecimal() or (word in ROMAN_NUMBERS and words.capital[at + 1])):
            number = number_of(word)
            span = Span(start, words.ends[at + 1])
            if number is not None and number < 30 and self._free.take(span):
                yield span, franchise.numbers.get(number)
            return
        subtitle = _SUBTITLE.match(text, words.ends[at])
        if subtitle is None or not words.capital[at + 1] or subtitle.end() < words.starts[at + 1]:
            return
        span = Span(start, words.ends[capitals_to(words, at + 1)])
        part = part_of(words.folded[at + 1 : capitals_to(words, at + 1) + 1])
        if self._free.take(span):
            yield span, None if part is None else franchise.parts.get(part)

    def seconds(self, accepted: list[tuple[Span, int]]) -> Iterator[Described]:
        """Yield the numbers after a numbered production: the `8` of `Riverfall 7 and 8`."""
        words, watch = self._words, self._watch
        for span, index in accepted:
            franchise = watch.franchise_of(index)
            gap = _AND.match(words.text, span.end)
            if franchise is None or gap is None or not words.text[span.end - 1].isdecimal():
                continue
            end = gap.end()
            while end < len(words.text) and end < gap.end() + 2 and words.text[end].isdecimal():
                end += 1
            if end == gap.end() or words.text[end : end + 1].isalnum():
                continue
            following = Span(gap.end(), end)
            production = franchise.numbers.get(int(words.text[gap.end() : end]))
            if production is not None and self._free.take(following):
                yield following, production

    def nexts(self, franchise: Franchise, spans: list[Span], main: int | None) -> Iterator[Described]:
        """Yield `the next Riverfall`: the main production, or the only one that is watched."""
        own = franchise.productions
        production = main if main in own else own[0] if len(own) == 1 else None
        if production is None:
            return
        words = self._words
        for span in spans:
            at = bisect_left(words.starts, span.start)
            near = [i for i in range(max(0, at - 2), at) if words.folded[i] in _NEXT]
            if near and not _STOP.search(words.text, words.ends[near[0]], span.start):
                whole = Span(words.starts[near[0]], span.end)
                if self._free.take(whole):
                    yield whole, production

    def second(self, franchise: Franchise, spans: list[Span]) -> Iterator[Described]:
        """Yield `the sequel to Riverfall` and `the Riverfall sequel` where the second Riverfall is watched."""
        production = franchise.numbers.get(SECOND, franchise.parts.get(SECOND))
        if production is None:
            return
        text = self._words.text
        for span in spans:
            behind = _SEQUEL_BEHIND.match(text, span.end)
            before = _SEQUEL_BEFORE.search(text, max(0, span.start - _SEQUEL_LEAD), span.start)
            whole = Span(before.start() if before else span.start, behind.end() if behind else span.end)
            if (before or behind) and self._free.take(whole):
                yield whole, production

    def sequels(self, main: int) -> Iterator[Described]:
        """Yield `the sequel` and its like, which is the main production."""
        words = self._words
        for at, word in enumerate(words.folded):
            if word in _SEQUELS and at and words.folded[at - 1] in _ARTICLES:
                span = Span(words.starts[at - 1], words.ends[at])
                if self._follows_own(at, main) and self._free.take(span):
                    yield span, main

    def _follows_own(self, at: int, main: int) -> bool:
        """Whether `the sequel` at a word follows nothing that is told, or what the main production is named after."""
        words = self._words
        if words.folded[at + 1 : at + 2] in (["to"], ["of"], ["zu"]):
            return False
        if words.folded[at + 1 : at + 2] not in (["de"], ["d"], ["di"], ["del"], ["du"], ["von"], ["do"], ["da"]):
            return True
        named = words.folded[at + 2 : at + 3]
        return any(Words(name).folded[:1] == named for name in self._watch.watched[main].names)


def _is_work(word: str) -> bool:
    return word in WORKS or word in PART_WORDS


def capitals_to(words: Words, at: int) -> int:
    """Return the index of the last word of a title that goes on from `at`: capitals with small words between."""
    end = at
    while end + 1 < len(words.folded) and end - at < LONGEST and words.gap(end) in _JOINTS:
        further = end + 1
        while (
            further + 1 < len(words.folded)
            and words.folded[further] in SMALL
            and not words.capital[further]
            and words.gap(further) == " "
            and further - end < 3
        ):
            further += 1
        if not words.capital[further] and not (further == end + 1 and words.folded[further].isdecimal()):
            break
        end = further
        if words.folded[end].isdecimal():
            break
    return end
