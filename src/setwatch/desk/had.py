"""Answers from readings themselves, with what people decided: for what no ledger keeps."""

from collections.abc import Iterable
from datetime import datetime

from setwatch.desk.hand import Hand, hand
from setwatch.desk.neighbours import trace_near
from setwatch.desk.upkeep import basis_of
from setwatch.model import Change, Production, Reading, Record, Tracing
from setwatch.record import changes, record
from setwatch.store import Store, of_production


class Had:
    """What a desk had of a production by a time (UTC), with the decisions that were made by then."""

    def __init__(self, store: Store, production: Production, captured: datetime) -> None:
        self._production, self._captured = production, captured
        self._hand = hand(store, captured)
        self._said = store.readings_with(basis_of(store.watched()), of_production(production.name))
        documents = frozenset(r.document.document_id for r in self._said) | self._hand.documents
        then = None if self._hand == hand(store) else self._hand
        self._tracing = self._hand.tracing(trace_near(store, documents, then))

    def record(self, known: datetime | None) -> Record:
        """Return what stood, as known by a time (UTC; None: all)."""
        readings = self._hand.readings(self._said, self._tracing)
        found = record(readings, self._tracing, self._production, known, self._captured)
        return self._hand.record(found, self._said, self._tracing)

    def changes(self) -> tuple[Change, ...]:
        """Return what changed."""
        readings = self._hand.readings(self._said, self._tracing)
        had = tuple(r for r in readings if datetime.fromisoformat(r.document.captured) <= self._captured)
        return changes(had, self._tracing, self._production)


def traced_near(store: Store, documents: Iterable[str], by_hand: Hand) -> Tracing:
    """Return what is traced around these documents and those that were decided on, with the decisions."""
    return by_hand.tracing(trace_near(store, by_hand.documents.union(documents)))


def decided(store: Store, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return readings as people decided: dates corrected, rejected claims left out."""
    by_hand = hand(store)
    if not by_hand.decisions:
        return readings
    return by_hand.readings(readings, traced_near(store, (r.document.document_id for r in readings), by_hand))
