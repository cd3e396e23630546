"""Neighbourhoods: where a document is traced, and what tracing one part of the archive established."""

from dataclasses import dataclass

from setwatch.model.trail import FootageKind, Tracing


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is traced: its home, and where it lies in it, earlier ones lower."""

    home: str
    at: int


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """The stretch `start <= at < start + size` of a home; its documents are traced together."""

    home: str
    start: int
    size: int

    @property
    def end(self) -> int:
        """Where the next part begins."""
        return self.start + self.size

    def holds(self, place: Place) -> bool:
        """Whether a place lies in it."""
        return place.home == self.home and self.start <= place.at < self.end


@dataclass(frozen=True, slots=True, order=True)
class Mentioned:
    """Which mention of footage it is: the `number`th of a version of a document. `posts` are keys of its posts."""

    document_id: str
    version: str
    number: int
    kind: FootageKind
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartTracing:
    """What is traced among the documents of a part and of its margins; all that touches the part.

    `inside` are the ids of the part's own documents, `mentions` for each footage of the tracing what it is made of.
    """

    inside: tuple[str, ...]
    tracing: Tracing
    mentions: tuple[tuple[Mentioned, ...], ...] = ()
