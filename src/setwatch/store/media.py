"""Pictures and video that were captured, by where they stood."""

from collections.abc import Iterable

from sqlalchemy import Engine, select

from setwatch.store.places import batched
from setwatch.store.tables import CAPTURES

SHOWN = ("image/avif", "image/gif", "image/jpeg", "image/png", "image/webp", "video/mp4", "video/webm")
"""What browsers show and what runs no script (SVG does)."""


class Media:
    """The pictures and video of a store that a browser can show. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def at(self, addresses: Iterable[str], most: int) -> tuple[tuple[str, str], ...]:
        """Return the digests and types of at most so many of those captured at these addresses, in their order."""
        found: list[tuple[str, str]] = []
        with self._engine.begin() as connection:
            for some in batched(addresses):
                query = select(CAPTURES.c.digest, CAPTURES.c.media_type)
                query = query.where(CAPTURES.c.media_type.in_(SHOWN), CAPTURES.c.url.in_(some))
                found += [(row.digest, row.media_type) for row in connection.execute(query)]
        return tuple(sorted(found)[:most])

    def get(self, digest: str) -> tuple[bytes, str] | None:
        """Return the bytes and the type of a picture or video, None where there is none that is shown."""
        query = select(CAPTURES.c.payload, CAPTURES.c.media_type)
        with self._engine.begin() as connection:
            row = connection.execute(
                query.where(CAPTURES.c.digest == digest, CAPTURES.c.media_type.in_(SHOWN))
            ).one_or_none()
        return None if row is None else (row.payload, row.media_type)
