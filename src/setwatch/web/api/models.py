"""What the API answers with. The shapes are those of `--json`; here they are told in a way that OpenAPI can show."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from setwatch.model import (
    Act,
    Channel,
    CopyKind,
    FootageKind,
    Ground,
    Kind,
    Modality,
    Move,
    Polarity,
    Property,
    Role,
    Standing,
    When,
)
from setwatch.web.api.dates import DATE

T = TypeVar("T")


class Model(BaseModel):
    """What is answered: these fields, and those that are added before they are told here."""

    model_config = ConfigDict(extra="allow")


class Given(BaseModel):
    """What is asked: these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class Problem(Model):
    """What went wrong (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    errors: list[str] = Field(default_factory=list, description="What of the request was not understood.")


class Page(Model, Generic[T]):
    """Part of a list; `next` is the cursor of the part after it, null at the end."""

    items: list[T]
    next: str | None


class Interval(Model):
    """A stretch of time in UTC."""

    not_before: str | None
    not_after: str | None


class ProductionOut(Model):
    """A watched production."""

    name: str
    aliases: list[str]
    franchise: str | None
    kind: Kind


class EvidenceOut(Model):
    """Words in a document; offsets are in code points of its text."""

    exact: str
    start: int
    end: int
    prefix: str
    suffix: str
    document: str
    version: str
    url: str | None


class ClaimOut(Model):
    """A fact that a document asserts or denies."""

    id: str
    production: str
    property: Property
    value: str
    modality: Modality
    polarity: Polarity
    attribution: str | None
    when: When | None
    region: str | None
    channel: Channel | None
    date: str | None
    character: str | None
    season: int | None
    move: Move | None
    found_by: str | None
    place_id: str | None
    evidence: EvidenceOut


class StatementOut(Model):
    """A claim with its document's outlet and when it was said."""

    outlet: str | None
    said: Interval | None
    dated: bool
    captured: str | None
    claim: ClaimOut


class ToldOut(StatementOut):
    """A statement of a value. `rests_on`: where it is no witness of its own, the document with which it shares one."""

    rests_on: str | None


class ValueOut(Model):
    """A value of a property as it stands."""

    property: Property
    value: str
    standing: Standing
    head: bool
    reason: str
    witnesses: int
    documents: list[str]
    first_said: Interval | None
    last_said: Interval | None
    region: str | None
    channel: Channel | None
    season: int | None
    place_id: str | None
    sentence: str
    statements: list[ToldOut]


class RejectedOut(StatementOut):
    """A statement that somebody rejected, with the id of the decision."""

    decision: str


class RecordOut(Model):
    """What stood of a production."""

    production: ProductionOut
    known: str | None
    captured: str | None
    values: list[ValueOut]
    rejected: list[RejectedOut]
    decisions: list[str]


class ChangeOut(Model):
    """Was `before`, now `after`."""

    id: str
    production: str
    property: Property
    said: str
    before: str | None
    after: str | None
    region: str | None
    channel: Channel | None
    season: int | None
    because: StatementOut


class CopyOut(Model):
    """What a document copies."""

    original: str
    kind: CopyKind
    undecided: bool
    reason: str


class ToldBy(Model):
    """A document that tells of something."""

    id: str
    url: str | None
    outlet: str | None
    published: str | None
    copy_of: Annotated[CopyOut | None, Field(alias="copy")]


class RefutationOut(Model):
    """An earlier post by somebody else, which refutes that one was first."""

    words: str
    seconds: int
    actor: str
    handle: str | None
    platform: str | None
    time: Interval | None
    evidence: EvidenceOut


class StepOut(Model):
    """A step of a trail."""

    actor: str | None
    handle: str | None
    platform: str | None
    role: Role
    time: Interval | None
    named_by: str | None
    refuted_by: RefutationOut | None
    evidence: EvidenceOut


class FirstOut(Model):
    """One of several who are said to have had a footage first."""

    actor: str
    handle: str | None
    platform: str | None
    time: Interval | None
    documents: list[str]
    tellers: int
    refuted_by: RefutationOut | None


class AlarmOut(Model):
    """Words that call old footage new."""

    document: str
    first_seen: Interval | None
    evidence: EvidenceOut


class FootageOut(Model):
    """A piece of footage with its trail."""

    footage: str
    kind: FootageKind
    production: str | None
    summary: str
    witnesses: int
    trail: list[StepOut]
    documents: list[ToldBy]
    firsts: list[FirstOut]
    decided_by: Ground | None
    old_as_new: list[AlarmOut]


class StoryOut(Model):
    """Documents on one event."""

    story: str
    summary: str
    documents: list[ToldBy]


class SideOut(Model):
    """A value and the documents that hold it."""

    value: str
    documents: list[str]


class ConflictOut(Model):
    """Values that cannot all be right."""

    production: str
    property: str
    reason: str
    sides: list[SideOut]


class SuggestionOut(Model):
    """A title that documents report on and nobody watches."""

    title: str
    kind: Kind
    also: list[str]
    score: float
    documents: int
    outlets: list[str]
    cues: dict[str, int] = Field(description="In how many documents there is which kind of evidence.")
    evidence: list[EvidenceOut]


class DocumentOut(Model):
    """A document as one of its captures has it."""

    id: str
    version: str
    url: str | None
    outlet: str | None
    byline: list[str]
    title: str | None
    published: str | None
    captured: str
    lang: str | None


class FoundOut(Model):
    """A document that has the words, with a passage that shows them, and when it was said."""

    document: DocumentOut
    said: Interval
    dated: bool
    evidence: EvidenceOut


class WholeOut(DocumentOut):
    """A document with its text, into which all offsets point."""

    text: str
    links: list[str]


class GoneOut(Model):
    """A post is gone from its platform: when that was seen, the SHA-256 of its words, whether they are hidden."""

    checked: str
    digest: str
    hidden: bool


class PostOut(Model):
    """A post that a document shows."""

    platform: str | None
    author: str | None
    handle: str | None
    text: str
    permalink: str | None
    id: str | None
    printed: str | None
    clock: Interval | None
    media_keys: list[str]
    gone: GoneOut | None
    evidence: EvidenceOut


class DepictedOut(Model):
    """Who or what a piece of footage is said to show."""

    who_or_what: str
    modality: Modality
    evidence: EvidenceOut


class ToldStepOut(Model):
    """A step of a trail as one document tells it."""

    actor: str | None
    platform: str | None
    role: Role
    post: int | None
    evidence: EvidenceOut | None


class MentionOut(Model):
    """Footage that a document tells of."""

    kind: FootageKind
    production: str | None
    evidence: EvidenceOut | None
    trail: list[ToldStepOut]
    depicts: list[DepictedOut]
    presented_as_new: EvidenceOut | None
    presented_as_old: EvidenceOut | None


class CreditOut(Model):
    """A source that a document credits."""

    source: str
    evidence: EvidenceOut


class ReadingOut(Model):
    """All that one document says."""

    origin: str
    document: WholeOut
    posts: list[PostOut]
    footage: list[MentionOut]
    credits: list[CreditOut]
    claims: list[ClaimOut]


class DecisionOut(Model):
    """A decision. `about` is its ruling, `taken_back_by` what undid it, `found` whether what it is about is there."""

    id: str
    decision: Act
    author: str
    made: str
    note: str | None = None
    about: dict[str, Any]
    taken_back_by: str | None
    found: bool


Short = Annotated[str, Field(min_length=1, max_length=300)]


class ProductionIn(Given):
    """A production to watch."""

    name: Annotated[str, Field(min_length=1, max_length=300, pattern="[A-Za-z0-9\u00c0-\uffff]")]
    aliases: Annotated[list[Short], Field(max_length=50)] = Field(default_factory=list)
    franchise: Short | None = None
    kind: Kind = Kind.FILM


class DocumentIn(Given):
    """A document to take in: its text, and what is known of it."""

    text: Annotated[str, Field(min_length=1, max_length=2_000_000)]
    url: Annotated[str, Field(max_length=2_000, pattern=r"^https?://[!-~]+$")] | None = None
    published: Annotated[str, Field(pattern=DATE, description="EDTF: 2022-10-07, 2022-10")] | None = None
    lang: Annotated[str, Field(max_length=20, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None


class DocumentsIn(Given):
    """Documents to take in."""

    documents: Annotated[list[DocumentIn], Field(min_length=1, max_length=100)]


class DecisionIn(Given):
    """A decision. Its author is the name of the token that is shown."""

    act: Act
    about: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=2_000)]],
        Field(min_length=1, max_length=20, description="What it is about, as `setwatch decide` takes it."),
    ]
    note: Annotated[str, Field(max_length=1_000)] | None = None


class RefusalOut(Model):
    """What could not be read, and why."""

    origin: str
    reason: str


class AddOut(Model):
    """What became of documents that were given."""

    read: int
    already: int
    refused: list[RefusalOut]


class About(Model):
    """What this is."""

    name: Literal["Setwatch"]
    version: str
    openapi: str
