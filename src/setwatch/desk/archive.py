"""All captures of a store as a web archive."""

from collections.abc import Iterator
from pathlib import Path

from setwatch import capture as capture_
from setwatch.desk.shown import shown, veils
from setwatch.desk.upkeep import basis_of, derive
from setwatch.model import Capture
from setwatch.store import Store


def write_archive(path: Path, target: Path) -> tuple[int, int]:
    """Write the captures of the store at `path` as a WARC; return how many, and how many are left out.

    Left out are those in which words stand that are hidden by rule: bytes cannot be shown in part.

    Raises:
        OSError: it cannot be written.
        StoreError: there is no store.
    """
    store = Store(path)
    left: list[str] = []
    try:
        if veils(store):
            derive(store)
        written = capture_.write_warc(_open(store, left), target)
    finally:
        store.close()
    return written, len(left)


def _open(store: Store, left: list[str]) -> Iterator[Capture]:
    """Yield the captures that may be shown, and add the digests of the others to `left`."""
    hidden, basis = veils(store), basis_of(store.watched())
    for capture in store.captures():
        readings = shown(store, store.readings_of(basis, [capture.digest])) if hidden else ()
        if any(post.gone and post.gone.hidden for reading in readings for post in reading.document.posts):
            left.append(capture.digest)
        else:
            yield capture
