"""Documents that have words, each with a passage that shows them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from setwatch.desk.desk import Desk
from setwatch.model import Document, Evidence, Interval, quote
from setwatch.publish.found import spans_of
from setwatch.record import said_of

SHOWN = 160
"""Characters of a passage around the first of the words."""

AT_ONCE = 50
"""Documents that are looked at together."""

A_DAY = timedelta(days=1)
"""How far a date as a document writes it may lie from the same in UTC."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document with words of it, when it was said, and whether it tells its date."""

    document: Document
    evidence: Evidence
    said: Interval
    dated: bool


def find(
    desk: Desk, words: str, known: datetime | None = None, limit: int = 10, after: str | None = None
) -> tuple[Found, ...]:
    """Return the documents, of those said by `known` (UTC; None: by now), that have all words; the newest first.

    No words: all documents. `after`: only those that come after the document that was captured as this.

    Raises:
        KeyError: nothing was captured as `after`.
    """
    found: list[Found] = []
    day = min(known, datetime.max.replace(tzinfo=known.tzinfo) - A_DAY) + A_DAY if known else None
    while len(found) < limit:
        versions = desk.documents_with(words, AT_ONCE, day.date() if day else None, after)
        there = {reading.document.version: reading.document for reading in desk.readings_in(versions)}
        for version in versions:
            if (document := there.get(version)) is not None:
                said, dated = said_of(document)
                if known is None or (said.not_after is not None and said.not_after <= known):
                    found.append(Found(document, _passage(document.text, words), said, dated))
        if len(versions) < AT_ONCE:
            break
        after = versions[-1]
    return tuple(found[:limit])


def _passage(text: str, words: str) -> Evidence:
    spans = spans_of(text, words, SHOWN)
    start = max(0, spans[0][0] - SHOWN // 2) if spans else 0
    end = min(len(text), start + SHOWN + SHOWN // 2)
    # Whole words: none is cut at either end where there is a blank near it.
    if start > 0 and 0 <= (blank := text.find(" ", start, start + 30)) < (spans[0][0] if spans else end):
        start = blank + 1
    if end < len(text) and (blank := text.rfind(" ", end - 30, end)) > (spans[0][1] if spans else start):
        end = blank
    return quote(text, start, end)
