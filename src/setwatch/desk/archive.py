"""All captures of a store as a web archive."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from setwatch import capture as capture_
from setwatch.desk.shown import shown, veils
from setwatch.desk.upkeep import basis_of, derive
from setwatch.model import Capture
from setwatch.store import Store


@dataclass(slots=True)
class _Left:
    digests: list[str] = field(default_factory=list)


def write_archive(path: Path, target: Path) -> tuple[int, int]:
    """Write the captures of the store at `path` as a WARC; return how many, and how many are left out.

    Left out are those in which words stand that are hidden by rule: bytes cannot be shown in part.

    Raises:
        OSError: it cannot be written.
        StoreError: there is no store.
    """
    store = Store(path)
    left = _Left()
    try:
        if veils(store):
            derive(store)
        written = capture_.write_warc(_open(store, left), target)
    finally:
        store.close()
    return written, len(left.digests)


def _open(store: Store, left: _Left) -> Iterator[Capture]:
    """Yield the captures that may be shown."""
    hidden, basis = veils(store), basis_of(store.watched())
    for capture in store.captures():
        readings = shown(store, store.readings_of(basis, [capture.digest])) if hidden else ()
        if any(post.gone and post.gone.hidden for reading in readings for post in reading.document.posts):
            left.digests.append(capture.digest)
        else:
            yield capture
