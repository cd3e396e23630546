"""Fields out of JSON that nobody vouches for: a string, a number, an object or a time at a path, or nothing."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

FIRST_YEAR, LAST_YEAR = 1995, 2100
_FORMATS = ("%Y-%m-%d %H:%M:%S", "%a %b %d %H:%M:%S %z %Y", "%Y%m%d", "%Y-%m-%d")
"""As gallery-dl and 4CAT, X's API v1.1, yt-dlp, and sheets write times."""


def at(found: object, *way: str) -> Any:
    """Return what stands at a path of keys, or None."""
    for step in way:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def words_at(found: object, *ways: str) -> str | None:
    """Return the first string with words, or whole number, at one of these paths (`user.name`), or None."""
    for way in ways:
        value = at(found, *way.split("."))
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def objects_at(found: object, *way: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of the list at a path."""
    value = at(found, *way)
    for item in value if isinstance(value, list) else []:
        if isinstance(item, Mapping):
            yield item


def time_at(found: object, *ways: str) -> datetime | None:
    """Return the first time at one of these paths, in UTC: ISO 8601, seconds or milliseconds of Unix, RFC 5322."""
    for way in ways:
        moment = _time(at(found, *way.split(".")))
        if moment is not None and FIRST_YEAR <= moment.year <= LAST_YEAR:
            return moment.astimezone(UTC)
    return None


def _time(value: object) -> datetime | None:
    if isinstance(value, str) and value.strip().isdigit() and len(value.strip()) != len("20201004"):
        value = int(value.strip()[:20])
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _unix(float(value))
    return _written(value.strip()[:60]) if isinstance(value, str) else None


def _unix(value: float) -> datetime | None:
    seconds = value / 1000 if value > 1e11 else value
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < 4e9 else None


def _written(text: str) -> datetime | None:
    try:
        return _aware(datetime.fromisoformat(text))
    except ValueError:
        pass
    for form in _FORMATS:
        try:
            return _aware(datetime.strptime(text, form))
        except ValueError:
            continue
    try:
        return _aware(parsedate_to_datetime(text))
    except (ValueError, IndexError):
        return None


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
