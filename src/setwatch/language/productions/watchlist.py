"""A watch list made ready for looking up: every way in which the text of a document may name a production."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import product

from ahocorasick_rs import AhoCorasick, Implementation

from setwatch.language.lexicon import lexicon
from setwatch.language.words import Words, fold_text
from setwatch.model import Production, once_per_watch_list

_WORDS = lexicon(__package__, "words.toml")
PART_WORDS = frozenset(fold_text(word) for word in _WORDS["parts"])
_NUMBER_WORDS = {fold_text(w): int(n) for n, ws in _WORDS["numbers"].items() for w in ws}
ORDINALS = {fold_text(w): int(n) for n, ws in _WORDS["ordinals"].items() for w in ws}
ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
ROMAN_NUMBERS = {roman: number for number, roman in enumerate(ROMANS) if number}
_ENGLISH = {int(n): fold_text(ws[0]) for n, ws in _WORDS["numbers"].items()}
ARTICLES = frozenset(("the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "il", "de", "het"))
_SUBTITLE = re.compile(r"\s*:\s+|\s+[-–—]\s+")
_MARKED = re.compile(r"[.!?…]")
_UNMARKED = re.compile(r"[^\w.!?]+")
_AND_SIGN = re.compile(r"\.?\s[&+]\s")
MAX_VARIANTS = 64


class Strength(IntEnum):
    """How much a form says by itself."""

    WORD = 0
    """One word, or less."""
    PAIR = 1
    """Two words."""
    PHRASE = 2
    """Three words and more."""
    NUMBERED = 3
    """A franchise with a number or a subtitle: nothing else is called so."""


@dataclass(frozen=True, slots=True)
class Form:
    """One wording for a production. `cased` tells for each word whether the name writes it with a capital."""

    production: int
    strength: Strength
    cased: tuple[bool, ...]
    initials: bool = False
    marked: str = ""
    """The name with the marks that would end a sentence, as `marks_of` gives it; empty where it has none."""


@dataclass(slots=True)
class Franchise:
    """What is known of a franchise: its words and the watched productions by number, and by part of a story."""

    words: tuple[str, ...]
    productions: list[int] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    parts: dict[int, int] = field(default_factory=dict)


MOST = 12
"""Numbers up to this one count the films of a series: `Area 51` is none."""


class Watchlist:
    """All forms of all watched productions in one automaton over folded words."""

    def __init__(self, watched: tuple[Production, ...]) -> None:
        self.watched = watched
        self.franchises: dict[tuple[str, ...], Franchise] = {}
        self._franchise: list[Franchise | None] = []
        self.squashed: dict[str, list[Form]] = {}
        forms: dict[str, list[Form]] = {}
        for index, production in enumerate(watched):
            number = self._join_franchise(index, production)
            for words, form in _forms(index, production, number):
                known = forms.setdefault(f" {' '.join(words)} ", [])
                if all(form.production != other.production for other in known):
                    known.append(form)
                if len(words) > 1:
                    self.squashed.setdefault("".join(words), []).append(form)
        self.forms = list(forms.values())
        self._named = list(self.franchises.values())
        patterns = [f" {' '.join(franchise.words)} " for franchise in self._named]
        self._franchises = AhoCorasick(patterns) if patterns else None
        self._automaton = AhoCorasick(list(forms), implementation=Implementation.ContiguousNFA) if forms else None

    def _join_franchise(self, index: int, production: Production) -> int | None:
        words = _franchise_of(production)
        number = number_in_franchise(production, words)
        self._franchise.append(self.franchises.setdefault(words, Franchise(words)) if words else None)
        if words:
            franchise = self.franchises.setdefault(words, Franchise(words))
            franchise.productions.append(index)
            if number is not None:
                franchise.numbers.setdefault(number, index)
            for name in production.names:
                if (part := part_of(Words(name).folded)) is not None:
                    franchise.parts.setdefault(part, index)
        return number

    def franchise_of(self, production: int) -> Franchise | None:
        """Return the franchise of the watched production with this index."""
        return self._franchise[production]

    def franchises_in(self, joined: str) -> Iterator[tuple[int, int, Franchise]]:
        """Yield (start, end, franchise) of all names of franchises in the folded words of a text."""
        if self._franchises is not None:
            for pattern, start, end in self._franchises.find_matches_as_indexes(joined, overlapping=True):
                yield start, end, self._named[pattern]

    def matches(self, joined: str) -> Iterator[tuple[int, int, list[Form]]]:
        """Yield (start, end, forms) of all forms in the folded words of a text, as offsets into `joined`."""
        if self._automaton is None:
            return
        for pattern, start, end in self._automaton.find_matches_as_indexes(joined, overlapping=True):
            yield start, end, self.forms[pattern]


@once_per_watch_list
def watchlist(watched: tuple[Production, ...]) -> Watchlist:
    """Return the watch list of `watched`, made once."""
    return Watchlist(watched)


def marks_of(name: str) -> str:
    """Return a name, folded, without its blanks and signs but those that may end a sentence: `lantern!thereturn`."""
    return _UNMARKED.sub("", fold_text(name).replace("…", "..."))


def number_of(word: str) -> int | None:
    """Return the number that a folded word is: digits, roman numeral or number word."""
    if word.isdecimal() and len(word) <= 3:
        return int(word)
    return ROMAN_NUMBERS.get(word) or _NUMBER_WORDS.get(word)


def part_of(words: list[str]) -> int | None:
    """Return the number of the part with which a name ends: 2 for `Riverfall: Deep Water Part Two`."""
    return number_of(words[-1]) if len(words) > 1 and words[-2] in PART_WORDS else None


def _franchise_of(production: Production) -> tuple[str, ...]:
    """Return the folded words of a production's franchise: the one given, else what a number counts in its names.

    `River Deep 5` is the fifth of `River Deep`; one word before a number is too common a word for that.
    """
    if production.franchise:
        return tuple(Words(production.franchise).folded)
    for name in production.names:
        *head, last = Words(name).folded or [""]
        number = int(last) if last.isdecimal() and len(last) <= 2 else ROMAN_NUMBERS.get(last)
        if number and 1 < number <= MOST and len(head) > 1 and head[-1] not in PART_WORDS:
            return tuple(head)
    return ()


def number_in_franchise(production: Production, franchise: tuple[str, ...]) -> int | None:
    """Return the number that a production's names give it in its franchise: 7 for `Mission: Impossible 7`."""
    for name in production.names:
        words = [word for word in Words(name).folded if word not in ARTICLES]
        if len(words) < 2 or not franchise:
            continue
        *head, last = words
        number = int(last) if last.isdecimal() and len(last) <= 2 else ROMAN_NUMBERS.get(last)
        if head[-1] in PART_WORDS:
            head = head[:-1]
            number = number_of(last)
        initials = "".join(word[0] for word in franchise)
        if number and head and (set(head) <= set(franchise) or "".join(head) == initials):
            return number
    return None


def _forms(index: int, production: Production, number: int | None) -> Iterator[tuple[tuple[str, ...], Form]]:
    franchise = _franchise_of(production)
    for name in production.names:
        yield from _named(index, name, franchise)
        pieces = _SUBTITLE.split(name, maxsplit=1)
        if len(pieces) == 2 and tuple(Words(pieces[0]).folded) == franchise:
            words = Words(pieces[1]).folded
            if len(words) > 1 and not (len(words) == 2 and words[0] in PART_WORDS):
                yield from _named(index, pieces[1], franchise)
    if number is not None and franchise:
        names = [franchise, franchise[-1:]] if len(franchise[-1]) > 3 else [franchise]
        for head in names:
            for numeral in (str(number), *ROMANS[number : number + 1]):
                yield (*head, numeral), Form(index, Strength.NUMBERED, (False,) * (len(head) + 1))
        if len(franchise) > 1:
            initials = "".join(word[0] for word in franchise)
            cased = Form(index, Strength.NUMBERED, (True, False), initials=True)
            yield (initials, str(number)), cased
            yield (*initials, str(number)), Form(index, Strength.NUMBERED, (True,) * len(initials) + (False,), True)


def _named(index: int, name: str, franchise: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Yield the forms of one name: with numerals as digits, romans and words, with and without `and` and `Part`."""
    words = Words(name)
    if not words.folded:
        return
    options: list[tuple[str, ...]] = []
    cased: list[bool] = []
    for at in range(len(words.folded)):
        options.append(_options(words.folded, at))
        cased.append(words.capital[at])
        if at + 1 < len(words.folded) and _AND_SIGN.fullmatch(words.gap(at)):
            options.append(("", "and", "und", "et", "y", "e"))
            cased.append(False)
    strength = _strength(words.folded, franchise)
    initials = len(words.folded[0]) <= 3 and len(words.folded) > 1 and words.folded[-1].isdecimal() and name.isupper()
    marked = marks_of(name) if _MARKED.search(name) else ""
    for variant, _ in zip(product(*options), range(MAX_VARIANTS), strict=False):
        kept = [at for at, word in enumerate(variant) if word]
        form = Form(index, strength, tuple(cased[at] and not variant[at].isdecimal() for at in kept), initials, marked)
        yield tuple(variant[at] for at in kept), form


def _options(words: list[str], at: int) -> tuple[str, ...]:
    word = words[at]
    if at and word in ("and", "und", "et", "y", "e"):
        return word, ""
    if at and (number := number_of(word)) is not None and (word.isdecimal() or at == len(words) - 1):
        roman = ROMANS[number] if number < len(ROMANS) else ""
        return tuple(dict.fromkeys(w for w in (word, str(number), roman, _ENGLISH.get(number, "")) if w))
    if at and word in PART_WORDS and at + 1 < len(words) and number_of(words[at + 1]) is not None:
        same = ("vol", "volume") if word in ("vol", "volume") else ("part", "pt", "teil", "partie", "parte", "chapter")
        return tuple(dict.fromkeys((word, *same, "")))
    return (word,)


def _strength(words: list[str], franchise: tuple[str, ...]) -> Strength:
    own = [word for word in words if word not in franchise and word not in ARTICLES]
    if franchise and own and set(words) & set(franchise) and (set(franchise) <= set(words) or number_of(words[-1])):
        return Strength.NUMBERED
    if franchise and own and len(words) > 1 and words[-1].isdecimal() and len(words[0]) <= 3:
        return Strength.NUMBERED
    long = sum(len(word) > 1 or word.isdecimal() for word in words)
    return Strength(max(0, min(long - 1, 2)))
