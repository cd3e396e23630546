"""How an outlet did, by rules that are said."""

from dataclasses import replace
from datetime import UTC, datetime

from setwatch.model import (
    Claim,
    Evidence,
    Interval,
    Modality,
    Polarity,
    Property,
    Record,
    Standing,
    Statement,
    Value,
)
from setwatch.publish.outlets import Part, reputes


def statement(outlet: str, day: int, modality: Modality = Modality.CERTAIN) -> Statement:
    """A claim of an outlet on a day of May 2031."""
    said = datetime(2031, 5, day, tzinfo=UTC)
    evidence = Evidence("in Bergen", 0, 9)
    claim = Claim("Ember Row", Property.FILMING_LOCATION, "Bergen", modality, Polarity.AFFIRMED, None, evidence)
    return Statement(claim, f"{outlet}-{day}", "0" * 64, outlet, Interval(said, said), said, dated=True)


def record(standing: Standing, *statements: Statement) -> Record:
    """A record with one value, on as many witnesses as it has statements."""
    ids = tuple(s.document_id for s in statements)
    first, last = statements[0].said, statements[-1].said
    witnesses = len(statements)
    value = Value(
        Property.FILMING_LOCATION, "Bergen", standing, witnesses, ids, first, last, statements, "in Bergen", "why"
    )
    return Record("Ember Row", None, None, (value,))


def parts(outlet: str, found: Record) -> list[Part]:
    """How an outlet did on the values of a record."""
    return [part for name, part, _ in reputes(found) if name == outlet]


def test_who_said_first_what_others_then_said_is_credited() -> None:
    found = record(Standing.CURRENT, statement("Dock", 1), statement("Quay", 2))
    assert parts("dock", found) == [Part.FIRST]
    assert parts("quay", found) == []


def test_what_nobody_else_said_is_no_first() -> None:
    assert parts("dock", record(Standing.CURRENT, statement("Dock", 1))) == []


def test_a_tie_is_nobodys_first() -> None:
    found = record(Standing.CURRENT, statement("Dock", 1), statement("Quay", 1))
    assert parts("dock", found) == parts("quay", found) == []


def test_what_was_said_plainly_and_is_disputed_now_was_wrong() -> None:
    assert parts("dock", record(Standing.DISPUTED, statement("Dock", 1))) == [Part.WRONG]


def test_what_was_only_expected_was_not_wrong_but_did_not_come_true() -> None:
    assert parts("dock", record(Standing.DENIED, statement("Dock", 1, Modality.PROBABLE))) == [Part.CAME_NOT]


def test_what_was_expected_and_is_current_came_true_once() -> None:
    likely = statement("Dock", 1, Modality.PROBABLE)
    assert parts("dock", record(Standing.CURRENT, likely, replace(likely, document_id="again"))) == [Part.CAME_TRUE]


def test_what_was_expected_and_is_rumoured_is_open() -> None:
    assert parts("dock", record(Standing.RUMOURED, statement("Dock", 1, Modality.PROBABLE))) == [Part.OPEN]
