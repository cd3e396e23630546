"""The record of a production: what stood on a date."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from setwatch.model import (
    Channel,
    Interval,
    Production,
    Property,
    Reading,
    Record,
    Standing,
    Statement,
    Status,
    Tracing,
    Value,
)
from setwatch.record.each import judge_each
from setwatch.record.names import place_id_of
from setwatch.record.release import judge_release
from setwatch.record.rules import HOME_MARKET
from setwatch.record.said import counted, ended, order, statements
from setwatch.record.status import judge_status
from setwatch.record.titles import judge_titles
from setwatch.record.verdict import Verdict, last
from setwatch.record.weigh import Case, Line, Weighed, Weighing, lines, witnesses
from setwatch.record.witnesses import Sources, sources


def record(
    readings: Sequence[Reading],
    tracing: Tracing,
    production: Production | str,
    known: datetime | None = None,
    captured: datetime | None = None,
) -> Record:
    """Return what stood for a production, as known by `known` from what was captured by `captured` (UTC, None: all).

    Pure, and independent of the order of `readings`. The rules are in docs/record.md.
    """
    name = production if isinstance(production, str) else production.name
    return stood(statements(readings, name), sources(readings, tracing), name, known, captured)


def stood(
    said: Sequence[Statement],
    known_sources: Sources,
    name: str,
    known: datetime | None = None,
    captured: datetime | None = None,
) -> Record:
    """Return what `record` does, from the statements of a production and what its documents rest on."""
    by = min((t for t in (known, captured) if t), default=None)
    return Record(name, known, captured, values(counted(said, known, captured), known_sources, name, known, by))


class Judged:
    """What was judged before: for whoever judges at many times one after another, with the same sources."""

    def __init__(self) -> None:
        self.cases: Weighing = {}
        self.values: dict[Line, tuple[object, tuple[Value, ...]]] = {}


def values(
    said: Sequence[Statement],
    known_sources: Sources,
    name: str,
    now: datetime | None,
    by: datetime | None = None,
    *,
    before: Judged | None = None,
) -> tuple[Value, ...]:
    """Return all values that the statements give, judged as of `now` (None: as of the last statement).

    `by` is the time by which a page's versions count (None: whenever they were captured). What `before` has and what
    depends on nothing that has changed since is not judged again.
    """
    before = before or Judged()
    now = now or max((ended(s) for s in said), default=None)
    delays = [s for s in said if s.claim.value == Status.DELAYED]
    found: list[Value] = []
    gathered = lines(said, known_sources, name, by, before.cases)
    ended_by = {season: _end(gathered, season, now) for _, _, season in gathered}
    for line, cases in gathered.items():
        prop, channel, season = line
        late = [s for s in delays if s.claim.season in {None, season}]
        cinema = _head(gathered.get((prop, None, season), ()), late) if channel in HOME else None
        at = now if prop is Property.PRODUCTION_STATUS else None  # nothing else is judged by the clock
        needs = (cases, late, at, cinema, ended_by[season])
        known = before.values.get(line)
        if known is None or known[0] != needs:
            known = needs, _judged(line, cases, late, at, cinema=cinema, end=ended_by[season])
            before.values[line] = known
        found += known[1]
    return tuple(sorted(found, key=_order))


def _judged(
    line: Line,
    cases: Sequence[Case],
    late: Sequence[Statement],
    now: datetime | None,
    *,
    cinema: Case | None,
    end: datetime | None,
) -> tuple[Value, ...]:
    verdicts = judge(line, cases, late, now, cinema)
    if line[0] is Property.RELEASE_DATE and end is not None:
        verdicts = tuple(_without_head(verdict, end) for verdict in verdicts)
    return tuple(_value(line, verdict) for verdict in verdicts)


def _end(gathered: Mapping[Line, Sequence[Case]], season: int | None, now: datetime | None) -> datetime | None:
    """Return when a production, or its season, was cancelled, None where it goes on."""
    cases = gathered.get((Property.PRODUCTION_STATUS, None, season), ())
    heads = [v.case for v in judge_status(cases, now) if v.head and v.case.value == Status.CANCELLED]
    return last(heads[0].live) if heads else None


def _without_head(verdict: Verdict, end: datetime) -> Verdict:
    """Return the verdict on a date of a production that was cancelled: it falls, unless it was given later."""
    said = last(verdict.case.live)
    if verdict.standing is not Standing.CURRENT or (said is not None and said > end):
        return verdict
    return Verdict(verdict.case, Standing.SUPERSEDED, "the production was cancelled")


HOME = frozenset({Channel.STREAMING, Channel.DIGITAL})
"""Channels that a film reaches after cinemas: a delay there moves them too. Premieres come before."""


def _head(cases: Sequence[Case], delays: Sequence[Statement]) -> Case | None:
    heads = (v.case for v in judge_release(cases, delays) if v.head)
    return max(
        heads, key=lambda case: (case.region is None, case.region == HOME_MARKET, case.region or ""), default=None
    )


def judge(
    line: Line, cases: Sequence[Case], delays: Sequence[Statement], now: datetime | None, cinema: Case | None = None
) -> tuple[Verdict, ...]:
    """Judge the cases of one line by the rules of its property."""
    prop = line[0]
    if prop is Property.RELEASE_DATE:
        return judge_release(cases, delays, cinema)
    if prop is Property.PRODUCTION_STATUS:
        return judge_status(cases, now)
    if prop is Property.OFFICIAL_TITLE:
        return judge_titles(cases)
    return judge_each(prop, cases)


STANDINGS = tuple(Standing)
PROPERTIES = tuple(Property)


def _order(value: Value) -> tuple[int, int, str, str, int, int, str]:
    return (
        PROPERTIES.index(value.property),
        value.season or 0,
        value.channel or "",
        value.region or "",
        STANDINGS.index(value.standing),
        -value.witnesses,
        value.value,
    )


def _value(line: Line, verdict: Verdict) -> Value:
    case = verdict.case
    said = tuple(sorted((w.statement for w in case.all), key=order))
    support = case.affirmed or case.denied or case.former
    prop, _, season = line
    return Value(
        prop,
        case.value,
        verdict.standing,
        witnesses(case.denied if verdict.standing is Standing.DENIED else support),
        tuple(dict.fromkeys(s.document_id for s in said)),
        _when(said[0]),
        _when(said[-1]),
        said,
        _to_cite(case, verdict).statement.claim.evidence.exact,
        verdict.reason,
        case.region,
        _channel(said),
        season,
        verdict.head,
        place_id_of(s.claim for s in said),
    )


def _when(statement: Statement) -> Interval:
    return statement.said


def _channel(said: Sequence[Statement]) -> Channel | None:
    return next((s.claim.channel for s in said if s.claim.channel), None)


def _to_cite(case: Case, verdict: Verdict) -> Weighed:
    """Return the weightiest statement for the standing, of equal ones the first said."""
    if verdict.standing is Standing.DENIED:
        pool = case.denied or case.all
    elif verdict.standing is Standing.SUPERSEDED:
        pool = case.affirmed or case.former or case.all
    else:
        pool = case.live or case.all
    return max(sorted(pool, key=lambda w: order(w.statement)), key=lambda w: (w.weight, w.placed is not None))
