"""Events of release dates, before a calendar is written: one for each line of dates."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from setwatch.model import (
    Change,
    Days,
    Modality,
    Polarity,
    Property,
    Record,
    Standing,
    Statement,
    Status,
    Value,
    days_of,
)
from setwatch.publish.addresses import web
from setwatch.publish.feeds.items import tidy
from setwatch.publish.shelf import Shelf

Line = tuple[int | None, str | None, str | None]
"""Season, channel and region: what one release date is of."""


class Least(StrEnum):
    """How sure a date must be to be in a calendar: anything that is said, what is stated, what stands for certain."""

    RUMOURED = "rumoured"
    STATED = "stated"
    CERTAIN = "certain"


ORDER = (Standing.CURRENT, Standing.DISPUTED, Standing.RUMOURED, Standing.DENIED, Standing.SUPERSEDED)
"""Which standing a line's event is taken from; one that stands on the last two is an event that was called off."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The event of one line. `sequence` grows with each move of the date; `said` is when the newest words were said."""

    production: str
    value: Value
    days: Days
    status: str
    sequence: int
    said: datetime
    cited: Statement


@dataclass(frozen=True, slots=True)
class Noted:
    """An event with the sentence that is cited, who says it, and where that is on the web."""

    event: Dated
    sentence: str
    source: str
    url: str | None

    @classmethod
    def of(cls, event: Dated, shelf: Shelf) -> "Noted":
        """Return an event with what its document on the shelf says; of its value, what an event tells is kept."""
        cited = event.cited
        return cls(
            replace(event, value=replace(event.value, statements=(), documents=())),
            tidy("".join(shelf.sentence(cited.claim.evidence, cited.version))),
            tidy(shelf.cite(cited.document_id, cited.version)),
            web(shelf.place(cited.document_id, cited.version)),
        )


def events_of(record: Record, changes: Sequence[Change]) -> Iterator[Dated]:
    """Yield the event of each line of release dates of a production, in the order of their days.

    `record` and `changes` are of the same production and the same time. Times that name no year are no events.
    """
    moves: dict[Line, list[Change]] = defaultdict(list)
    for change in changes:
        if change.property is Property.RELEASE_DATE:
            moves[change.season, change.channel, change.region].append(change)
    off = _called_off(record)
    found = [
        event
        for line, values in _lines(record).items()
        if (event := _event(record.production, values, moves.get(line, []), off)) is not None
    ]
    general = {(e.value.season, e.value.channel): e.value.value for e in found if e.value.region is None}
    for event in sorted(found, key=lambda e: (e.days, str(line_of(e.value)))):
        value = event.value
        repeated = value.region is not None and general.get((value.season, value.channel)) == value.value
        if not repeated:
            yield event


def _lines(record: Record) -> Mapping[Line, list[Value]]:
    lines: dict[Line, list[Value]] = defaultdict(list)
    for value in record.values:
        if value.property is Property.RELEASE_DATE and days_of(value.value) is not None:
            lines[line_of(value)].append(value)
    return lines


def line_of(value: Value) -> Line:
    """Return the line that a release date is of."""
    return value.season, value.channel, value.region


def _called_off(record: Record) -> bool:
    return any(
        value.property is Property.PRODUCTION_STATUS
        and value.value == Status.CANCELLED
        and value.standing is Standing.CURRENT
        and value.season is None
        for value in record.values
    )


def _event(production: str, values: Sequence[Value], moves: Sequence[Change], off: bool) -> Dated | None:
    value = min(values, key=lambda v: (not v.head, ORDER.index(v.standing), -v.witnesses, -len(v.documents), v.value))
    days = days_of(value.value)
    if days is None:
        return None
    cited = next((s for s in value.statements if s.claim.evidence.exact == value.sentence), value.statements[0])
    # What was guessed before the first date was stated was an event already; the stated date is its first move.
    first = moves[0].said if moves else None
    guessed = first is not None and any(_said(s) < first for v in values for s in v.statements)
    said = max([_said(value.statements[0]), *(move.said for move in moves)])
    sequence = max(0, len(moves) - (0 if guessed else 1))
    return Dated(production, value, days, _status(value, off=off), sequence, said, cited)


def _said(statement: Statement) -> datetime:
    said = statement.said.not_after
    return min(said, statement.captured) if said else statement.captured


def _status(value: Value, *, off: bool) -> str:
    if off or value.standing in {Standing.DENIED, Standing.SUPERSEDED}:
        return "CANCELLED"
    certain = any(
        s.claim.modality is Modality.CERTAIN and s.claim.polarity is Polarity.AFFIRMED for s in value.statements
    )
    return "CONFIRMED" if value.standing is Standing.CURRENT and certain else "TENTATIVE"


def sure_enough(event: Dated, least: Least) -> bool:
    """Whether an event is as sure as it must be."""
    if least is Least.RUMOURED:
        return True
    if event.value.standing is Standing.RUMOURED:
        return False
    return least is Least.STATED or event.status != "TENTATIVE"
