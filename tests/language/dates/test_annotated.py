"""In the annotated corpus, the dates that readers gave are found at the words that they gave."""

import json
from collections.abc import Iterator
from pathlib import Path

from setwatch.language.dates import find_dates
from setwatch.model import days_of

MOST = 0.93
"""The rest are told without a date: `45 days afterward`, `four months later`, `has wrapped`."""


def values(shared: Path) -> Iterator[bool]:
    """For each release date of a dated document: whether a date of that value is found at its quote."""
    for path in sorted((shared / "corpus").glob("*/docs.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            days = days_of(document["published"] or "")
            if days is None:
                continue
            text = document["text"]
            found = find_dates(text, days.first, document["lang"])
            for claim in document["gold"]["claims"]:
                if claim["property"] != "release_date":
                    continue
                start = text.find(claim["quote"])
                end = start + len(claim["quote"])
                yield any(d.edtf == claim["value"] for d in found if d.span.end > start and d.span.start < end)


def test_release_dates_are_found_at_their_quotes(shared: Path) -> None:
    hits = list(values(shared))
    assert len(hits) > 100
    assert sum(hits) / len(hits) >= MOST
