"""What a correction or a retraction takes down: former words of a page, denied words, and what rests on them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from setwatch.model import Polarity, Statement, fold
from setwatch.record.said import ended
from setwatch.record.witnesses import Sources

Newest = Mapping[str, tuple[datetime, str]]
"""By document, when its newest version was captured, and which that is."""


def newest_of(said: Sequence[Statement], known: Sources, by: datetime | None) -> Newest:
    """Return the newest version of each document that says anything here, even if that one says nothing any more.

    A version that says nothing counts if it was captured `by` then (None: whenever it was).
    """
    newest: dict[str, tuple[datetime, str]] = {}
    for document, versions in known.versions.items():
        there = [(captured, version) for captured, version in versions if by is None or captured <= by]
        if there:
            newest[document] = max(there)
    for s in said:
        version = (s.captured, s.version)
        newest[s.document_id] = max(newest.get(s.document_id, version), version)
    return newest


def fallen(group: Sequence[Statement], known: Sources, newest: Newest) -> frozenset[Statement]:
    """Return the statements of one value that support nothing any more.

    Those that no later version of their page repeats; those that their own outlet denied later; and those of documents
    that copy one of these, or credit its outlet, said before it was taken back.
    """
    ends = _ends(group, newest)
    gone = {s for s in group if s.document_id in ends and _before(s, ends[s.document_id])}
    gone |= {s for s in group if newest[s.document_id][1] != s.version}
    outlets: dict[str, set[str]] = defaultdict(set)
    for s in group:
        if s.outlet:
            outlets[fold(s.outlet)].add(s.document_id)
    found = set(gone)
    for s in group:
        names = {*known.credits.get(s.document_id, ()), fold(s.claim.attribution or "")}
        roots = set(known.copied.get(s.document_id, ())).union(*(outlets.get(name, set()) for name in names))
        if any(root in ends and _before(s, ends[root]) for root in roots - {s.document_id}):
            found.add(s)
    return frozenset(found)


def _ends(group: Sequence[Statement], newest: Newest) -> dict[str, datetime]:
    """Return when each document that says the value took it back: it was changed, or its outlet denied it."""
    ends: dict[str, datetime] = {}
    live = {s.document_id for s in group if newest[s.document_id][1] == s.version and _affirms(s)}
    for s in group:
        if _affirms(s) and s.document_id not in live:
            ends[s.document_id] = newest[s.document_id][0]
    for denial in group:
        if not _affirms(denial) and denial.outlet:
            for s in group:
                if _affirms(s) and s.outlet and fold(s.outlet) == fold(denial.outlet) and ended(s) < ended(denial):
                    ends[s.document_id] = min(ends.get(s.document_id, ended(denial)), ended(denial))
    return ends


def _affirms(statement: Statement) -> bool:
    return statement.claim.polarity is Polarity.AFFIRMED


def _before(statement: Statement, end: datetime) -> bool:
    return _affirms(statement) and ended(statement) <= end
