"""Documents that have words, each with a passage that shows them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from setwatch.desk.desk import Desk
from setwatch.model import Document, Evidence, interval_of, quote

SHOWN = 160
"""Characters of a passage around the first of the words."""

MOST_WORDS = 12
"""Words of a query that count; the rest are left out."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a version of a document."""

    document_id: str
    version: str
    evidence: Evidence


def find(desk: Desk, query: str, known: datetime | None = None, limit: int = 10) -> tuple[Passage, ...]:
    """Return the newest documents, of those said by `known` (UTC; None: by now), that have all words of a query."""
    words = [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in re.findall(r"\w+", query)[:MOST_WORDS]]
    if not words:
        return ()
    found: list[tuple[datetime, str, Passage]] = []
    for reading in desk.readings():
        document = reading.document
        said = _said(document)
        hits = [word.search(document.text) for word in words]
        first = min((hit.start() for hit in hits if hit), default=0)
        if all(hits) and (known is None or said <= known):
            passage = quote(document.text, max(0, first - SHOWN // 2), first + SHOWN)
            found.append((said, document.version, Passage(document.document_id, document.version, passage)))
    return tuple(passage for _, _, passage in sorted(found, key=lambda f: f[:2], reverse=True)[:limit])


def _said(document: Document) -> datetime:
    captured = datetime.fromisoformat(document.captured).astimezone(UTC)
    told = interval_of(document.published or "").not_after
    return min(told, captured) if told else captured
