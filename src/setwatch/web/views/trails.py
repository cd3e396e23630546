"""Footage as its page shows it: its trail stop by stop, who tells of it, and what came back as new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from setwatch.model import Appearance, First, Footage, Role, interval_of
from setwatch.publish import Shelf, many
from setwatch.publish.dates import said
from setwatch.publish.trail_page import DECIDED, LATER, Stop, stops, who
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
    """One stop of a trail: who, what they did, when, in which words; `notes` are doubts and who named whom.

    `role` is as drawings have it: a role, or `refuted` for one who was not the first though said to be.
    """

    who: str
    did: str
    role: str
    when: str
    quote: Quote
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """A trail in short: who had it first and when, who picked it up first, the first document; whom to credit."""

    first: str
    first_when: str
    picked_up: str
    picked_up_when: str
    document: Told | None
    credit: str


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several who are said to have had it first: who, when or why not, and the documents that say so."""

    who: str
    when: str
    documents: str


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
    short: Short
    rivals: tuple[Rival, ...]
    decided: str


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
        _short(piece, shelf),
        tuple(_rival(first, shelf) for first in piece.firsts),
        DECIDED[piece.decided_by] if piece.firsts and piece.decided_by else "",
    )


def _short(piece: Footage, shelf: Shelf) -> Short:
    trail = stops(piece.appearances)
    first = next((s.first for s in trail if s.first.role is Role.ORIGIN and not s.first.refuted_by), None)
    picked = next((s.first for s in trail if s.first.role is not Role.ORIGIN), None)
    told = {document: said_by for document in piece.documents if (said_by := _said(document, shelf))}
    earliest = min(told, key=lambda d: (told[d], d), default=None)
    return Short(
        who(first) if first else "",
        said(first.time) if first else "",
        who(picked) if picked else "",
        said(picked.time) if picked else "",
        told_by(earliest, shelf) if earliest else None,
        _credit(first, picked),
    )


def _credit(first: Appearance | None, picked: Appearance | None) -> str:
    """Return whom to credit: whoever had it first, else whoever picked it up, where they have a name."""
    named = first if first and (first.actor or first.handle) else picked
    return who(named) if named and (named.actor or named.handle) else ""


def _said(document_id: str, shelf: Shelf) -> datetime | None:
    document = shelf.newest.get(document_id)
    return interval_of(document.published).not_after if document and document.published else None


def _rival(first: First, shelf: Shelf) -> Rival:
    name = f"@{first.handle}" if first.handle else first.actor
    when = f"refuted: {first.refuted_by.words}" if first.refuted_by else said(first.time)
    return Rival(name, when, _few(tuple(shelf.cite(document) for document in first.documents)))


def _stops(found: Sequence[Stop], shelf: Shelf) -> tuple[StopView, ...]:
    views = []
    firsts = 0
    for stop in found:
        first = stop.first
        firsts += first.role is Role.ORIGIN
        did = LATER if first.role is Role.ORIGIN and firsts > 1 else ROLE[first.role]
        cited = min(stop.told, key=lambda a: (a.document_id in shelf.copies, a.named_by is not None))
        refuted = _refuted(stop, shelf)
        notes = (*refuted, *_named(stop, shelf))
        role = "refuted" if refuted else first.role.value
        quote = quote_of(cited.evidence, cited.document_id, cited.version, shelf)
        views.append(StopView(who(first), did, role, said(first.time), quote, notes))
    return tuple(views)


def _refuted(stop: Stop, shelf: Shelf) -> tuple[str, ...]:
    """Return what refutes that this was the first, where something does."""
    found = next((a.refuted_by for a in stop.told if a.refuted_by), None)
    if found is None:
        return ()
    return (f"Refuted: {found.words}, as {shelf.cite(found.document_id, found.version)} shows.",)


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
