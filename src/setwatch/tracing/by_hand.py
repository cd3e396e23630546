"""Decisions on copies, footage and dates, applied on top of a tracing. Pure."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from setwatch.model import (
    Alarm,
    Appearance,
    Copy,
    CopyKind,
    CopyRuling,
    DateRuling,
    Decision,
    Footage,
    FootageMark,
    Merge,
    Role,
    Split,
    Tracing,
    fold,
    interval_of,
)
from setwatch.tracing.across.figures import FOOTAGE
from setwatch.tracing.across.trail import summary_of

_NEVER = datetime.max.replace(tzinfo=UTC)
_ROLES = tuple(Role)


def decided(tracing: Tracing, decisions: Sequence[Decision]) -> Tracing:
    """Return a tracing as the decisions in force leave it, applied in the order in which they were made."""
    for decision in decisions:
        ruling = decision.ruling
        if isinstance(ruling, CopyRuling):
            tracing = _with_copy(tracing, ruling, decision)
        elif isinstance(ruling, Merge):
            tracing = replace(tracing, footage=_merged(tracing, ruling))
        elif isinstance(ruling, Split):
            tracing = replace(tracing, footage=_split(tracing, ruling))
        elif isinstance(ruling, DateRuling):
            tracing = replace(tracing, footage=tuple(_dated(piece, ruling) for piece in tracing.footage))
    return tracing


def find_footage(footage: Sequence[Footage], mark: FootageMark) -> Footage | None:
    """Return the footage that a decision is about: the one with that id, else that shares most documents with it."""
    if exact := [piece for piece in footage if piece.footage_id == mark.footage_id]:
        return exact[0]
    wanted = set(mark.documents)
    alike = [piece for piece in footage if piece.kind is mark.kind and wanted & set(piece.documents)]
    return max(
        alike,
        key=lambda piece: (len(wanted & set(piece.documents)), piece.summary == mark.words, piece.footage_id),
        default=None,
    )


def _with_copy(tracing: Tracing, ruling: CopyRuling, decision: Decision) -> Tracing:
    pair = {ruling.original, ruling.copy}
    before = [copy for copy in tracing.copies if {copy.original, copy.copy} == pair]
    copies = [copy for copy in tracing.copies if copy not in before]
    if ruling.holds:
        kind = before[0].kind if before else CopyKind.REWRITE
        reason = f"confirmed by {decision.author} on {decision.made:%Y-%m-%d}"
        reason += f": {decision.note}" if decision.note else ""
        copies.append(Copy(ruling.original, ruling.copy, kind, undecided=False, reason=reason))
    ordered = tuple(sorted(copies, key=lambda copy: (copy.original, copy.copy)))
    footage = tuple(
        replace(piece, witnesses=_witnesses(piece.appearances, piece.documents, ordered))
        if pair <= set(piece.documents)
        else piece
        for piece in tracing.footage
    )
    return replace(tracing, copies=ordered, footage=footage)


def _merged(tracing: Tracing, ruling: Merge) -> tuple[Footage, ...]:
    found = [find_footage(tracing.footage, mark) for mark in ruling.footage]
    pieces = sorted({p.footage_id: p for p in found if p is not None}.values(), key=_first)
    if len(pieces) < 2:
        return tracing.footage
    documents = tuple(dict.fromkeys(document for piece in pieces for document in piece.documents))
    appearances = _in_order([a for piece in pieces for a in piece.appearances])
    one = replace(
        pieces[0],
        production=next((piece.production for piece in pieces if piece.production), None),
        appearances=appearances,
        documents=documents,
        alarms=tuple(dict.fromkeys(alarm for piece in pieces for alarm in piece.alarms)),
        witnesses=_witnesses(appearances, documents, tracing.copies),
    )
    return _by_id([one, *(piece for piece in tracing.footage if piece not in pieces)])


def _split(tracing: Tracing, ruling: Split) -> tuple[Footage, ...]:
    piece = find_footage(tracing.footage, ruling.footage)
    off = set(ruling.documents)
    if piece is None or not off & set(piece.documents) or off >= set(piece.documents):
        return tracing.footage
    stays, goes = (_part(piece, documents, tracing.copies) for documents in (set(piece.documents) - off, off))
    return _by_id(
        [
            stays,
            replace(goes, footage_id=_split_id(piece, ruling)),
            *(other for other in tracing.footage if other is not piece),
        ]
    )


def _split_id(piece: Footage, ruling: Split) -> str:
    parts = "\n".join((piece.footage_id, *sorted(ruling.documents)))
    return f"footage-{hashlib.sha256(parts.encode()).hexdigest()[:12]}"


def _part(piece: Footage, documents: set[str], copies: Sequence[Copy]) -> Footage:
    """Return what of a piece stands in some of its documents."""
    told = tuple(document for document in piece.documents if document in documents)
    appearances = tuple(a for a in piece.appearances if a.document_id in documents)
    return replace(
        piece,
        summary=next((summary_of(a.evidence) for a in appearances), piece.summary),
        appearances=appearances,
        documents=told,
        alarms=tuple(alarm for alarm in piece.alarms if alarm.document_id in documents),
        witnesses=_witnesses(appearances, told, copies),
    )


def _dated(piece: Footage, ruling: DateRuling) -> Footage:
    """Return a piece with the times that stood on a document's date alone; an alarm is off where nothing is older."""
    if ruling.document not in piece.documents:
        return piece
    end = interval_of(ruling.published).not_after
    appearances = _in_order(
        [
            replace(a, time=replace(a.time, not_after=end))
            if a.document_id == ruling.document and a.time.not_before is None
            else a
            for a in piece.appearances
        ]
    )
    alarms = tuple(a for a in piece.alarms if a.document_id != ruling.document or _is_old(a, ruling.published))
    return replace(piece, appearances=appearances, alarms=alarms)


def _is_old(alarm: Alarm, published: str) -> bool:
    """Whether what an alarm is about was first seen long before this date."""
    said, first = interval_of(published).not_before, alarm.first_seen.not_before or alarm.first_seen.not_after
    return said is not None and first is not None and said - first > timedelta(days=FOOTAGE["old_days"])


def _in_order(appearances: Sequence[Appearance]) -> tuple[Appearance, ...]:
    return tuple(
        sorted(
            dict.fromkeys(appearances),
            key=lambda a: (_at(a), _ROLES.index(a.role), a.document_id, a.version, a.evidence.start),
        )
    )


def _at(appearance: Appearance) -> datetime:
    return appearance.time.not_before or appearance.time.not_after or _NEVER


def _first(piece: Footage) -> tuple[datetime, str]:
    return min(map(_at, piece.appearances), default=_NEVER), piece.footage_id


def _witnesses(appearances: Sequence[Appearance], documents: Sequence[str], copies: Sequence[Copy]) -> int:
    """Count the origins that documents which copy none of the others name; at least one."""
    folded = {copy.copy for copy in copies if copy.original in documents}
    origins = {
        fold(a.actor or a.handle or "")
        for a in appearances
        if a.role is Role.ORIGIN and a.document_id not in folded and (a.actor or a.handle)
    }
    return max(1, len(origins))


def _by_id(footage: Sequence[Footage]) -> tuple[Footage, ...]:
    return tuple(sorted(footage, key=lambda piece: piece.footage_id))
