"""Suggestions as the page of them shows them."""

from dataclasses import dataclass

from setwatch.model import Suggestion
from setwatch.publish import Shelf
from setwatch.publish.suggestions import evidence_of, why
from setwatch.web.views.quotes import Quote, quote_of


@dataclass(frozen=True, slots=True)
class Suggested:
    """A title that might be watched: why, in how many documents and outlets, and the sentences that tell most."""

    title: str
    kind: str
    also: tuple[str, ...]
    why: str
    documents: int
    outlets: int
    quotes: tuple[Quote, ...]


def suggested(each: Suggestion, shelf: Shelf) -> Suggested:
    """Return a suggestion with its sentences."""
    cited = ((evidence_of(w, shelf), w.named) for w in each.witnesses)
    quotes = tuple(quote_of(words, at.document_id, at.version, shelf) for words, at in cited if words is not None)
    return Suggested(each.title, each.kind.value, each.also, why(each), each.documents, len(each.outlets), quotes)
