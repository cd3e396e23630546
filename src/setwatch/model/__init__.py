"""The words of the project as types. Imports nothing else of it."""

from setwatch.model.analysis import (
    Analysis,
    DateMention,
    Mention,
    MentionKind,
    ProductionMention,
    Quotation,
    Sentence,
    Span,
)
from setwatch.model.capture import (
    Capture,
    Refusal,
    take,
)
from setwatch.model.claim import (
    Channel,
    Claim,
    Modality,
    Polarity,
    Property,
    Status,
    When,
)
from setwatch.model.dates import (
    Days,
    Interval,
    days_of,
    interval_of,
    valid_day,
)
from setwatch.model.document import (
    Document,
    Post,
)
from setwatch.model.evidence import (
    Evidence,
    quote,
)
from setwatch.model.production import (
    Kind,
    Production,
    fold,
)
from setwatch.model.reading import (
    Reading,
)
from setwatch.model.record import (
    Change,
    Record,
    Standing,
    Statement,
    Value,
)
from setwatch.model.trail import (
    Alarm,
    Appearance,
    Copy,
    CopyKind,
    Credit,
    Depiction,
    Footage,
    FootageKind,
    FootageMention,
    Role,
    Step,
    Story,
    Telling,
    Tracing,
)

__all__ = [
    "Alarm",
    "Analysis",
    "Appearance",
    "Capture",
    "Change",
    "Channel",
    "Claim",
    "Copy",
    "CopyKind",
    "Credit",
    "DateMention",
    "Days",
    "Depiction",
    "Document",
    "Evidence",
    "Footage",
    "FootageKind",
    "FootageMention",
    "Interval",
    "Kind",
    "Mention",
    "MentionKind",
    "Modality",
    "Polarity",
    "Post",
    "Production",
    "ProductionMention",
    "Property",
    "Quotation",
    "Reading",
    "Record",
    "Refusal",
    "Role",
    "Sentence",
    "Span",
    "Standing",
    "Statement",
    "Status",
    "Step",
    "Story",
    "Telling",
    "Tracing",
    "Value",
    "When",
    "days_of",
    "fold",
    "interval_of",
    "quote",
    "take",
    "valid_day",
]
