"""What the language layer finds in a text: sentences and mentions, with offsets into it.

It is made once per document and read by claims and tracing alike.
"""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct


class Span(Struct, frozen=True, gc=False):
    """A stretch of a text, in code points: `text[start:end]`."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Sentence(Struct, frozen=True, gc=False):
    """One sentence, headline, list item or caption. `post` is the index of the post whose words it is, else None."""

    span: Span
    text: str
    post: int | None = None


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


class Mention(Struct, frozen=True, gc=False):
    """A name in the text. `name` is its fullest form in the document (`McQuarrie` → `Christopher McQuarrie`)."""

    kind: MentionKind
    name: str
    span: Span


class DateMention(Struct, frozen=True, gc=False):
    """A date in the text, resolved against the document's own date. `edtf` is `XXXX-…` where the year is unknown."""

    edtf: str
    span: Span


class ProductionMention(Struct, frozen=True, gc=False):
    """Words that name or describe a production (`MI7`, `the seventh film`, `the sequel`).

    `production` is the canonical name of a watched production, or None for another title (`Fallout`, `Spectre`):
    what is said of that one is not said of a watched one. `surface` is the wording.
    """

    production: str | None
    surface: str
    span: Span


class Quotation(Struct, frozen=True, gc=False):
    """Words between quotation marks; `speaker` is who says them, as fully as the document names him or her."""

    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the language layer found in one text, each kind in the order of the text."""

    sentences: tuple[Sentence, ...]
    names: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    productions: tuple[ProductionMention, ...]
    quotations: tuple[Quotation, ...] = ()
    main_production: str | None = None
    """The watched production that the document is about, for sentences that name none; None where it is about none."""
