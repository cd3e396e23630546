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
from setwatch.publish.outlets import repute


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


def test_who_said_first_what_others_then_said_is_credited() -> None:
    found = record(Standing.CURRENT, statement("Dock", 1), statement("Quay", 2))
    assert len(repute("dock", [found]).first) == 1
    assert repute("Quay", [found]).first == ()


def test_what_nobody_else_said_is_no_first() -> None:
    assert repute("Dock", [record(Standing.CURRENT, statement("Dock", 1))]).first == ()


def test_a_tie_is_nobodys_first() -> None:
    found = record(Standing.CURRENT, statement("Dock", 1), statement("Quay", 1))
    assert repute("Dock", [found]).first == repute("Quay", [found]).first == ()


def test_what_was_said_plainly_and_is_disputed_now_was_wrong() -> None:
    found = record(Standing.DISPUTED, statement("Dock", 1))
    assert len(repute("Dock", [found]).wrong) == 1


def test_what_was_only_expected_was_not_wrong_but_did_not_come_true() -> None:
    found = repute("Dock", [record(Standing.DENIED, statement("Dock", 1, Modality.PROBABLE))])
    assert found.wrong == ()
    assert len(found.came_not) == 1


def test_what_was_expected_and_is_current_came_true_once() -> None:
    likely = statement("Dock", 1, Modality.PROBABLE)
    found = repute("Dock", [record(Standing.CURRENT, likely, replace(likely, document_id="again"))])
    assert len(found.came_true) == 1
    assert found.came_not == found.still_open == ()
