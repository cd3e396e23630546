"""Productions in brief, as the first page lists them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from setwatch.desk import Desk
from setwatch.model import Footage, Production
from setwatch.publish import Shelf
from setwatch.publish.dates import said
from setwatch.web.views.changes import ChangeView, change_view
from setwatch.web.views.quotes import Quote, quote_of
from setwatch.web.views.record import HeadView, heads

SHOWN = 12
"""Productions that the first page shows in brief."""

LATELY = 6
"""Changes that the first page shows."""


@dataclass(frozen=True, slots=True)
class AlarmView:
    """Old footage back as new: which, who calls it new in which words, and when it was first seen."""

    footage_id: str
    production: str | None
    summary: str
    first_seen: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Brief:
    """A production with what a reader is to be told first, its newest changes and its alarms."""

    name: str
    kind: str
    franchise: str | None
    heads: tuple[HeadView, ...]
    documents: int
    footage: int
    changes: tuple[ChangeView, ...]
    alarms: tuple[AlarmView, ...]


def briefs(desk: Desk) -> tuple[Brief, ...]:
    """Return the watched productions of which something was said last in brief, the last first."""
    watched = {production.name: production for production in desk.watched()}
    return tuple(brief_of(desk, watched[name]) for name in desk.board.busiest(SHOWN) if name in watched)


def brief_of(desk: Desk, production: Production) -> Brief:
    """Return a watched production in brief."""
    found = desk.ledgers.brief(production.name)
    shelf = found.cards.shelf()
    return Brief(
        production.name,
        production.kind.value,
        production.franchise,
        heads(found.values),
        found.documents,
        found.footage,
        tuple(change_view(change, shelf) for change in found.changes),
        tuple(alarm for piece in found.alarms for alarm in alarms_of(piece, shelf)),
    )


def lately(found: Sequence[Brief]) -> tuple[ChangeView, ...]:
    """Return the newest changes over all productions, the newest first."""
    changes = [change for brief in found for change in brief.changes]
    return tuple(sorted(changes, key=lambda c: (c.said, c.production, c.name), reverse=True)[:LATELY])


def alarms_over(found: Sequence[Brief]) -> list[AlarmView]:
    """Return the alarms over all productions, one that concerns two of them once."""
    return list(dict.fromkeys(alarm for brief in found for alarm in brief.alarms))


def alarms_by(found: Iterable[Footage], shelf: Shelf, known: datetime | None) -> list[AlarmView]:
    """Return the alarms of footage that were there by a time (UTC; None: all), the newest first."""
    kept = [
        (end, view)
        for piece in found
        for alarm, view in zip(piece.alarms, alarms_of(piece, shelf), strict=True)
        if (end := shelf.said(alarm.version).not_after) is not None and (known is None or end <= known)
    ]
    return [view for _, view in sorted(kept, key=lambda pair: pair[0], reverse=True)]


def alarms_of(piece: Footage, shelf: Shelf) -> tuple[AlarmView, ...]:
    """Return the alarms of a piece of footage."""
    return tuple(
        AlarmView(
            piece.footage_id,
            piece.production,
            piece.summary,
            said(alarm.first_seen),
            quote_of(alarm.evidence, alarm.document_id, alarm.version, shelf),
        )
        for alarm in piece.alarms
    )
