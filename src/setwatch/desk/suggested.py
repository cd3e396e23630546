"""Titles that documents report on and nobody watches."""

import json
from collections.abc import Iterator
from itertools import islice

from setwatch import following as following_
from setwatch import language as language_
from setwatch.desk.shown import shown
from setwatch.desk.upkeep import BATCH, DERIVATION, Progress, basis_of, derive
from setwatch.model import Capture, Document, Named, Suggestion
from setwatch.store import Store

NAMING = f"{DERIVATION} names/2"
"""What the titles in documents were found by; raise the number when a change of code or lexicon changes them."""

RECENT = 5000
"""Documents that are looked at if nobody says otherwise: those that were said last."""

_MARKUP = 1_000_000
"""Characters of a capture in which emphasised words are looked for."""


class Suggested:
    """What is proposed in one store. What a document names is found once and kept, whatever is watched."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, documents: int = RECENT, most: int | None = None, progress: Progress | None = None) -> int:
        """Find the titles in those of the newest documents that were not looked at, `most` of them; return how many."""
        store = self._store
        waiting = store.named.missing(store.search.last(documents), NAMING)[:most]
        for at in range(0, len(waiting), BATCH):
            batch = waiting[at : at + BATCH]
            readings = store.readings_of(basis_of(store.watched()), batch)
            store.named.keep(
                [_named(reading.document, store.capture(reading.document.version)) for reading in readings], NAMING
            )
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
        return store.pulse.while_same(f"suggested {documents}", lambda: self._found(documents))

    def _found(self, documents: int) -> tuple[Suggestion, ...]:
        named = self._store.named.of(self._store.search.last(documents), NAMING)
        return tuple(following_.suggestions(named, self._store.watched()))

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
