"""Footage, trails, copies and stories: where things came from."""

from dataclasses import dataclass
from enum import StrEnum

from setwatch.model.claim import Modality
from setwatch.model.dates import Interval
from setwatch.model.evidence import Evidence


class FootageKind(StrEnum):
    """What a piece of footage is."""

    VIDEO = "video"
    PHOTO = "photo"
    TRAILER = "trailer"
    CONCEPT_ART = "concept_art"


class Role(StrEnum):
    """What an actor did: made or first showed it, published what others made, or passed a post on."""

    ORIGIN = "origin"
    PICKUP = "pickup"
    REPOST = "repost"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the trail that a document tells.

    `actor` is a name or handle (without `@`), None where the text leaves it unnamed. `post` is the index of the
    document's post that shows the footage, where one does.
    """

    actor: str | None
    platform: str | None
    role: Role
    evidence: Evidence
    post: int | None = None


@dataclass(frozen=True, slots=True)
class Depiction:
    """A person or place that a document says is to be seen."""

    who_or_what: str
    modality: Modality
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FootageMention:
    """A piece of footage that a document talks about, with the trail that it tells.

    `presented_as_new` is the evidence of words that call it new or of a shoot going on now, None where there are
    none; `presented_as_old` of words that say openly that it is older. Whether it is old, only tracing knows. `dated`
    is the day or month (EDTF) in which its own sentence says that it was taken or put out, None where that says none.
    """

    kind: FootageKind
    evidence: Evidence
    trail: tuple[Step, ...] = ()
    depicts: tuple[Depiction, ...] = ()
    production: str | None = None
    presented_as_new: Evidence | None = None
    presented_as_old: Evidence | None = None
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that a document itself credits for its reporting (`via Collider`) [PROV wasQuotedFrom]."""

    source: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document tells of footage and of its own sources."""

    footage: tuple[FootageMention, ...] = ()
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Refutation:
    """What refutes that somebody had a footage first: an earlier post of it by somebody else.

    `words` are the sum (`posted 3 h 12 min after @b's`), `seconds` how long at least the refuted post came after the
    earlier one, whose actor, platform and time the next fields are. `evidence` shows the earlier post in its document.
    """

    words: str
    seconds: int
    actor: str
    handle: str | None
    platform: str | None
    time: Interval
    document_id: str
    version: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a footage was seen, as the documents together establish it.

    `time` is an interval: post clocks first, then printed dates, then dates of documents. `document_id` and
    `version` name the document whose words `evidence` are. `named_by` says, for an actor whom that document leaves
    unnamed, which document names it. `refuted_by` is the earlier post that refutes an actor's having been first.
    """

    actor: str | None
    handle: str | None
    platform: str | None
    role: Role
    time: Interval
    document_id: str
    version: str
    evidence: Evidence
    named_by: str | None = None
    refuted_by: Refutation | None = None


class Ground(StrEnum):
    """What decides between several who are said to have had a footage first."""

    CLOCK = "clock"
    DATE = "date"
    TRADE = "trade"
    TELLERS = "tellers"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class First:
    """One of several who are said, or shown by their posts, to have had a footage first.

    `documents` are the ids of those that say or show so, `tellers` how many of them are no copies of each other.
    """

    actor: str
    handle: str | None
    platform: str | None
    time: Interval
    documents: tuple[str, ...]
    tellers: int
    refuted_by: Refutation | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """Old footage back as new: a document calls new what was first seen more than 30 days before."""

    document_id: str
    version: str
    evidence: Evidence
    first_seen: Interval


@dataclass(frozen=True, slots=True)
class Footage:
    """One piece of footage, however often it is posted. `footage_id` follows from what it is made of.

    `appearances` are in the order of their times: the trail. `documents` are the ids of those that talk about it.
    `firsts` are those who are said to have had it first where they are several, the one who is taken to be it first,
    and `decided_by` says what decides between them; both are empty where there is no dispute.
    """

    footage_id: str
    kind: FootageKind
    production: str | None
    summary: str
    appearances: tuple[Appearance, ...]
    documents: tuple[str, ...]
    alarms: tuple[Alarm, ...] = ()
    witnesses: int = 1
    firsts: tuple[First, ...] = ()
    decided_by: Ground | None = None


class CopyKind(StrEnum):
    """How a copy has its words."""

    VERBATIM = "verbatim"
    REWRITE = "rewrite"


@dataclass(frozen=True, slots=True)
class Copy:
    """A document whose words come from another's. Where nothing tells which was first, `undecided` is true."""

    original: str
    copy: str
    kind: CopyKind
    undecided: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in two documents: where in the original, where in the copy."""

    original: Evidence
    copy: Evidence


@dataclass(frozen=True, slots=True)
class Story:
    """Documents on one event. `documents` are ids in the order of their dates."""

    story_id: str
    summary: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tracing:
    """What looking across documents established, in an order that follows from the content alone."""

    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    footage: tuple[Footage, ...] = ()
