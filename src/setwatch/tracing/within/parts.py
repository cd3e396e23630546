"""What a page is laid out into: actors, stretches of text, and what is told to have been done with footage."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 60_000
"""Characters of a text that are read for footage: no article is longer, and hostile input stays cheap."""


class Who(StrEnum):
    """What sort of actor a name is."""

    PERSON = "person"
    ACCOUNT = "account"
    PRESS = "press"
    STUDIO = "studio"
    CROWD = "crowd"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named (or, for a crowd, not) at offsets of the document."""

    name: str | None
    who: Who
    start: int
    end: int
    agency: bool = False
    """Whether it is a news agency, which is the source of what others show."""
    passes: bool = False
    """Whether it is described as an account or a page with a name like a paper's: those mostly pass things on."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, headline or caption of the page itself. `body` is false for headlines and captions."""

    start: int
    end: int
    text: str
    body: bool


class Deed(StrEnum):
    """What was done with footage."""

    SHARE = "share"
    REPOST = "repost"
    PICKUP = "pickup"
    TAKE = "take"
    CIRCULATE = "circulate"
    AGAIN = "again"
    OWN = "own"
    FILM = "film"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Event:
    """A deed told of in a stretch, by whom and where; `at` is the offset of the verb."""

    deed: Deed
    actor: Actor | None
    platforms: tuple[str, ...]
    at: int
    start: int
    end: int
    back: bool = False
    """Whether its object is a pronoun, and so something told of before: `re-posted it`."""
    by: bool = False
    """Whether it is told as done by somebody: `taken by Jo Berg`."""
    first: bool = False
    """Whether it is told to have been the first of its kind: `first posted by Jo Berg`."""
