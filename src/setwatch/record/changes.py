"""Changes: what stood, what stands instead, and the words that brought it about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from setwatch.model import Change, Channel, Production, Property, Reading, Standing, Statement, Tracing, Value
from setwatch.record.rules import ONE_AT_A_TIME
from setwatch.record.said import ended, statements
from setwatch.record.standing import Judged, values
from setwatch.record.witnesses import Sources, sources

Place = tuple[Property, int | None, Channel | None, str | None]
"""Property, season, channel and region: where one value takes the place of another."""


def changes(
    readings: Sequence[Reading], tracing: Tracing, production: Production, since: datetime | None = None
) -> tuple[Change, ...]:
    """Return the changes of a production's record that were said after `since` (UTC; None: all), in that order.

    The record is judged at each time at which something was said, and compared with the one before. Of a date, a
    status or a title one value takes the place of another; of cast, crew and places each value comes and goes by
    itself. Pure, and independent of the order of `readings`.
    """
    return moved(statements(readings, production.name), sources(readings, tracing), production.name, since)


def moved(said: Sequence[Statement], known: Sources, name: str, since: datetime | None = None) -> tuple[Change, ...]:
    """Return what `changes` does, from the statements of a production and what its documents rest on."""
    before: Mapping[Place, frozenset[str]] = {}
    found: list[Change] = []
    judged = Judged()
    for time, upto, new in _times(said):
        now = values(upto, known, name, time, time, before=judged)
        after = _standing(now)
        if since is None or time > since:
            found += _between(_renamed(before, now), after, now, new, time)
        before = after
    return tuple(found)


def _times(said: Sequence[Statement]) -> Iterator[tuple[datetime, Sequence[Statement], Sequence[Statement]]]:
    """Yield each time at which something was said, all that was said by then, and what was said just then."""
    start = 0
    for index, statement in enumerate(said):
        time = ended(statement)
        if index + 1 == len(said) or ended(said[index + 1]) > time:
            yield time, said[: index + 1], said[start : index + 1]
            start = index + 1


def _standing(now: Sequence[Value]) -> Mapping[Place, frozenset[str]]:
    """Return the values that stand, by place: the head alone where there can be only one."""
    found: dict[Place, set[str]] = defaultdict(set)
    for value in now:
        if value.standing is Standing.CURRENT and (value.head or value.property not in ONE_AT_A_TIME):
            found[_place(value)].add(value.value)
    return {place: frozenset(standing) for place, standing in found.items()}


def _renamed(before: Mapping[Place, frozenset[str]], now: Sequence[Value]) -> Mapping[Place, frozenset[str]]:
    """Return what stood under the names it has now: one written otherwise (`Triest`, `Trieste`) is no change."""
    names = {(_place(v), s.claim.value): v.value for v in now for s in v.statements}
    return {
        place: frozenset(names.get((place, value), value) for value in standing) for place, standing in before.items()
    }


def _place(value: Value) -> Place:
    return value.property, value.season, value.channel, value.region


def _between(
    before: Mapping[Place, frozenset[str]],
    after: Mapping[Place, frozenset[str]],
    now: Sequence[Value],
    new: Sequence[Statement],
    time: datetime,
) -> Iterator[Change]:
    for place in sorted({*before, *after}, key=str):
        was, stands = before.get(place, frozenset()), after.get(place, frozenset())
        gone, come = sorted(was - stands), sorted(stands - was)
        if place[0] in ONE_AT_A_TIME:
            pairs = [(gone[0] if gone else None, come[0] if come else None)] if gone or come else []
        else:
            pairs = [*((value, None) for value in gone), *((None, value) for value in come)]
        for old, value in pairs:
            because = _because(place[0], value or old or "", now, new)
            if because is not None:
                yield _change(place, time, old, value, because)


def _change(place: Place, time: datetime, old: str | None, value: str | None, because: Statement) -> Change:
    prop, season, channel, region = place
    return Change(because.claim.production, prop, time, old, value, because, region, channel, season)


def _because(prop: Property, value: str, now: Sequence[Value], new: Sequence[Statement]) -> Statement | None:
    """Return the newest words for a value, else the newest of its property: what was just said brought it about."""
    fresh = set(new)
    own = [s for v in now if v.property is prop and v.value == value for s in v.statements]
    for pool in ([s for s in own if s in fresh], [s for s in new if s.claim.property is prop], own[-1:], list(new)):
        if pool:
            return pool[0]
    return None
