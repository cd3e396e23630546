"""The production's status: the newest phase is current, those before it superseded."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from setwatch.model import Standing, Statement, Status, interval_of
from setwatch.record.rules import STATUS_TIME
from setwatch.record.said import ended
from setwatch.record.verdict import Verdict, is_denied
from setwatch.record.weigh import Case, Weighed, weight

STAGES = (
    frozenset({Status.ANNOUNCED, Status.PRE_PRODUCTION}),
    frozenset({Status.PAUSED}),
    frozenset({Status.FILMING, Status.RESUMED}),
    frozenset({Status.WRAPPED, Status.POST_PRODUCTION}),
    frozenset({Status.CANCELLED}),
    frozenset({Status.RELEASED}),
)
"""Phases that can hold together; of two told for one time the farther stage is the later one."""


def judge_status(cases: Sequence[Case], now: datetime | None) -> tuple[Verdict, ...]:
    """Judge the statuses as of `now`; a delay is no phase and holds until the release or the end."""
    told = [c for c in cases if c.live and not c.guessed and not is_denied(c) and c.value != Status.DELAYED]
    past = {c.value: t for c in told if (t := _newest(c, now)) is not None}
    known = [c for c in told if c.value in past]
    newest = max(known, key=lambda c: (past[c.value], _stage(c), weight(c.live), c.value), default=None)
    return tuple(_judge(c, newest, past, now) for c in cases)


def _judge(case: Case, newest: Case | None, past: dict[str, datetime], now: datetime | None) -> Verdict:
    if not case.affirmed and not case.denied:
        return Verdict(case, Standing.SUPERSEDED, "held formerly")
    if is_denied(case):
        return Verdict(case, Standing.DENIED, "its denials outweigh what affirms it" if case.affirmed else "denied")
    if not case.live:
        return Verdict(case, Standing.SUPERSEDED, "a later version of the page no longer says it")
    if case.guessed:
        return Verdict(case, Standing.RUMOURED, "nothing but guesses")
    if case.value == Status.DELAYED:
        over = newest is not None and newest.value in {Status.RELEASED, Status.CANCELLED}
        return Verdict(
            case, Standing.SUPERSEDED if over else Standing.CURRENT, newest.value if over and newest else "told"
        )
    if newest is None or case is newest:
        return Verdict(case, Standing.CURRENT, "the newest status", head=newest is not None)
    if _planned(case, now):
        return Verdict(case, Standing.CURRENT, "planned")
    time = past.get(case.value)
    if _stage(case) == _stage(newest) and time == past[newest.value]:
        return Verdict(case, Standing.CURRENT, f"told with {newest.value}")
    if time is None and _stage(case) == _stage(newest):
        return Verdict(case, Standing.CURRENT, "no text tells when; the phase is the same")
    return Verdict(case, Standing.SUPERSEDED, f"{newest.value} is newer")


def _stage(case: Case) -> int:
    return _stage_of(case.value)


def _stage_of(value: str) -> int:
    return next(n for n, stage in enumerate((*STAGES, frozenset({value}))) if value in stage)


def contradict(said: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield the first two statements, for each two statuses, that tell two phases for about one time.

    Statements are in the order in which they were said; those with a date of their own speak of another time.
    """
    seen: set[tuple[str, str]] = set()
    plain = [s for s in said if s.dated and not s.claim.date and s.claim.value != Status.DELAYED]
    for i, one in enumerate(plain):
        for other in plain[i + 1 :]:
            if ended(other) - ended(one) > STATUS_TIME:
                break
            pair = (one.claim.value, other.claim.value)
            if one.document_id != other.document_id and _stage_of(pair[0]) > _stage_of(pair[1]) and pair not in seen:
                seen.add(pair)
                yield one, other


def _newest(case: Case, now: datetime | None) -> datetime | None:
    """Return when the status last held: its own date, else when it was said; None if untold or to come."""
    times = [time for w in case.live if w.sure and (time := _effective(w)) is not None]
    return max((t for t in times if now is None or t <= now), default=None)


def _effective(said: Weighed) -> datetime | None:
    own = interval_of(said.statement.claim.date or "")
    if own.not_after is None or own.not_before is None:
        return said.placed
    # A month under way has begun by the time it is spoken of in the past tense.
    return min(own.not_after, said.placed) if said.placed and own.not_before <= said.placed else own.not_before


def _planned(case: Case, now: datetime | None) -> bool:
    times = [time for w in case.live if (time := _effective(w)) is not None]
    return now is not None and any(t > now for t in times)
