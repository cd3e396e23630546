"""Where a picture or video was seen before."""

from collections.abc import Callable
from pathlib import Path

from setwatch import media as media_
from setwatch.desk.upkeep import FINGERPRINTS, NO_MEDIA, fingerprint
from setwatch.model import MediaMatch, Reading, Sighting
from setwatch.store import Store

MEDIA_BYTES = 256 * 1024 * 1024
"""Bytes of a picture or video that is looked for; `add` takes as many."""


class MediaError(Exception):
    """A picture or video that cannot be looked for; the message is one line on why."""


def look(store: Store, path: Path, at: Callable[[str], tuple[Reading, ...]]) -> tuple[Sighting, ...]:
    """Return the captures in which a picture or video, or a copy of it, is found, the surest first.

    `at` gives the readings of the page or post at an address.

    Raises:
        MediaError: the file is no picture or video that can be read, or the libraries for it are not installed.
    """
    fingerprint(store)
    try:
        with path.open("rb") as stream:
            payload = stream.read(MEDIA_BYTES + 1)
        matches = media_.matches(payload, media_.Library(store.prints(FINGERPRINTS)))
    except ImportError as error:
        raise MediaError(NO_MEDIA) from error
    except (OSError, ValueError) as error:
        raise MediaError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    return tuple(_sighting(store, match, at) for match in matches)


def _sighting(store: Store, match: MediaMatch, at: Callable[[str], tuple[Reading, ...]]) -> Sighting:
    origin, url, captured = store.whereabouts(match.reference)
    there = [r.document for r in at(url) if url in _addresses(r)] if url else []
    posts = tuple(dict.fromkeys(p for document in there for p in document.posts if p.permalink == url))
    return Sighting(match, origin, url, captured, posts, tuple(document.document_id for document in there))


def _addresses(reading: Reading) -> set[str | None]:
    document = reading.document
    return {document.document_id, document.url} | {post.permalink for post in document.posts}
