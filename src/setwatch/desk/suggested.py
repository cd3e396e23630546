"""Titles that documents report on and nobody watches."""

import json
from collections.abc import Iterator
from itertools import islice
from threading import Lock

from setwatch import following as following_
from setwatch import language as language_
from setwatch.desk.shown import shown
from setwatch.desk.upkeep import BATCH, DERIVATION, Progress, basis_of, derive
from setwatch.model import Capture, Document, Named, Suggestion
from setwatch.store import Store

NAMING = f"{DERIVATION} names/3"
"""What the titles in documents were found by; raise the number when a change of code or lexicon changes them."""

RECENT = 5000
"""Documents that are looked at if nobody says otherwise: those that were said last."""

MOST_IN_MEMORY = 20_000
"""Documents of which it stays in memory what they name, before those that are not the newest are let go."""

_MARKUP = 1_000_000
"""Characters of a capture in which emphasised words are looked for."""


class Suggested:
    """What is proposed in one store. What a document names is found once and kept, whatever is watched.

    What was read from the store stays in memory, so that asking again costs what came in since.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._named: dict[str, Named] = {}
        self._kept: dict[int, tuple[tuple[object, ...], tuple[Suggestion, ...]]] = {}
        self._lock = Lock()

    def note(self, documents: int = RECENT, most: int | None = None, progress: Progress | None = None) -> int:
        """Find the titles in those of the newest documents that were not looked at, `most` of them; return how many."""
        store = self._store
        with self._lock:
            waiting = self._waiting(self._newest(documents))[:most]
            for at in range(0, len(waiting), BATCH):
                batch = waiting[at : at + BATCH]
                readings = store.readings_of(basis_of(store.watched()), batch)
                found = [_named(each.document, store.capture(each.document.version)) for each in readings]
                store.named.keep(found, NAMING)
                self._named.update((each.version, each) for each in found)
                if progress is not None:
                    progress(at + len(batch), len(waiting))
        return len(waiting)

    def found(
        self, documents: int = RECENT, most: int | None = None, progress: Progress | None = None
    ) -> tuple[Suggestion, ...]:
        """Return what is proposed from the newest documents, the surest first.

        `most` is how many of them are looked at now that were not before; the rest waits for the next time.
        """
        store = self._store
        store.pulse.while_same("derived", lambda: derive(store))
        self.note(documents, most, progress)
        with self._lock:
            newest, watched = self._newest(documents), store.watched()
            named = [self._named[digest] for digest in newest if digest in self._named]
            basis = (newest, len(named), watched)
            kept = self._kept.get(documents)
            if kept is None or kept[0] != basis:
                kept = self._kept[documents] = (basis, tuple(following_.suggestions(named, watched)))
            return kept[1]

    def _newest(self, documents: int) -> tuple[str, ...]:
        return self._store.pulse.while_same(f"newest {documents}", lambda: self._store.search.last(documents))

    def _waiting(self, newest: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of which it is not known what they name, once what the store knows of them is in memory."""
        unknown = [digest for digest in newest if digest not in self._named]
        if len(self._named) + len(unknown) > MOST_IN_MEMORY:
            self._named = {digest: self._named[digest] for digest in newest if digest in self._named}
        self._named.update((each.version, each) for each in self._store.named.of(unknown, NAMING))
        return tuple(digest for digest in unknown if digest not in self._named)

    def documents(self, found: tuple[Suggestion, ...]) -> tuple[Document, ...]:
        """Return the versions of documents that are cited for what is proposed, as they may be shown."""
        versions = [each.named.version for suggestion in found for each in suggestion.witnesses]
        readings = self._store.readings_of(basis_of(self._store.watched()), sorted(set(versions)))
        return shown(self._store, tuple(reading.document for reading in readings))


def _named(document: Document, capture: Capture) -> Named:
    marked = following_.marked_in(_markup(capture))
    return following_.named_in(document, language_.analyse(document, ()), marked)


def _markup(capture: Capture) -> str:
    """Return what of a capture may hold markup."""
    words = capture.payload[:_MARKUP].decode("utf-8", "replace")
    if not capture.media_type.startswith("application/json"):
        return words
    try:
        return "\n".join(islice(_strings(json.loads(capture.payload)), _MARKUP))[:_MARKUP]
    except (ValueError, RecursionError):
        return ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)
