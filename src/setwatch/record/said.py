"""When things were said: the statements of a production, and which of them count on a date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from setwatch.model import Claim, Document, Interval, Reading, Statement, interval_of


def statements(readings: Iterable[Reading], production: str) -> tuple[Statement, ...]:
    """Return what the documents claim of `production`, in the order in which it was said.

    A capture counts once, however often it is given. The order follows from the content alone.
    """
    pages: dict[str, dict[str, Reading]] = defaultdict(dict)
    for reading in readings:
        pages[reading.document.document_id][reading.document.version] = reading
    found = [statement for page in pages.values() for statement in _of_page(page.values(), production)]
    return tuple(sorted(found, key=order))


def order(statement: Statement) -> tuple[Any, ...]:
    """Return a key that puts statements in the order of their saying, then of their documents and places."""
    evidence = statement.claim.evidence
    return (
        ended(statement),
        statement.document_id,
        statement.version,
        evidence.start,
        evidence.end,
        _key(statement.claim),
        str(statement.claim.attribution),
        statement.claim.modality,
    )


def ended(statement: Statement) -> datetime:
    """Return the end of the interval in which it was said: from then on it counts."""
    return statement.said.not_after or statement.captured


def counted(
    all_statements: Sequence[Statement], known: datetime | None, captured: datetime | None
) -> tuple[Statement, ...]:
    """Return the statements that were said by `known` and captured by `captured` (UTC; None: no bound)."""
    return tuple(
        s
        for s in all_statements
        if (known is None or ended(s) <= known) and (captured is None or s.captured <= captured)
    )


def captured_at(document: Document) -> datetime:
    """Return the time of capture; one without a zone is UTC."""
    time = datetime.fromisoformat(document.captured)
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def said_of(document: Document) -> tuple[Interval, bool]:
    """Return when a document was said, and whether it tells its date.

    Not before the newest time that it shows (its date, the clocks and dates of its posts), not after its capture; one
    that tells its date was said by the end of that date's last day, or by its newest post where that is later.
    """
    captured = captured_at(document)
    shown = [interval_of(document.published or "")]
    dated = shown[0].not_after is not None
    for post in document.posts:
        shown += [interval_of(post.printed or ""), post.clock or Interval(None, None)]
    starts = [i.not_before for i in shown if i.not_before is not None and i.not_before <= captured]
    ends = [shown[0].not_after, *starts]
    end = max((e for e in ends if e is not None), default=captured) if dated else captured
    return Interval(max(starts, default=None), min(end, captured)), dated


def _of_page(versions: Iterable[Reading], production: str) -> Iterator[Statement]:
    """Yield the statements of all versions of one page.

    What a version says that the one before did not, while it still shows a date before that one's capture, was put in
    after that capture, and by its own.
    """
    before: Reading | None = None
    for reading in sorted(versions, key=lambda r: (captured_at(r.document), r.document.version)):
        document = reading.document
        interval, dated = said_of(document)
        captured = captured_at(document)
        old = {_key(claim) for claim in before.claims} if before else set()
        since = captured_at(before.document) if before else None
        for claim in reading.claims:
            if claim.production != production:
                continue
            said = interval
            if since and since >= (interval.not_after or captured) and _key(claim) not in old:
                said = Interval(since, captured)
            yield Statement(claim, document.document_id, document.version, document.outlet, said, captured, dated)
        before = reading


def _key(claim: Claim) -> tuple[str, ...]:
    """What a claim says, apart from the words it says it in."""
    parts = (
        claim.production,
        claim.property,
        claim.value,
        claim.polarity,
        claim.when,
        claim.region,
        claim.channel,
        claim.date,
        claim.season,
    )
    return tuple(str(part) for part in parts)
