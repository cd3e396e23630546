"""Productions: the films and series that are followed."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


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
def fold(name: str) -> str:
    """Return a name without case, accents, punctuation and a leading article: equal for two spellings of one name."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"^the ", "", re.sub(r"[^\w]+", " ", plain).strip())
