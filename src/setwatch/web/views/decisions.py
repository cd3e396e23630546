"""Decisions as pages show them."""

from dataclasses import dataclass
from datetime import datetime

from setwatch.model import Act, CopyRuling, DateRuling, Decided, GonePost, Merge, Reject, Ruling, Split
from setwatch.publish.dates import spoken

ACTS = {
    Act.REJECT: "Reject a claim",
    Act.CONFIRM_COPY: "Confirm a copy",
    Act.UNDO_COPY: "Undo a copy",
    Act.MERGE: "Merge footage",
    Act.SPLIT: "Split footage",
    Act.DATE: "Correct a document’s date",
    Act.GONE: "Mark a post as gone",
    Act.TAKE_BACK: "Take back a decision",
}


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision: what it does, to what, by whom, when and why; `back` is the decision that took it back."""

    decision_id: str
    what: str
    about: str
    author: str
    made: datetime
    note: str | None
    back: str | None
    found: bool


def decision_view(decided: Decided) -> DecisionView:
    """Return a decision in words."""
    decision = decided.decision
    return DecisionView(
        decision.decision_id,
        ACTS[decision.act],
        _about(decision.ruling),
        decision.author,
        decision.made,
        decision.note,
        decided.taken_back_by,
        decided.found,
    )


def _about(ruling: Ruling) -> str:
    if isinstance(ruling, Reject):
        claim = ruling.claim
        return f"“{claim.words}” in {claim.document_id}, for {claim.value} of {claim.production}"
    if isinstance(ruling, CopyRuling):
        return f"{ruling.copy} {'is' if ruling.holds else 'is no'} copy of {ruling.original}"
    if isinstance(ruling, Merge):
        return " and ".join(f"“{mark.words}” ({mark.footage_id})" for mark in ruling.footage)
    if isinstance(ruling, Split):
        return (
            f"“{ruling.footage.words}” ({ruling.footage.footage_id}): apart is what is in {', '.join(ruling.documents)}"
        )
    if isinstance(ruling, DateRuling):
        return f"{ruling.document} was published {spoken(ruling.published)}"
    return f"the post {ruling.address}" if isinstance(ruling, GonePost) else ruling.decision
