"""Which statements of a value are no witnesses of their own, since they rest on what another one rests on."""

from collections.abc import Mapping, Sequence

from setwatch.desk.desk import Desk
from setwatch.model import Record, Statement
from setwatch.record import ended, roots


def resting(desk: Desk, title: str, said: Sequence[Statement]) -> Mapping[Statement, Statement]:
    """Return for statements of one value the earliest that rests on the same root; one that has none is left out.

    Raises:
        UnknownTitleError: the title is not watched.
    """
    found = roots(said, desk.ledgers.said(desk.production(title).name).sources)
    first: dict[str, Statement] = {}
    for statement in sorted(said, key=lambda s: (ended(s), s.document_id, s.claim.evidence.start)):
        first.setdefault(found[statement], statement)
    return {s: first[root] for s, root in found.items() if first[root].document_id != s.document_id}


def rests_in(desk: Desk, record: Record) -> Mapping[Statement, str]:
    """Return for the statements of a record the id of the document with which they share a witness, as `resting` does.

    Who rests on whom is told by all that is known now, whatever the time of the record.
    """
    return {
        statement: other.document_id
        for value in record.values
        for statement, other in resting(desk, record.production, value.statements).items()
    }
