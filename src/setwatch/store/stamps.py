"""Times as they are kept where they are compared."""

from datetime import datetime


def stamp(when: datetime) -> str:
    """Return a time in UTC so that texts compare as times do: always with microseconds."""
    return when.isoformat(timespec="microseconds")
