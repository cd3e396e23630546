"""Productions: the films and series that are followed."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")
_MARKS = re.compile(r"\W+")


class Kind(StrEnum):
    """Film or series [schema.org Movie, TVSeries]."""

    FILM = "film"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Production:
    """A film or series that is followed. `name` is its canonical name, unique among the watched."""

    name: str
    aliases: tuple[str, ...] = ()
    franchise: str | None = None
    kind: Kind = Kind.FILM

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


@lru_cache(maxsize=4096)
@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a name without case, accents, punctuation and a leading article: equal for two spellings of one name."""
    plain = name.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", name).casefold()
        plain = "".join([c for c in decomposed if not unicodedata.combining(c)])
    return _MARKS.sub(" ", plain).strip().removeprefix("the ")


def flat(name: str | None) -> str:
    """Return a name folded, without blanks: `The Hollywood Reporter`, `hollywoodreporter`; empty for none."""
    return fold(name or "").replace(" ", "")


WATCH_LISTS_KEPT = 4


def once_per_watch_list(make: Callable[[tuple[Production, ...]], T]) -> Callable[[tuple[Production, ...]], T]:
    """Return `make` with what it made kept for the last few watch lists.

    A list that was just read with is known by its identity: to hash ten thousand productions for each document would
    cost more than to read it.
    """
    kept: list[tuple[tuple[Production, ...], T]] = []

    def made(watched: tuple[Production, ...]) -> T:
        for known, found in kept:
            if known is watched:
                return found
        found = next((found for known, found in kept if known == watched), None) or make(watched)
        kept.insert(0, (watched, found))
        del kept[WATCH_LISTS_KEPT:]
        return found

    return made
