"""Decisions in force, and how they are applied to answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from setwatch import record as record_
from setwatch import tracing as tracing_
from setwatch.model import (
    CopyRuling,
    DateRuling,
    Decision,
    GonePost,
    Merge,
    Reading,
    Record,
    Reject,
    Ruling,
    Split,
    Tracing,
)
from setwatch.reading import read_decision
from setwatch.record import in_force, with_dates, with_decisions
from setwatch.store import Store


@dataclass(frozen=True, slots=True)
class Hand:
    """Decisions in force, ready to be applied."""

    decisions: tuple[Decision, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The ids of all documents that they speak of."""
        return frozenset(document for decision in self.decisions for document in _about(decision.ruling))

    def dates(self, documents: Iterable[str]) -> dict[str, str]:
        """Return by document the date to which it was corrected, of these documents."""
        dates = {d.ruling.document: d.ruling.published for d in self.decisions if isinstance(d.ruling, DateRuling)}
        return {document: dates[document] for document in documents if document in dates} if dates else {}

    def dated(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """Return readings with the dates that were corrected."""
        return with_dates(readings, self.decisions) if self.decisions else tuple(readings)

    def tracing(self, tracing: Tracing) -> Tracing:
        """Return a tracing as they leave it."""
        return tracing_.decided(tracing, self.decisions) if self.decisions else tracing

    def readings(self, readings: tuple[Reading, ...], tracing: Tracing) -> tuple[Reading, ...]:
        """Return readings as they leave them; `tracing` has them applied."""
        return record_.decided(readings, self.decisions, tracing) if self.decisions else readings

    def record(self, found: Record, readings: tuple[Reading, ...], tracing: Tracing) -> Record:
        """Return a record with what was decided on it; `readings` are those before that."""
        return with_decisions(found, readings, self.decisions, tracing) if self.decisions else found


def _about(ruling: Ruling) -> tuple[str, ...]:
    if isinstance(ruling, Reject):
        return (ruling.claim.document_id,)
    if isinstance(ruling, CopyRuling):
        return ruling.original, ruling.copy
    if isinstance(ruling, DateRuling):
        return (ruling.document,)
    if isinstance(ruling, Merge):
        return tuple(document for mark in ruling.footage for document in mark.documents)
    return (*ruling.footage.documents, *ruling.documents) if isinstance(ruling, Split) else ()


def hand(store: Store, captured: datetime | None = None) -> Hand:
    """Return the decisions in force that this store had by `captured` (UTC; None: all).

    That a post is gone is none of them: it holds for whatever is shown, however old; see `shown.py`.
    """
    return Hand(tuple(d for d in in_force(kept(store), captured) if not isinstance(d.ruling, GonePost)))


def kept(store: Store) -> tuple[Decision, ...]:
    """Return all decisions that can be read, in the order in which they were made."""
    return store.pulse.while_same("kept", lambda: _kept(store))


def _kept(store: Store) -> tuple[Decision, ...]:
    found = []
    for capture in store.decisions():
        try:
            found.append(read_decision(capture))
        except ValueError:  # one of a newer program, say; it was refused when it came in
            continue
    return tuple(sorted(found, key=lambda decision: (decision.made, decision.decision_id)))


def ever_dated(store: Store) -> frozenset[str]:
    """Return the documents of which a date was ever corrected, also where that was taken back."""
    return frozenset(d.ruling.document for d in kept(store) if isinstance(d.ruling, DateRuling))
