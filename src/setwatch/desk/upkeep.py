"""Captures taken in, and all that is derived from them brought up to date."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from setwatch import __version__
from setwatch import capture as capture_
from setwatch import media as media_
from setwatch import tracing as tracing_
from setwatch.desk.hand import ever_dated, hand
from setwatch.desk.read import read_capture, reason_of
from setwatch.model import Capture, Decision, Place, Production, Reading, Refusal, once_per_watch_list
from setwatch.reading import read_decision
from setwatch.store import Placer, Store, check

T = TypeVar("T")

DERIVATION = f"{__version__}/5"
"""What all that is derived was derived by; raise the number when a change of the code changes them."""

FINGERPRINTS = "media/2"
"""What fingerprints were made by; raise the number when a change of the code changes them."""

NO_MEDIA = "pictures and video need more libraries: pip install 'setwatch[media]'"

BATCH = 32
"""Captures or readings to a transaction: few flushes to disk, and little to do again after a kill."""

Progress = Callable[[int, int], None]
"""Called with how many captures are read and how many there are to read."""


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What an `add` did: captures newly read, captures that were there already, and what was refused.

    `undated` is where those came from of the newly read that tell no date, `media` how many pictures and videos were
    newly fingerprinted, `decisions` how many decisions were newly kept (neither counted as read).
    """

    read: int
    already: int
    refused: tuple[Refusal, ...]
    undated: tuple[str, ...] = ()
    media: int = 0
    decisions: int = 0


def take(
    store: Store, sources: Iterable[Path | BinaryIO], clock: Callable[[], datetime], progress: Progress | None
) -> AddSummary:
    """Keep what files, folders and streams hold, then read all that has no reading that is up to date.

    Each batch of captures is kept before anything reads it. A capture that cannot be read is kept and refused.
    """
    kept: set[str] = set()
    ruled: set[str] = set()
    already = 0
    refused: list[Refusal] = []
    for batch in _batches(item for source in sources for item in capture_.captures_of(source, clock())):
        captures = [item for item in batch if isinstance(item, Capture)]
        refused += [item for item in batch if isinstance(item, Refusal)]
        refused += [wrong for item in captures if (wrong := _unreadable(item)) is not None]
        new = store.keep_captures(captures)
        rulings = {item.digest for item in captures if item.media_type == Decision.MEDIA_TYPE}
        kept |= new - rulings
        ruled |= new & rulings
        already += len(captures) - len(new)
    media = kept & set(store.pending_prints(FINGERPRINTS))
    unread = derive(store, progress) | fingerprint(store)
    basis = basis_of(store.watched())
    found = (r.document for batch in _batches(sorted(kept)) for r in store.readings_of(basis, batch))
    undated = tuple(store.capture(d.version).origin for d in found if d.published is None)
    read = len(kept - media - unread.keys())
    return AddSummary(read, already, (*refused, *unread.values()), undated, len(media - unread.keys()), len(ruled))


def derive(store: Store, progress: Progress | None = None) -> dict[str, Refusal]:
    """Read what has no reading that is up to date; return what could not be read, by digest."""
    watched = store.watched()
    basis = basis_of(watched)
    pending = store.pending(basis)
    by_hand = hand(store)

    def placer(versions: Sequence[Reading]) -> Place:
        return tracing_.place_of(by_hand.dated(versions), watched)

    refused: dict[str, Refusal] = {}
    done = 0
    for batch in _batches(pending):
        readings, wrong = [], []
        for digest in batch:
            capture = store.capture(digest)
            try:
                reading = read_capture(capture, watched)
                check(reading)
            except ValueError as error:
                reason = reason_of(error)
                wrong.append((digest, reason))
                refused[digest] = Refusal(capture.origin, reason)
            else:
                readings.append(reading)
            done += 1
            if progress is not None:
                progress(done, len(pending))
        store.keep_derived(readings, wrong, basis, placer)
    _place_dated(store, placer)
    return refused


def _place_dated(store: Store, placer: Placer) -> None:
    """Let documents lie where the dates that people gave them tell, or where their own do if that was taken back."""
    documents, basis = ever_dated(store), basis_of(store.watched())
    if not documents:
        return
    versions: dict[str, list[Reading]] = defaultdict(list)
    for reading in store.readings_of_documents(basis, documents):
        versions[reading.document.document_id].append(reading)
    lying = store.places.of(documents)
    moved = {document for document, there in versions.items() if lying.get(document) != placer(there)}
    if moved:
        store.place_again(moved, basis, placer)


def _unreadable(capture: Capture) -> Refusal | None:
    """Return why a decision cannot be read; it is kept all the same."""
    if capture.media_type == Decision.MEDIA_TYPE:
        try:
            read_decision(capture)
        except ValueError as error:
            return Refusal(capture.origin, reason_of(error))
    return None


def fingerprint(store: Store) -> dict[str, Refusal]:
    """Fingerprint pictures and video that are not; return what could not be, by digest."""
    refused: dict[str, Refusal] = {}
    for digest in store.pending_prints(FINGERPRINTS):
        capture = store.capture(digest)
        try:
            store.keep_print(digest, FINGERPRINTS, media_.print_of(capture.payload))
        except ImportError:  # kept, and fingerprinted once the libraries are there
            refused[digest] = Refusal(capture.origin, f"is kept, without a fingerprint; {NO_MEDIA}")
        except ValueError as error:
            refused[digest] = Refusal(capture.origin, reason_of(error))
            store.keep_print(digest, FINGERPRINTS, refused[digest])
    return refused


@once_per_watch_list
def basis_of(watched: tuple[Production, ...]) -> str:
    """Return what readings depend on besides their captures: how they are derived, and for which productions."""
    return f"{DERIVATION} {_digest(msgspec.json.encode(watched).decode())}"


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
