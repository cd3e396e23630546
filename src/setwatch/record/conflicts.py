"""Conflicts: values that documents give and that cannot all be right, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from setwatch.model import Conflict, Modality, Polarity, Production, Property, Reading, Side, Statement, days_of, fold
from setwatch.record.moves import near, overlap
from setwatch.record.names import names_of
from setwatch.record.rules import FEW, SAME_TIME, STATUS_DATE
from setwatch.record.said import ended, statements
from setwatch.record.status import contradict


def conflicts(readings: Iterable[Reading], production: Production) -> tuple[Conflict, ...]:
    """Return what documents contradict each other on, by property. Pure; the order follows from the content alone.

    Release dates: dates so near each other that one must be a slip or another country's day. Status: one event with
    dates that do not meet, or two phases told for one time. A value that some affirm and some deny; a job that one
    person holds given to two; a part of one actor under two names.
    """
    return contradictions(statements(readings, production.name), production.name)


def contradictions(said: Sequence[Statement], name: str) -> tuple[Conflict, ...]:
    """Return what `conflicts` does, from the statements of a production."""
    groups: dict[Property, list[Statement]] = defaultdict(list)
    for statement in said:
        groups[statement.claim.property].append(statement)
    found: list[Conflict] = []
    for prop, group in sorted(groups.items()):
        names = names_of(prop, (s.claim for s in group))
        for key, sides, reason in _of(prop, group, names):
            if len(sides) > 1:
                found.append(Conflict(name, key, _sides(sides), reason))
    return tuple(found)


Sides = Mapping[str, Iterable[Statement]]


def _of(prop: Property, said: Sequence[Statement], names: Mapping[str, str]) -> Iterator[tuple[str, Sides, str]]:
    if prop is Property.RELEASE_DATE:
        for group in _near(said):
            yield prop, group, "dates too near each other to be two plans"
    elif prop is Property.PRODUCTION_STATUS:
        yield from _of_status(said)
    else:
        yield from _denied(prop, said, names)
    if prop in FEW:
        yield prop, _rivals(said, names), "one person's job"
    if prop is Property.CAST_MEMBER:
        yield from _parts(said, names)


def _near(said: Sequence[Statement]) -> Iterator[Sides]:
    """Yield groups of dates of one season that are linked by nearness and have two that do not meet."""
    for season in sorted({s.claim.season for s in said}, key=str):
        by_value: dict[str, list[Statement]] = defaultdict(list)
        for s in said:
            if s.claim.season == season and s.claim.polarity is Polarity.AFFIRMED and _is_fine(s.claim.value):
                by_value[s.claim.value].append(s)
        left = sorted(by_value)
        while left:
            group = [left.pop(0)]
            for value in group:
                linked = [v for v in left if near(v, value)]
                group += linked
                left = [v for v in left if v not in linked]
            if any(not overlap(a, b) for a in group for b in group):
                yield {value: by_value[value] for value in sorted(group)}


def _is_fine(edtf: str) -> bool:
    """Whether a date value is a month or finer: a season or a year contradicts no date near it."""
    span = days_of(edtf)
    return span is None or (span.last - span.first).days <= LONGEST_MONTH


LONGEST_MONTH = 31


def _of_status(said: Sequence[Statement]) -> Iterator[tuple[str, Sides, str]]:
    told = [s for s in said if s.claim.polarity is Polarity.AFFIRMED and s.claim.modality is not Modality.POSSIBLE]
    for value in sorted({s.claim.value for s in told}):
        dated: dict[str, list[Statement]] = defaultdict(list)
        for s in told:
            if s.claim.value == value and s.claim.date:
                dated[s.claim.date].append(s)
        apart = {
            date: those
            for date, those in sorted(dated.items())
            if any(not overlap(date, other) and _one_event(those, dated[other]) for other in dated)
        }
        yield Property.PRODUCTION_STATUS, apart, f"one event, {value}, with dates that do not meet"
    for one, other in contradict(told):
        yield Property.PRODUCTION_STATUS, {one.claim.value: [one], other.claim.value: [other]}, "told for one time"


def _one_event(a: Sequence[Statement], b: Sequence[Statement]) -> bool:
    return any(abs(ended(s) - ended(t)) <= SAME_TIME for s in a for t in b) or any(
        abs(ended(s) - ended(t)) <= STATUS_DATE for s in a[:1] for t in b[:1]
    )


def _denied(prop: Property, said: Sequence[Statement], names: Mapping[str, str]) -> Iterator[tuple[str, Sides, str]]:
    by_value: dict[str, list[Statement]] = defaultdict(list)
    for s in said:
        by_value[names[s.claim.value]].append(s)
    for value, those in sorted(by_value.items()):
        denied = [s for s in those if s.claim.polarity is Polarity.DENIED]
        affirmed = [s for s in those if s.claim.polarity is Polarity.AFFIRMED]
        if denied and affirmed:
            yield prop, {value: affirmed, f"not {value}": denied}, "affirmed and denied"


def _rivals(said: Sequence[Statement], names: Mapping[str, str]) -> Sides:
    """Return those named for one job, where no document names them together."""
    holders: dict[str, list[Statement]] = defaultdict(list)
    for s in said:
        if s.claim.polarity is Polarity.AFFIRMED and s.claim.modality is Modality.CERTAIN:
            holders[names[s.claim.value]].append(s)
    pages = {name: {s.document_id for s in those} for name, those in holders.items()}
    return {
        name: those
        for name, those in sorted(holders.items())
        if any(other != name and not pages[name] & pages[other] and not _one_person(name, other) for other in holders)
    }


def _one_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: one surname and a shortened first name, or another alphabet."""
    left, right = fold(a).split(), fold(b).split()
    if not left or not right or left[0].isascii() != right[0].isascii():
        return True
    short, long = sorted((left[0], right[0]), key=len)
    return left[-1] == right[-1] and long.startswith(short)


def _parts(said: Sequence[Statement], names: Mapping[str, str]) -> Iterator[tuple[str, Sides, str]]:
    """Yield the parts of one actor where they share a name and are not the same (`Ann Hale`, `Anna Hale`)."""
    parts: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for s in said:
        if s.claim.character:
            parts[names[s.claim.value]][s.claim.character].append(s)
    for actor, named in sorted(parts.items()):
        odd = {c: those for c, those in sorted(named.items()) if any(_another(c, other) for other in named)}
        yield "character", odd, f"parts of {actor}"


def _another(a: str, b: str) -> bool:
    left, right = set(fold(a).split()), set(fold(b).split())
    return not left <= right and not right <= left


def _sides(sides: Sides) -> tuple[Side, ...]:
    return tuple(
        Side(value, tuple(dict.fromkeys(s.document_id for s in statements_))) for value, statements_ in sides.items()
    )
