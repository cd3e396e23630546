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


NAMES = 5
"""Documents that are named of those that leave out who it was."""


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
        notes = _named(stop, shelf)
        quote = quote_of(cited.evidence, cited.document_id, cited.version, shelf)
        views.append(StopView(who(first), did, first.role.value, said(first.time), quote, notes))
    return tuple(views)


def _named(stop: Stop, shelf: Shelf) -> tuple[str, ...]:
    """Return which documents leave out who it was, by the document that names him."""
    unnamed: dict[str, dict[str, None]] = {}
    for seen in stop.told:
        if seen.named_by:
            unnamed.setdefault(seen.named_by, {})[shelf.name(seen.document_id, seen.version)] = None
    return tuple(f"Named by {shelf.cite(by)}; left unnamed by {_few(tuple(names))}." for by, names in unnamed.items())


def _few(names: Sequence[str]) -> str:
    told = ", ".join(names[:NAMES])
    return f"{told} and {len(names) - NAMES} more" if len(names) > NAMES else told
