"""The history of release dates: which document reported which date as the one that stands."""

from collections.abc import Iterable

from setwatch.model import Polarity, Production, Property, Reading, ReleaseReport, Statement, When
from setwatch.record.said import statements


def history(readings: Iterable[Reading], production: Production) -> tuple[ReleaseReport, ...]:
    """Return the dates that documents reported for a production, in the order in which they were said.

    A date that a document denies or calls the former one is not among them. Each date is reported once a document.
    """
    return reports(statements(readings, production.name), production.name)


def reports(said: Iterable[Statement], name: str) -> tuple[ReleaseReport, ...]:
    """Return what `history` does, from the statements of a production."""
    found: dict[tuple[str, str, str | None, str | None, int | None], ReleaseReport] = {}
    for s in said:
        claim = s.claim
        if claim.property is not Property.RELEASE_DATE or claim.polarity is Polarity.DENIED:
            continue
        if claim.when is not When.FORMER:
            report = ReleaseReport(
                name,
                claim.value,
                s.document_id,
                s.outlet,
                s.said,
                claim.region,
                claim.channel,
                claim.season,
            )
            found.setdefault((claim.value, s.document_id, claim.region, claim.channel, claim.season), report)
    return tuple(found.values())
