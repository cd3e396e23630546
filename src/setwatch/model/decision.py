"""Decisions: what a person ruled on a claim, a copy, a footage or a date. A decision is itself a capture."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import ClassVar

from setwatch.model.claim import Claim, Property
from setwatch.model.trail import FootageKind

KEYS = ("about", "author", "decision", "made", "note")
"""The keys of a decision as JSON. `decision` is its act, `about` its ruling."""


class Act(StrEnum):
    """What a decision does."""

    REJECT = "reject"
    CONFIRM_COPY = "confirm-copy"
    UNDO_COPY = "undo-copy"
    MERGE = "merge"
    SPLIT = "split"
    DATE = "date"
    GONE = "gone"
    TAKE_BACK = "take-back"


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """A claim as a decision holds on to it: its id when it was decided on, and what the id is made of."""

    claim_id: str
    document_id: str
    production: str
    property: Property
    value: str
    season: int | None
    region: str | None
    words: str

    def is_on(self, document_id: str, claim: Claim) -> bool:
        """Whether this is the mark of a claim; the words may have been cut longer or shorter since."""
        same = (self.document_id, self.production, self.property, self.value, self.season, self.region) == (
            document_id,
            claim.production,
            claim.property,
            claim.value,
            claim.season,
            claim.region,
        )
        words = claim.evidence.exact
        return same and (self.words in words or words in self.words)


@dataclass(frozen=True, slots=True)
class FootageMark:
    """A footage as a decision holds on to it: its id then (it changes as documents come in), and what it was made of.

    `words` is its summary.
    """

    footage_id: str
    kind: FootageKind
    documents: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Reject:
    """The claim is not what its document says, or is wrong: it counts no more, nor what rests on it alone."""

    claim: ClaimMark


@dataclass(frozen=True, slots=True)
class CopyRuling:
    """One document (by id) is a copy of another, or is none."""

    original: str
    copy: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Merge:
    """These are one piece of footage."""

    footage: tuple[FootageMark, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """What these documents (by id) talk about is a piece of footage of its own."""

    footage: FootageMark
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateRuling:
    """A document (by id) was published on this date (EDTF)."""

    document: str
    published: str


@dataclass(frozen=True, slots=True)
class GonePost:
    """A post is gone from its platform; when the decision was made is when that was seen.

    `address` is its permalink, `digest` the SHA-256 of the words that it had, in UTF-8.
    """

    address: str
    platform: str | None
    post_id: str | None
    digest: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Another decision (by id) holds no more."""

    decision: str


Ruling = Reject | CopyRuling | Merge | Split | DateRuling | GonePost | TakeBack


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling with its author and time (UTC).

    `decision_id` follows from the bytes that it is kept as. `captured` is when this desk had it: later than `made` for
    one that was taken over from another desk.
    """

    MEDIA_TYPE: ClassVar[str] = "application/vnd.setwatch.decision+json"

    decision_id: str
    ruling: Ruling
    author: str
    made: datetime
    captured: datetime
    note: str | None = None

    @property
    def act(self) -> Act:
        """What it does."""
        if isinstance(self.ruling, CopyRuling):
            return Act.CONFIRM_COPY if self.ruling.holds else Act.UNDO_COPY
        return ACTS[type(self.ruling)]


def decision_row(act: Act, ruling: Ruling, author: str, made: datetime, note: str | None) -> dict[str, object]:
    """Return a decision as a JSON object; `made` is aware."""
    return {
        "decision": act.value,
        "author": author,
        "made": made.astimezone(UTC).isoformat(),
        "note": note,
        "about": asdict(ruling),
    }


ACTS = {
    Reject: Act.REJECT,
    Merge: Act.MERGE,
    Split: Act.SPLIT,
    DateRuling: Act.DATE,
    GonePost: Act.GONE,
    TakeBack: Act.TAKE_BACK,
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with what became of it: the id of the one that took it back, and whether it finds its subject."""

    decision: Decision
    taken_back_by: str | None
    found: bool


def claim_id(document_id: str, claim: Claim) -> str:
    """Return a short id of a claim that stays while its document says the same in the same words."""
    parts = (
        document_id,
        claim.production,
        claim.property.value,
        claim.value,
        str(claim.season or ""),
        claim.region or "",
        claim.evidence.exact,
    )
    return f"claim-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:12]}"


def mark_of(document_id: str, claim: Claim) -> ClaimMark:
    """Return the mark of a claim."""
    return ClaimMark(
        claim_id(document_id, claim),
        document_id,
        claim.production,
        claim.property,
        claim.value,
        claim.season,
        claim.region,
        claim.evidence.exact,
    )


def decision_payload(row: Mapping[str, object]) -> bytes:
    """Return the bytes that a decision is kept as: the JSON of its own keys, sorted, in UTF-8.

    Raises:
        ValueError: it has half a surrogate pair, which is no character.
    """
    kept = {key: row.get(key) for key in KEYS}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()


def is_decision(found: object) -> bool:
    """Whether a JSON value is a decision, by its keys."""
    if not isinstance(found, dict):
        return False
    return found.get("decision") in {act.value for act in Act} and isinstance(found.get("about"), dict)
