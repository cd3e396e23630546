"""Which release date stands: the rules of docs/record.md for one channel and season, region by region."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from setwatch.model import Claim, Modality, Standing, Statement, days_of
from setwatch.record.home import with_home
from setwatch.record.moves import Leave, Move, far_later, is_coarse, is_past, moves, near, overlap, told
from setwatch.record.rules import SAME_TIME, SILENCE, SLIP, TOLD_MOVE
from setwatch.record.verdict import Verdict, after, first, is_denied, last
from setwatch.record.weigh import Case, Weighed, weight, witnesses


def judge_release(
    cases: Sequence[Case], delays: Iterable[Statement], cinema: Case | None = None
) -> tuple[Verdict, ...]:
    """Judge all dates of a line.

    `delays` are the statements of its production that tell of delays; `cinema` is the date in cinemas, for a line of
    dates that follow it (on a service, on disc).
    """
    told_moves = moves(cases, delays)
    own, at_home = with_home(cases)
    general = _Region(None, at_home, told_moves, cinema)
    verdicts = {case.value: general.verdict(case) for case in general.cases}
    found = {case: replace(verdicts[case.value], case=case) for case in own}
    for region in sorted({case.region for case in cases if case.region is not None}):
        judge = _Region(region, cases, told_moves, general.head or cinema)
        found |= {case: judge.verdict(case) for case in judge.cases}
    return tuple(found[case] for case in cases)


class _Region:
    """The dates of one region (None: no region named), judged together."""

    def __init__(
        self, region: str | None, cases: Sequence[Case], told_moves: Sequence[Move], general: Case | None = None
    ) -> None:
        self.region = region
        self.cases = [case for case in cases if case.region == region]
        self.general = general
        self.leaves = [leave for move in told_moves for leave in move.leaves if _concerns(leave, region)]
        self.movers = {(move.document_id, move.placed): move.says.get(region, frozenset()) for move in told_moves}
        self.told = told(told_moves, region)
        self.pool = [case for case in self.cases if self._runs(case)]
        plain = [case for case in self.pool if not case.guessed]
        # Off the calendar is what stands until a date is given again.
        plain = [case for case in plain if case.value != Claim.UNDATED] or plain
        plain = [case for case in plain if not _looks_back(case, plain)]
        self.head = self._drift(plain) if plain else None
        if self.head and self.head.value == Claim.UNDATED and self._dated_elsewhere(self.head, cases):
            self.head = None
        if self.head and general and self._overtaken(self.head, general):
            self.head = None

    def verdict(self, case: Case) -> Verdict:
        """Say how one of the cases stands."""
        if is_denied(case):
            return Verdict(case, Standing.DENIED, "its denials outweigh what affirms it" if case.affirmed else "denied")
        if not case.affirmed:
            return Verdict(case, Standing.SUPERSEDED, "named only as the date before")
        if case is self.head:
            return Verdict(case, Standing.CURRENT, self._why(case), head=True)
        if self.head and case.live and overlap(case.value, self.head.value):
            return Verdict(case, Standing.CURRENT, f"covers {self.head.value}")
        if case not in self.pool:
            return Verdict(case, Standing.SUPERSEDED, self._why_not(case))
        if case.guessed:
            return Verdict(case, Standing.RUMOURED, "nothing but guesses")
        if case.value == Claim.UNDATED:
            return Verdict(case, Standing.SUPERSEDED, "a date was given since")
        if self.head is None:
            over = self.general is not None and self._overtaken(case, self.general)
            reason = f"moved to {self.general.value}" if over and self.general else "as much weight for another date"
            return Verdict(case, Standing.SUPERSEDED if over else Standing.DISPUTED, reason)
        if self._gives_way(case, self.head):
            return Verdict(case, Standing.SUPERSEDED, f"{self.head.value} was said later, and this no more")
        return Verdict(case, Standing.DISPUTED, f"more weight for {self.head.value}")

    def _why(self, case: Case) -> str:
        if case.value == Claim.UNDATED:
            return "taken off the calendar, no date given since"
        if self.told and any(overlap(case.value, target) for target in self.told.targets):
            return "moved to this date"
        others = [c for c in self.pool if not overlap(c.value, case.value) and not c.guessed]
        return "outweighs other dates" if others else "no other date stands"

    def _why_not(self, case: Case) -> str:
        if not case.live:
            return "a later version of the page no longer says it"
        if self.told and self.told.undated:
            return "off the calendar since"
        if self.told and self.told.targets:
            return f"moved to {', '.join(sorted(self.told.targets))}"
        return "the date was left"

    def _runs(self, case: Case) -> bool:
        """Whether a date can be the one that stands: not left, or said again after it was."""
        if not case.live or is_denied(case):
            return False
        targeted = self.told is not None and any(overlap(case.value, target) for target in self.told.targets)
        if self.told is None or targeted:
            return targeted or not self._left(case)
        said, since = last(case.live), self.told.since
        if self._left(case):
            return self._again(case)
        if said is None or since is None:
            return any(near(case.value, target) for target in self.told.targets)
        if any(near(case.value, target) for target in self.told.targets):
            return said >= since - SAME_TIME
        return said >= since

    def _dated_elsewhere(self, off: Case, cases: Sequence[Case]) -> bool:
        """Whether a text gave a date for some region after the last that took the production off the calendar."""
        said = last(off.live)
        if self.region is not None or said is None:
            return False
        return any(
            case.value != Claim.UNDATED and any(w.sure and w.placed and w.placed > said for w in case.live)
            for case in cases
            if case.region is not None
        )

    def _left(self, case: Case) -> bool:
        """Whether some document says that the date was left, and no text that gave it is known to be later."""
        times = [leave.placed for leave in self.leaves if leave.leaves(case.value) and self._before(case, leave)]
        if not times or self.told is not None:
            return bool(times)
        said = last(case.live)
        return said is None or any(time is None or time >= said for time in times)

    def _before(self, case: Case, leave: Leave) -> bool:
        """Whether a date was there to be left: one given after the production was off the calendar is a new one."""
        if leave.value != Claim.UNDATED:
            return True
        began = first(case.live)
        return began is None or leave.placed is None or began <= leave.placed

    def _again(self, case: Case) -> bool:
        """Whether two witnesses give a date again after it was left, with more weight than the new one has since."""
        times = [leave.placed for leave in self.leaves if leave.leaves(case.value) and leave.placed]
        fresh = after(case.live, max(times, default=None)) if times else ()
        rivals = [weight(after(c.live, max(times))) for c in self.cases if times and not overlap(c.value, case.value)]
        return witnesses(fresh) > 1 and weight(fresh) > max(rivals, default=0.0)

    def _drift(self, plain: Sequence[Case]) -> Case | None:
        """Return the case that outweighs the others, or one that took over from it later; None where two are equal."""
        ranked = sorted(plain, key=self._rank, reverse=True)
        head = ranked[0]
        for case in sorted(ranked[1:], key=lambda c: (_time(first(c.live)), c.value)):
            if self._gives_way(head, case):
                head = case
        equal = [
            c
            for c in plain
            if c is not head and self._rank(c)[:2] == self._rank(head)[:2] and not overlap(c.value, head.value)
        ]
        return None if equal else head

    def _rank(self, case: Case) -> tuple[float, datetime, int, str]:
        """Weight with that of coarser dates that agree, then the latest saying, then the finer date."""
        cases = [c for c in self.cases if c in self.pool and _covers(c.value, case.value)]
        agreeing = [w for c in cases for w in self._counting(c)]
        telling = max([self._tells(c) for c in cases], default=0.0)
        span = days_of(case.value)
        length = (span.last - span.first).days if span else 400
        return round(weight(agreeing) + max(telling, self._tells(case)), 6), _time(last(case.live)), -length, case.value

    def _counting(self, case: Case) -> Sequence[Weighed]:
        targeted = self.told is None or any(overlap(case.value, target) for target in self.told.targets)
        since = self.told.since if self.told else None
        return (
            case.live
            if targeted or since is None
            else [w for w in case.live if w.placed and w.placed >= since - SAME_TIME]
        )

    def _tells(self, case: Case) -> float:
        """What texts that tell of the move to this date bring above others."""
        told_by = [
            w
            for w in case.live
            if any(overlap(case.value, v) for v in self.movers.get((w.statement.document_id, w.placed), ()))
        ]
        if self.told and self.told.targets and not any(overlap(case.value, t) for t in self.told.targets):
            return 0.0
        return (TOLD_MOVE - 1) * weight(told_by)

    def _gives_way(self, old: Case, new: Case) -> bool:
        """Whether a date that nobody repeats gives way to one that is said later, though no text tells of a move."""
        ended, began = last(old.live), first(new.live)
        sure = [w for w in new.live if w.statement.claim.modality is Modality.CERTAIN]
        if overlap(old.value, new.value) or ended is None or began is None or began <= ended or not sure:
            return False
        # What looks back may correct a day that has passed; a bare year or month is of something else.
        looks_back = is_past(new.value, began) and not near(old.value, new.value)
        if looks_back and (is_coarse(new.value) or not is_past(old.value, began)):
            return False
        if any(w.first_party for w in sure) or witnesses(new.live) > 1:
            return True
        if near(old.value, new.value):
            return began - ended > SILENCE and not near(old.value, new.value, SLIP)
        lately = [w for w in old.live if w.placed and began - w.placed <= SAME_TIME]
        return witnesses(lately) + self._tells(old) < TOLD_MOVE

    def _overtaken(self, case: Case, general: Case) -> bool:
        """Whether a date told later for no region lies far after that of a region: the whole film was delayed."""
        said, began = last(case.live), first(general.live)
        later = said is not None and began is not None and began > said
        return later and far_later(general.value, case.value)


def _concerns(leave: Leave, region: str | None) -> bool:
    return leave.region == region or leave.region is None or region is None


def _looks_back(case: Case, cases: Sequence[Case]) -> bool:
    """Whether a bare year or month lay behind when it was first given, and others give a day outside it."""
    if not is_coarse(case.value) or not is_past(case.value, first(case.live)):
        return False
    return any(not is_coarse(other.value) and not overlap(case.value, other.value) for other in cases)


def _covers(coarse: str, fine: str) -> bool:
    a, b = days_of(coarse), days_of(fine)
    return coarse == fine or (a is not None and b is not None and a.covers(b))


def _time(time: datetime | None) -> datetime:
    return time or datetime.min.replace(tzinfo=UTC)
