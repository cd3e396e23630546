"""Decisions as pages show them."""

from dataclasses import dataclass
from datetime import datetime

from setwatch.model import Act, Decided, Property, Record, Rejection
from setwatch.publish import Shelf
from setwatch.publish.dates import spoken
from setwatch.publish.decision_page import decided_words, signed
from setwatch.publish.words import PROPERTY
from setwatch.web.views.quotes import Quote, quote_statement

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


def decision_view(decided: Decided, shelf: Shelf) -> DecisionView:
    """Return a decision in words."""
    decision = decided.decision
    return DecisionView(
        decision.decision_id,
        ACTS[decision.act],
        decided_words(decision, shelf),
        decision.author,
        decision.made,
        decision.note,
        decided.taken_back_by,
        decided.found,
    )


@dataclass(frozen=True, slots=True)
class RejectedView:
    """A statement that somebody rejected: its value, who rejected it when and why, and its words."""

    prop: str
    value: str
    by: str
    quote: Quote


def rejected_view(rejection: Rejection, shelf: Shelf) -> RejectedView:
    """Return a rejected statement."""
    claim = rejection.statement.claim
    value = spoken(claim.value) if claim.property is Property.RELEASE_DATE else claim.value.replace("_", " ")
    quote = quote_statement(rejection.statement, shelf)
    return RejectedView(PROPERTY[claim.property], value, signed(rejection.decision), quote)


def ruled(record: Record, shelf: Shelf) -> list[str]:
    """Return in words what else people decided on the documents of a record."""
    return [f"{decided_words(decision, shelf)}, by {signed(decision)}" for decision in record.decisions]
