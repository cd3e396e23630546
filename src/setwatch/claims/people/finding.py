"""What one pattern says of one person."""

from msgspec import Struct

from setwatch.claims.people.words import KINDS
from setwatch.model import Polarity, Property, Sentence, Span

ELSEWHERE = ""
"""The production of a finding on another title: no claim, but it tells what the person does for a living."""


class Finding(Struct, frozen=True, gc=False):
    """One pattern's word on one person.

    `job` is None where the words tell no job: it is whatever the person does in this document. `span` is the evidence,
    `at` the name in it, `part` what an actor plays, `replaced` whom the person takes over from, `before` what is
    told right before the sentence, where no job is told.
    """

    job: Property | None
    kind: str
    person: str
    production: str
    sentence: Sentence
    span: Span
    at: Span
    part: str | None = None
    replaced: str | None = None
    before: str = ""

    @property
    def denied(self) -> bool:
        """Whether the words say that it is not so, or no longer."""
        return KINDS[self.kind][1] is Polarity.DENIED
