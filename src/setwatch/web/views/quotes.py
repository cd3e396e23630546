"""Statements with the words that they stand on, in their sentence."""

from dataclasses import dataclass

from setwatch.model import Evidence, Interval, Modality, Polarity, Statement
from setwatch.publish import Shelf
from setwatch.publish.safe import clean
from setwatch.web import links


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in their sentence, who says them where, and the page that has them marked in the stored text.

    `by` is whom the document credits; `surely` is `certain`, `probable`, `possible`, or `denied` with one of these.
    `rests` is the document that rests on the same root, where this one is no witness of its own.
    """

    before: str
    words: str
    after: str
    source: str
    link: str
    said: Interval | None = None
    by: str | None = None
    surely: str = ""
    dated: bool = True
    rests: str = ""


def quote_of(evidence: Evidence, document_id: str, version: str, shelf: Shelf) -> Quote:
    """Return words of a document."""
    before, words, after = (clean_ends(part) for part in shelf.sentence(evidence, version))
    return Quote(
        before.lstrip(), words, after.rstrip(), shelf.cite(document_id, version), links.document(version, evidence)
    )


def quote_statement(statement: Statement, shelf: Shelf) -> Quote:
    """Return the words of a statement with how surely they are said, and on whose word."""
    claim = statement.claim
    bare = quote_of(claim.evidence, statement.document_id, statement.version, shelf)
    denied = claim.polarity is Polarity.DENIED
    surely = "denied" if denied else claim.modality.value
    if denied and claim.modality is not Modality.CERTAIN:
        surely = f"denied, {claim.modality.value}"
    return Quote(
        bare.before,
        bare.words,
        bare.after,
        bare.source,
        bare.link,
        statement.said,
        claim.attribution,
        surely,
        statement.dated,
    )


def clean_ends(part: str) -> str:
    """Return a part of a sentence in one line; a blank at either end stays."""
    lead = " " if part[:1].isspace() else ""
    end = " " if part[-1:].isspace() and part.strip() else ""
    return f"{lead}{clean(part)}{end}"
