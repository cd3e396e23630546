"""What is traced, as far as the documents that were there on a date tell it."""

from collections.abc import Set
from dataclasses import replace
from datetime import datetime

from setwatch.model import Appearance, First, Footage, Story, Tracing


def told_by(tracing: Tracing, documents: Set[str], known: datetime) -> Tracing:
    """Return of a tracing what these documents tell, the ones that were said by a time (UTC).

    Which documents belong together is told by all that are here now; who did what, by those that were said by then.
    """
    return Tracing(
        tuple(replace(s, documents=_those(s, documents)) for s in tracing.stories if _those(s, documents)),
        tuple(c for c in tracing.copies if c.original in documents and c.copy in documents),
        tuple(_piece(piece, documents, known) for piece in tracing.footage if _those(piece, documents)),
    )


def _those(found: Story | Footage | First, documents: Set[str]) -> tuple[str, ...]:
    return tuple(document for document in found.documents if document in documents)


def _piece(piece: Footage, documents: Set[str], known: datetime) -> Footage:
    there = _those(piece, documents)
    firsts = tuple(replace(f, documents=_those(f, documents)) for f in piece.firsts if _those(f, documents))
    disputed = firsts if len(firsts) > 1 else ()
    return replace(
        piece,
        documents=there,
        appearances=tuple(_appearance(a, documents) for a in piece.appearances if _was_there(a, documents, known)),
        alarms=tuple(alarm for alarm in piece.alarms if alarm.document_id in documents),
        witnesses=min(piece.witnesses, len(there)),
        firsts=disputed,
        decided_by=piece.decided_by if disputed else None,
    )


def _was_there(appearance: Appearance, documents: Set[str], known: datetime) -> bool:
    began = appearance.time.not_before
    return appearance.document_id in documents and (began is None or began <= known)


def _appearance(found: Appearance, documents: Set[str]) -> Appearance:
    """Return an appearance without what only a later document says: its actor's name, and what refutes it."""
    if found.named_by is not None and found.named_by not in documents:
        found = replace(found, actor=None, handle=None, named_by=None)
    if found.refuted_by is not None and found.refuted_by.document_id not in documents:
        found = replace(found, refuted_by=None)
    return found
