"""What a search found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A document (by the digest of its capture), or one of its posts (by its index in the document)."""

    version: str
    post: int | None
