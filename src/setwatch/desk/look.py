"""Where a picture or video was seen before."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from setwatch import media as media_
from setwatch.capture import noted_address
from setwatch.desk.filed import At, filed, kin_of
from setwatch.desk.upkeep import FINGERPRINTS, NO_MEDIA, fingerprint
from setwatch.model import MediaMatch, Reading, Sighting
from setwatch.store import Store

MEDIA_BYTES = 256 * 1024 * 1024
"""Bytes of a picture or video that is looked for; `add` takes as many."""


class MediaError(Exception):
    """A picture or video that cannot be looked for; the message is one line on why."""


def look(store: Store, path: Path, at: At) -> tuple[Sighting, ...]:
    """Return the captures in which a picture or video, or a copy of it, is found, the surest first.

    `at` gives the readings of the page or post at an address. What is filed there under the same production, and near
    in time, is looked at even where nothing in its pictures proposes it.

    Raises:
        MediaError: the file is no picture or video that can be read, or the libraries for it are not installed.
    """
    fingerprint(store)
    try:
        with path.open("rb") as stream:
            payload = stream.read(MEDIA_BYTES + 1)
        prints = store.prints(FINGERPRINTS)
        matches = media_.matches(payload, media_.Library(prints), _kin(store, path, payload, prints, at))
    except ImportError as error:
        raise MediaError(NO_MEDIA) from error
    except (OSError, ValueError) as error:
        raise MediaError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    return tuple(_sighting(store, match, at) for match in matches)


def _kin(store: Store, path: Path, payload: bytes, prints: Iterable[str], at: At) -> tuple[str, ...]:
    """Return the captures that are filed under a production of this file, the nearest in time first.

    Its address is the one that a downloader noted beside it, or that of the same bytes in the store.
    """
    digest = hashlib.sha256(payload).hexdigest()
    address = noted_address(path) or (store.whereabouts(digest)[1] if digest in prints else None)
    own = filed(address, at(address)) if address else None
    if own is None or not own.productions:
        return ()
    addressed = ((other, store.whereabouts(other)[1]) for other in prints if other != digest)
    return kin_of(own, ((other, filed(url, at(url))) for other, url in addressed if url))


def _sighting(store: Store, match: MediaMatch, at: At) -> Sighting:
    origin, url, captured = store.whereabouts(match.reference)
    there = [r.document for r in at(url) if url in _addresses(r)] if url else []
    posts = tuple(dict.fromkeys(p for document in there for p in document.posts if p.permalink == url))
    return Sighting(match, origin, url, captured, posts, tuple(document.document_id for document in there))


def _addresses(reading: Reading) -> set[str | None]:
    document = reading.document
    return {document.document_id, document.url} | {post.permalink for post in document.posts}
