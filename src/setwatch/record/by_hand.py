"""Decisions applied: which hold, readings with dates corrected and without rejected claims, and what was rejected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from setwatch.model import (
    Act,
    Claim,
    ClaimMark,
    CopyRuling,
    DateRuling,
    Decision,
    Reading,
    Record,
    Reject,
    Rejection,
    TakeBack,
    Tracing,
    fold,
)
from setwatch.record.said import statements


def in_force(decisions: Iterable[Decision], captured: datetime | None = None) -> tuple[Decision, ...]:
    """Return the decisions that this desk had by `captured` (UTC; None: all) and that none of them took back.

    In the order in which they were made; where two contradict each other, whoever applies them lets the later win.
    """
    had = sorted((d for d in decisions if captured is None or d.captured <= captured), key=_made)
    back = taken_back(had)
    return tuple(d for d in had if d.decision_id not in back and d.act is not Act.TAKE_BACK)


def taken_back(decisions: Iterable[Decision]) -> Mapping[str, str]:
    """Return by id of a decision that was taken back the id of the one that did so, and holds itself."""
    takers: dict[str, list[str]] = defaultdict(list)
    for decision in sorted(decisions, key=_made):
        if isinstance(decision.ruling, TakeBack):
            takers[decision.ruling.decision].append(decision.decision_id)
    found: dict[str, str] = {}

    def holds(decision_id: str, depth: int = 0) -> bool:
        # An id follows from what it takes back, so that no decision can take itself back round a corner.
        by = [taker for taker in takers.get(decision_id, ()) if depth < DEEPEST and holds(taker, depth + 1)]
        if by:
            found[decision_id] = by[0]
        return not by

    for decision_id in list(takers):
        holds(decision_id)
    return found


DEEPEST = 100
"""How long a row of decisions that take each other back may be; nobody changes his mind as often."""


def _made(decision: Decision) -> tuple[datetime, str]:
    return decision.made, decision.decision_id


def decided(readings: Iterable[Reading], decisions: Sequence[Decision], tracing: Tracing) -> tuple[Reading, ...]:
    """Return the readings as the decisions in force leave them; `tracing` has theirs on copies applied. Pure.

    Dates are corrected. Rejected claims are left out, and the same of the documents that copy the one that made
    them, or tell it on its word: what rests on a rejected claim falls with it.
    """
    dated = with_dates(readings, decisions)
    gone = _rejected(dated, decisions, tracing)
    if not gone:
        return dated
    return tuple(
        replace(r, claims=tuple(c for c in r.claims if (r.document.version, c) not in gone))
        if any(version == r.document.version for version, _ in gone)
        else r
        for r in dated
    )


def with_dates(readings: Iterable[Reading], decisions: Sequence[Decision]) -> tuple[Reading, ...]:
    """Return the readings with the dates that were corrected; an instant that a document tells goes with its date."""
    dates = {d.ruling.document: d.ruling.published for d in decisions if isinstance(d.ruling, DateRuling)}
    return tuple(_dated(r, dates.get(r.document.document_id)) for r in readings)


def _dated(reading: Reading, published: str | None) -> Reading:
    if published is None or published == reading.document.published:
        return reading
    return replace(
        reading, document=replace(reading.document, published=published, published_at=None, modified_at=None)
    )


def rejections(
    readings: Sequence[Reading], decisions: Sequence[Decision], tracing: Tracing, production: str
) -> tuple[Rejection, ...]:
    """Return the statements of a production that do not count, in the order in which they were said."""
    dated = with_dates(readings, decisions)
    gone = _rejected(dated, decisions, tracing)
    return tuple(
        Rejection(s, gone[s.version, s.claim]) for s in statements(dated, production) if (s.version, s.claim) in gone
    )


def with_decisions(
    found: Record, readings: Sequence[Reading], decisions: Sequence[Decision], tracing: Tracing
) -> Record:
    """Return a record with what people decided on it: rejected statements, corrected dates and copies."""
    documents = {r.document.document_id for r in readings}
    return replace(
        found,
        rejected=rejections(readings, decisions, tracing, found.production),
        decisions=tuple(d for d in decisions if _documents(d) & documents),
    )


def _documents(decision: Decision) -> set[str]:
    if isinstance(decision.ruling, DateRuling):
        return {decision.ruling.document}
    return {decision.ruling.original, decision.ruling.copy} if isinstance(decision.ruling, CopyRuling) else set()


def _rejected(
    readings: Sequence[Reading], decisions: Sequence[Decision], tracing: Tracing
) -> Mapping[tuple[str, Claim], Decision]:
    """Return what is rejected, by version and claim, with the decision that did so."""
    marks = [(d, d.ruling.claim) for d in decisions if isinstance(d.ruling, Reject)]
    if not marks:
        return {}
    copies = _copies(tracing)
    found: dict[tuple[str, Claim], Decision] = {}
    for decision, mark in marks:
        own = [r.document for r in readings if r.document.document_id == mark.document_id]
        outlets = {fold(document.outlet) for document in own if document.outlet}
        below = _below(mark.document_id, copies)
        for reading in readings:
            for claim in reading.claims:
                if mark.is_on(reading.document.document_id, claim) or (
                    _same_fact(mark, claim) and _rests(reading, claim, mark.document_id, below, outlets)
                ):
                    found.setdefault((reading.document.version, claim), decision)
    return found


def _rests(reading: Reading, claim: Claim, original: str, below: frozenset[str], outlets: set[str]) -> bool:
    if reading.document.document_id == original:
        return False
    credited = {fold(credit.source) for credit in reading.telling.credits} | {fold(claim.attribution or "")}
    return reading.document.document_id in below or bool(credited & outlets)


def _same_fact(mark: ClaimMark, claim: Claim) -> bool:
    return (mark.production, mark.property, fold(mark.value), mark.season) == (
        claim.production,
        claim.property,
        fold(claim.value),
        claim.season,
    )


def _copies(tracing: Tracing) -> Mapping[str, frozenset[str]]:
    """Return by document the documents that copy it."""
    found: dict[str, set[str]] = defaultdict(set)
    for copy in tracing.copies:
        if not copy.undecided:
            found[copy.original].add(copy.copy)
    return {document: frozenset(copies) for document, copies in found.items()}


def _below(document: str, copies: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the documents that rest on one, and those that rest on them."""
    found: set[str] = set()
    todo = [document]
    while todo:
        for other in copies.get(todo.pop(), frozenset()) - found:
            found.add(other)
            todo.append(other)
    return frozenset(found - {document})
