"""Where a picture or video was seen before."""

import hashlib
from collections.abc import Container, Iterable
from dataclasses import replace
from pathlib import Path

from setwatch import media as media_
from setwatch.capture import noted_address
from setwatch.desk.came_from import came_from
from setwatch.desk.filed import At, filed, kin_of
from setwatch.desk.upkeep import FINGERPRINTS, NO_MEDIA, fingerprint
from setwatch.model import Interval, MediaMatch, Post, Reading, Sighting
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
        address = _address(store, path, payload, prints)
        matches = media_.matches(payload, media_.Library(prints), _kin(store, address, prints, at))
    except ImportError as error:
        raise MediaError(NO_MEDIA) from error
    except (OSError, ValueError) as error:
        raise MediaError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    posted = _clock(_posts(address, at)) if address else None
    digest = hashlib.sha256(payload).hexdigest()
    found = (replace(_sighting(store, m, posted, at), same_file=m.reference == digest) for m in matches)
    return tuple(sorted(found, key=lambda sighting: not sighting.same_file))


def _address(store: Store, path: Path, payload: bytes, prints: Container[str]) -> str | None:
    """Return the address that a downloader noted beside a file, or that of the same bytes in the store."""
    digest = hashlib.sha256(payload).hexdigest()
    return noted_address(path) or (store.whereabouts(digest)[1] if digest in prints else None)


def _kin(store: Store, address: str | None, prints: Iterable[str], at: At) -> tuple[str, ...]:
    """Return the captures that are filed under a production of what stands at an address, the nearest in time first."""
    own = filed(address, at(address)) if address else None
    if own is None or not own.productions:
        return ()
    addressed = ((digest, store.whereabouts(digest)[1]) for digest in prints)
    return kin_of(own, ((other, filed(url, at(url))) for other, url in addressed if url))


def _sighting(store: Store, match: MediaMatch, posted: Interval | None, at: At) -> Sighting:
    origin, url, captured = store.whereabouts(match.reference)
    there = [r.document for r in at(url) if url in _addresses(r)] if url else []
    posts = _posts(url, at) if url else ()
    documents = tuple(document.document_id for document in there)
    return Sighting(match, origin, url, captured, posts, documents, came_from(match, posted, _clock(posts)))


def _posts(address: str, at: At) -> tuple[Post, ...]:
    """Return the posts at an address that documents show."""
    return tuple(dict.fromkeys(p for r in at(address) for p in r.document.posts if p.permalink == address))


def _clock(posts: Iterable[Post]) -> Interval | None:
    return next((post.clock for post in posts if post.clock is not None), None)


def _addresses(reading: Reading) -> set[str | None]:
    document = reading.document
    return {document.document_id, document.url} | {post.permalink for post in document.posts}
