"""Decisions as text and as JSON."""

import json
from collections.abc import Iterable

from setwatch.model import (
    CopyRuling,
    DateRuling,
    Decided,
    Decision,
    FootageMark,
    GonePost,
    Merge,
    Reject,
    Rejection,
    Split,
    TakeBack,
    decision_payload,
    decision_row,
)
from setwatch.publish.dates import day, spoken
from setwatch.publish.page import Line, line
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import HEAD, QUIET, QUOTE, UNDONE


def decisions_page(found: Iterable[Decided], shelf: Shelf) -> list[Line]:
    """Return all decisions, each with its author, time and note, and with what became of it."""
    lines: list[Line] = []
    for decided in found:
        decision = decided.decision
        lines.append(line(0, (decided_words(decision, shelf), HEAD)))
        lines.append(line(2, (f"{decision.decision_id}; by {signed(decision)}", QUIET)))
        if decided.taken_back_by:
            lines.append(line(2, (f"taken back by {decided.taken_back_by}", UNDONE)))
        elif not decided.found:
            lines.append(line(2, ("what it is about is not there", UNDONE)))
    return lines


def signed(decision: Decision) -> str:
    """Return who decided, when and why: `Mia on 1 May 2031: a slip`."""
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.author} on {day(decision.made.date())}{note}"


def rejected_lines(found: Iterable[Rejection], shelf: Shelf) -> list[Line]:
    """Return the statements that people rejected, each as what it is."""
    lines: list[Line] = []
    for rejection in found:
        statement = rejection.statement
        claim = statement.claim
        value = spoken(claim.value) if claim.property == "release_date" else claim.value.replace("_", " ")
        source = shelf.cite(statement.document_id, statement.version)
        lines.append(line(2, (value, HEAD), "  ", ("rejected", UNDONE), f" by {signed(rejection.decision)}"))
        lines.append(line(4, ("“", QUOTE), (" ".join(claim.evidence.exact.split()), QUOTE), ("” ", QUOTE), source))
    return lines


def decided_lines(found: Iterable[Decision], shelf: Shelf) -> list[Line]:
    """Return what else people decided on the documents of a record."""
    return [line(2, decided_words(decision, shelf), (f" by {signed(decision)}", QUIET)) for decision in found]


def decided_words(decision: Decision, shelf: Shelf) -> str:
    """Return what a decision says, its documents by name: `The Reel, 5 October 2020 is no copy of Quay, undated`."""
    ruling = decision.ruling
    if isinstance(ruling, Reject):
        mark = ruling.claim
        value = spoken(mark.value) if mark.property == "release_date" else mark.value.replace("_", " ")
        name = mark.property.value.replace("_", " ")
        return f"{mark.production}: {name} {value}, “{mark.words}” in {shelf.cite(mark.document_id)}: rejected"
    if isinstance(ruling, CopyRuling):
        verb = "is a copy of" if ruling.holds else "is no copy of"
        return f"{shelf.cite(ruling.copy)} {verb} {shelf.cite(ruling.original)}"
    if isinstance(ruling, Merge):
        return f"One piece of footage: {'; '.join(_piece(mark) for mark in ruling.footage)}"
    if isinstance(ruling, Split):
        documents = "; ".join(shelf.cite(document) for document in ruling.documents)
        return f"Another piece than {_piece(ruling.footage)}: that of {documents}"
    if isinstance(ruling, DateRuling):
        return f"{shelf.name(ruling.document)} ({ruling.document}) was published {spoken(ruling.published)}"
    if isinstance(ruling, GonePost):
        return f"The post {ruling.address} is gone"
    assert isinstance(ruling, TakeBack)
    return f"{ruling.decision} taken back"


def _piece(mark: FootageMark) -> str:
    return f"{mark.footage_id} “{mark.words}”"


def decision_shape(decided: Decided) -> dict[str, object]:
    """Return a decision as it is kept, with its id and what became of it; a list of these can be added elsewhere."""
    decision = decided.decision
    kept: dict[str, object] = json.loads(
        decision_payload(decision_row(decision.act, decision.ruling, decision.author, decision.made, decision.note))
    )
    return {
        "id": decision.decision_id,
        **kept,
        "taken_back_by": decided.taken_back_by,
        "found": decided.found,
    }
