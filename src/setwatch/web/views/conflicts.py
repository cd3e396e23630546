"""What documents contradict each other on, side by side, with who says what in which words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from setwatch.model import Claim, Conflict, Side, Statement, Value
from setwatch.publish import Shelf
from setwatch.publish.dates import in_words, spoken
from setwatch.publish.record_page import order
from setwatch.publish.words import PROPERTY
from setwatch.web.views.quotes import Quote, quote_of
from setwatch.web.views.told import Told, told_by

HELD = 6
"""Documents of one side that are shown."""

NOT = "not "
"""What a side's value begins with where it is denied."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A document that holds a side, with the words where it does."""

    told: Told
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class SideView:
    """One side: the value, how it stands in the record where it has it, and who holds it; `more` are not shown."""

    value: str
    standing: str
    holders: tuple[Holder, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Values that cannot all be right."""

    name: str
    reason: str
    sides: tuple[SideView, ...]


def conflict_views(
    conflicts: Sequence[Conflict], said: Iterable[Statement], values: Iterable[Value], shelf: Shelf
) -> tuple[ConflictView, ...]:
    """Return conflicts with the words for each side, and how it stands among the values of the record."""
    stands = {(str(v.property), v.value): v.standing.value for v in sorted(values, key=order, reverse=True)}
    claims: dict[str, list[tuple[str, Claim]]] = {}
    for statement in sorted(said, key=lambda s: (s.version, s.claim.evidence.start)):
        claims.setdefault(statement.document_id, []).append((statement.version, statement.claim))
    return tuple(
        ConflictView(
            _name(c.property), in_words(c.reason), tuple(_side(c, side, claims, stands, shelf) for side in c.sides)
        )
        for c in conflicts
    )


def _name(prop: str) -> str:
    return next((text for known, text in PROPERTY.items() if known == prop), prop.capitalize())


def _side(
    conflict: Conflict,
    side: Side,
    claims: Mapping[str, Sequence[tuple[str, Claim]]],
    stands: Mapping[tuple[str, str], str],
    shelf: Shelf,
) -> SideView:
    holders = []
    for document in side.documents[:HELD]:
        where = next(((v, c) for v, c in claims.get(document, ()) if _says(c, conflict, side)), None)
        quote = quote_of(where[1].evidence, document, where[0], shelf) if where else None
        holders.append(Holder(told_by(document, shelf), quote))
    dated = conflict.property == "release_date"
    value = spoken(side.value) if dated else in_words(side.value.replace("_", " "))
    return SideView(
        value, stands.get((conflict.property, side.value), ""), tuple(holders), max(0, len(side.documents) - HELD)
    )


def _says(claim: Claim, conflict: Conflict, side: Side) -> bool:
    value = side.value.removeprefix(NOT)
    if claim.production != conflict.production:
        return False
    if conflict.property == "character":
        return value in {claim.character, claim.value}
    return claim.property == conflict.property and value in {claim.value, claim.date}
