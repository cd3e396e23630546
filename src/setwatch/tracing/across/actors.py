"""Actors: one person or account under several spellings, as the documents themselves tie them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from rapidfuzz import fuzz

from setwatch.model import Reading, Step
from setwatch.tracing.across.figures import FOOTAGE
from setwatch.tracing.within.lexicon import names
from setwatch.tracing.within.page import key_of


def is_studio(name: str) -> bool:
    """Whether a name is a studio's or a service's: each puts out so much that it ties no two pieces together."""
    return names().studios.fullmatch(name) is not None


class Actors:
    """Which names and handles are one actor's: tied by a post's author and handle, or spelled nearly alike."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._names: Counter[str] = Counter()
        self._told: Counter[str] = Counter()
        self._handles: Counter[str] = Counter()
        ties: set[tuple[str, str]] = set()
        for reading in readings:
            for post in reading.document.posts:
                if post.handle:
                    self._handles[post.handle] += 1
                if post.author:
                    self._names[post.author] += 1
                if post.author and post.handle:
                    ties.add((key_of(post.author), key_of(post.handle)))
            for mention in reading.telling.footage:
                self._told.update(step.actor for step in mention.trail if step.actor)
                ties.update(_also_called(reading.document.text, mention.trail))
        self._names.update(self._told)
        keys = sorted({key_of(name) for name in (*self._names, *self._handles)} - {""})
        self._root = _join(keys, [*_sure(ties), *_near(keys), *_parts_of_names(self._told)])
        self._spellings: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._names):
            self._spellings[self.of(name)].append(name)

    def of(self, name: str) -> str:
        """Return the key of the actor whose name or handle this is."""
        key = key_of(name)
        return self._root.get(key, key)

    def name(self, actor: str) -> str:
        """Return an actor's fullest name: of the spellings in several words the commonest, else the commonest.

        What documents call an actor comes before the name that the actor's account bears.
        """
        spelled = self._spellings.get(actor, [])
        told = [name for name in spelled if name in self._told]
        spelled = [name for name in spelled if not told or any(_alike(name, other) for other in told)]
        return min(spelled, key=lambda n: (" " not in n, -self._names[n], n), default=actor)

    def handle(self, actor: str) -> str | None:
        """Return an actor's commonest handle, where a post shows one."""
        owned = sorted(h for h in self._handles if self.of(h) == actor)
        return min(owned, key=lambda h: (-self._handles[h], h), default=None)


def _alike(a: str, b: str) -> bool:
    return a == b or fuzz.ratio(key_of(a), key_of(b)) >= FOOTAGE["tie_alike"]


def _sure(ties: Set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the ties of name and handle that are alike, or that are each other's only one.

    A display name may be anybody's: accounts of fans go by the star's.
    """
    names, handles = Counter(name for name, _ in ties), Counter(handle for _, handle in ties)
    return sorted(
        (name, handle)
        for name, handle in ties
        if fuzz.ratio(name, handle) >= FOOTAGE["tie_alike"] or names[name] == handles[handle] == 1
    )


_HANDLE_NEAR = re.compile(r"\(@(\w{3,30})\)")
_ALSO_CALLED = re.compile(
    r",?\s(?:who|which|and|der|die|qui|que|che)?\s?(?:goes|posts|writes|is known|known|uploads|sich)\s"
    r"(?:\w+\s){0,2}(?:by|as|under|als)\s(?:the\s\w+\s)?@?([a-z][\w.]{3,30})"
)
"""`Jo Berg, who goes by quayrat there`."""
_NEAR = 120
"""Characters behind the beginning of a step's words in which the handle of its actor stands."""


def _also_called(text: str, steps: Iterable[Step]) -> Iterator[tuple[str, str]]:
    """Yield the ties of names and handles that the words of steps make: `Jo Berg put it on TikTok (@jobergfilms)`."""
    for step in steps:
        name, start = step.actor, step.evidence.start
        if not name or " " not in name or (at := text.find(name, start, start + _NEAR)) < 0:
            continue
        called = _ALSO_CALLED.match(text, at + len(name))
        if called:
            yield key_of(name), key_of(called[1])
        for handle in _HANDLE_NEAR.finditer(text, at, start + _NEAR + len(name)):
            if any(len(part) >= _PART and key_of(part) in key_of(handle[1]) for part in name.split()):
                yield key_of(name), key_of(handle[1])


_PART = 4
"""Letters of a part of a name that tells whose it is."""


def _parts_of_names(told: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return the ties of first names or surnames used alone, each with the only whole name that has it."""
    whole: dict[str, set[str]] = defaultdict(set)
    for name in told:
        parts = name.split()
        if len(parts) > 1 and not names().passes_on(name):
            for part in {parts[0], parts[-1]}:
                whole[part].add(key_of(name))
    alone = sorted(name for name in told if " " not in name and len(name) >= _PART and name[0].isupper())
    return [(key_of(name), next(iter(whole[name]))) for name in alone if len(whole.get(name, ())) == 1]


def _near(keys: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of long keys that differ by a slip of spelling, or as a name does that was heard abroad."""
    least = int(FOOTAGE["actor_letters"])
    long = [key for key in keys if len(key) >= least]
    return [(a, b) for i, a in enumerate(long) for b in long[i + 1 :] if _one_name(a, b)]


def _one_name(a: str, b: str) -> bool:
    # One within the other is a fan's account of the other (`L` and the star's name), not a slip.
    if abs(len(a) - len(b)) > 2 or a in b or b in a:
        return False
    long = min(len(a), len(b)) >= FOOTAGE["actor_long"]
    return fuzz.ratio(a, b) >= FOOTAGE["actor_long_alike" if long else "actor_alike"]


def _join(keys: Iterable[str], ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each key the least key that it is tied to, over any number of ties."""
    root = {key: key for key in keys}

    def find(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    for a, b in ties:
        if a in root and b in root:
            least, other = sorted((find(a), find(b)))
            root[other] = least
    return {key: find(key) for key in root}
