"""A record as its page shows it: property by property, each value with how it stands and the words for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from setwatch.model import Property, Record, Standing, Statement, Value
from setwatch.publish import Shelf
from setwatch.publish.dates import in_words, span
from setwatch.publish.record_page import ONE_AT_A_TIME, details_of, order, value_name
from setwatch.publish.words import PROPERTY
from setwatch.web.views.quotes import Quote, quote_statement

SHOWN = {Standing.CURRENT: 6, Standing.DISPUTED: 3, Standing.RUMOURED: 3, Standing.SUPERSEDED: 3, Standing.DENIED: 3}
"""Values of one standing that the page of a production shows in full; the page of a property shows them all."""

TOLD = 8
"""Statements listed under a value on the page of a production."""

ALL_TOLD = 60
"""Statements listed under a value on the page of its property: what keeps it under 200 KB."""


Resting = Callable[[Sequence[Statement]], Mapping[Statement, Statement]]
"""Says of the statements of a value which are no witnesses of their own, and with which they share one."""


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value: what it is, how it stands and why, on how many, and the statements with the cited one apart."""

    name: str
    standing: str
    head: bool
    witnesses: int
    documents: int
    said: str
    why: str
    details: tuple[str, ...]
    cited: Quote
    told: tuple[Quote, ...]
    untold: int


@dataclass(frozen=True, slots=True)
class PropertyView:
    """A property with its values, those that stand first; `folded` are the names of values that are not shown."""

    key: str
    name: str
    values: tuple[ValueView, ...]
    folded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadView:
    """What a reader is to be told first: a property's name, its value, and how that stands."""

    key: str
    name: str
    value: str
    standing: str
    witnesses: int


def properties(
    record: Record, shelf: Shelf, resting: Resting, *, only: Property | None = None
) -> tuple[PropertyView, ...]:
    """Return the properties of a record in its order; `only` one of them with all its values."""
    found = []
    for prop, group in groupby(record.values, key=lambda value: value.property):
        if only is None or prop is only:
            values = sorted(group, key=order)
            shown = values if only else _first(values)
            told = ALL_TOLD if only else TOLD
            views = tuple(value_view(value, shelf, resting, told) for value in shown)
            folded = tuple(value_name(value) for value in values if value not in shown)
            found.append(PropertyView(prop.value, PROPERTY[prop], views, folded))
    return tuple(found)


def _first(values: Sequence[Value]) -> list[Value]:
    shown: list[Value] = []
    for standing, alike in groupby(values, key=lambda value: value.standing):
        some = list(alike)
        room = SHOWN[standing]
        shown += some if len(some) == room + 1 else some[:room]  # to fold one value saves nothing
    return shown


def value_view(value: Value, shelf: Shelf, resting: Resting, told: int) -> ValueView:
    """Return one value with at most `told` statements beside the cited one, witnesses of their own first."""
    cited = next((s for s in value.statements if s.claim.evidence.exact == value.sentence), value.statements[0])
    rests = resting(value.statements)
    rest = sorted((s for s in value.statements if s is not cited), key=lambda s: s in rests)
    explained = value.standing is not Standing.CURRENT or value.property in ONE_AT_A_TIME
    return ValueView(
        value_name(value),
        value.standing.value,
        value.head,
        value.witnesses,
        len(value.documents),
        span(value.first_said, value.last_said),
        in_words(value.reason) if explained else "",
        tuple(details_of(value.statements)),
        quote_statement(cited, shelf),
        tuple(_quoted(statement, rests.get(statement), shelf) for statement in rest[:told]),
        max(0, len(rest) - told),
    )


def _quoted(statement: Statement, rests: Statement | None, shelf: Shelf) -> Quote:
    on = shelf.cite(rests.document_id, rests.version) if rests else ""
    return replace(quote_statement(statement, shelf), rests=on)


HEADS = (Property.RELEASE_DATE, Property.PRODUCTION_STATUS, Property.DIRECTOR, Property.DISTRIBUTOR)
"""What stands at the top of a production's page."""


def heads(values: Sequence[Value]) -> tuple[HeadView, ...]:
    """Return what a reader is to be told first, a value or none of each of `HEADS`."""
    found = []
    for prop in HEADS:
        ranked = sorted((value for value in values if value.property is prop), key=order)
        best = next((value for value in ranked if value.standing is Standing.CURRENT), None)
        best = best or next((value for value in ranked if value.standing is not Standing.DENIED), None)
        if best is not None:
            name = "Director" if prop is Property.DIRECTOR else PROPERTY[prop]
            found.append(HeadView(prop.value, name, value_name(best), best.standing.value, best.witnesses))
    return tuple(found)
