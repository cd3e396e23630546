"""Footage as its page shows it: its trail stop by stop, who tells of it, and what came back as new."""

from collections.abc import Sequence
from dataclasses import dataclass

from setwatch.model import Footage, Role
from setwatch.publish import Shelf, many
from setwatch.publish.dates import said
from setwatch.publish.trail_page import LATER, Stop, stops, who
from setwatch.publish.words import KIND, ROLE
from setwatch.web.views.briefs import AlarmView, alarms_of
from setwatch.web.views.quotes import Quote, quote_of
from setwatch.web.views.told import Told, told_by

TOLD = 40
"""Documents that the page of a footage names."""


@dataclass(frozen=True, slots=True)
class StopView:
    """One stop of a trail: who, what they did, when, in which words; `notes` are doubts and who named whom."""

    who: str
    did: str
    role: str
    when: str
    quote: Quote
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PieceView:
    """One piece of footage."""

    footage_id: str
    kind: str
    production: str | None
    summary: str
    counts: str
    stops: tuple[StopView, ...]
    alarms: tuple[AlarmView, ...]
    documents: tuple[Told, ...]
    more: int


def piece_view(piece: Footage, shelf: Shelf, told: int = TOLD) -> PieceView:
    """Return a piece of footage with at most `told` of the documents that tell of it."""
    witnesses = many(piece.witnesses, "witness", "witnesses")
    return PieceView(
        piece.footage_id,
        KIND[piece.kind],
        piece.production,
        piece.summary,
        f"{many(len(piece.documents), 'document')}, {witnesses}",
        _stops(stops(piece.appearances), shelf),
        alarms_of(piece, shelf),
        tuple(told_by(document, shelf) for document in piece.documents[:told]),
        max(0, len(piece.documents) - told),
    )


def _stops(found: Sequence[Stop], shelf: Shelf) -> tuple[StopView, ...]:
    views = []
    firsts = 0
    for stop in found:
        first = stop.first
        firsts += first.role is Role.ORIGIN
        did = LATER if first.role is Role.ORIGIN and firsts > 1 else ROLE[first.role]
        cited = min(stop.told, key=lambda a: (a.document_id in shelf.copies, a.named_by is not None))
        unnamed = dict.fromkeys((a.document_id, a.named_by) for a in stop.told if a.named_by)
        notes = tuple(f"Left unnamed by {shelf.cite(d)}; named by {shelf.cite(by or '')}." for d, by in unnamed)
        quote = quote_of(cited.evidence, cited.document_id, cited.version, shelf)
        views.append(StopView(who(first), did, first.role.value, said(first.time), quote, notes))
    return tuple(views)
