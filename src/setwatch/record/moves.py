"""Release dates that were moved: which texts tell of a move, and where the date stood after each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from setwatch.model import Claim, Days, Modality, Polarity, Property, Statement, Status, days_of, interval_of
from setwatch.model import Move as Course
from setwatch.record.rules import HOME_MARKET, NEAR, SAME_MOVE, STATUS_DATE
from setwatch.record.weigh import Case, Weighed

_MONTH = len("2021-11")
SURENESS = (Modality.CERTAIN, Modality.PROBABLE)


@dataclass(frozen=True, slots=True)
class Leave:
    """A document's word that a date no longer holds. `says` are the dates that it gives instead, anywhere."""

    value: str
    region: str | None
    placed: datetime | None
    says: frozenset[str]

    def leaves(self, value: str) -> bool:
        """Whether `value` is the date that was left: the same, or in it, and not what the document gives instead.

        A text that takes the production off the calendar leaves whatever date it had.
        """
        if self.value == Claim.UNDATED:
            return value != Claim.UNDATED
        return overlap(self.value, value) and not any(overlap(value, said) for said in self.says)


@dataclass(frozen=True, slots=True)
class Move:
    """A document's word that a date was moved. `says` are the new dates by region, the surest that it gives."""

    document_id: str
    placed: datetime | None
    says: Mapping[str | None, frozenset[str]]
    leaves: tuple[Leave, ...]
    delayed: bool
    back: bool = False
    """Whether it says that the production has its earlier date again, which was left before and is no stale news."""

    @property
    def undates(self) -> bool:
        """Whether it takes the production off the calendar."""
        return any(leave.value == Claim.UNDATED for leave in self.leaves)


@dataclass(frozen=True, slots=True)
class Told:
    """Where told moves leave a date: at `targets` since `since`; no targets where it only left."""

    targets: frozenset[str]
    since: datetime | None
    undated: bool = False
    """Whether it was taken off the calendar."""


def overlap(a: str, b: str) -> bool:
    """Whether two date values can be the same day: `2021-11` and `2021-11-19` can."""
    if a == b:
        return True
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return _yearless(a, b) or _yearless(b, a)
    return first.first <= second.last and second.first <= first.last


def _yearless(a: str, b: str) -> bool:
    return a.startswith("XXXX-") and (b[5:].startswith(a[5:]) or (len(b) > 5 and a[5:].startswith(b[5:])))


def near(a: str, b: str, most: timedelta = NEAR) -> bool:
    """Whether two date values lie so close that one may be a slip for the other."""
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return overlap(a, b)
    return gap(first, second) <= most


def is_past(value: str, said: datetime | None) -> bool:
    """Whether all days of a value lay behind when it was said; nothing is moved there."""
    days = days_of(value)
    return days is not None and said is not None and days.last < said.date()


def is_coarse(value: str) -> bool:
    """Whether a value is no single day."""
    days = days_of(value)
    return days is None or days.first != days.last


def _has_begun(value: str, said: datetime | None) -> bool:
    """Whether a value is a month that had begun when it was said: a move leads to none."""
    days = days_of(value)
    return len(value) == _MONTH and days is not None and said is not None and days.first <= said.date() <= days.last


def gap(a: Days, b: Days) -> timedelta:
    """Return the time between the days of two values, nothing where they overlap."""
    return max(a.first - b.last, b.first - a.last, timedelta(0))


def moves(cases: Sequence[Case], delays: Iterable[Statement]) -> tuple[Move, ...]:
    """Return the moves that documents tell, dated ones first, in the order in which they were said.

    A text tells of a move where it gives a date and one that was left for it, says that it was moved to this date, or
    calls the production delayed; or where it takes the production off the calendar.
    """
    pages: dict[tuple[str, str], list[tuple[Case, Weighed]]] = {}
    for case in cases:
        for w in case.all:
            if w.live:
                pages.setdefault((w.statement.document_id, w.statement.version), []).append((case, w))
    late = {(s.document_id, s.version) for s in delays if _is_news(s)}
    general = frozenset(case.value for case in cases if case.region is None and case.affirmed)
    found = (
        _told_of(key[0], said, key in late, general) for key, said in sorted(pages.items(), key=lambda item: item[0])
    )
    return tuple(sorted((m for m in found if m), key=_order))


def _order(move: Move) -> tuple[bool, float, str]:
    return move.placed is None, move.placed.timestamp() if move.placed else 0.0, move.document_id


def _is_news(delay: Statement) -> bool:
    """Whether a certain delay is told as it happens, not as history with a date of its own."""
    claim = delay.claim
    if claim.property is not Property.PRODUCTION_STATUS or claim.value != Status.DELAYED:
        return False
    if claim.polarity is Polarity.DENIED or claim.modality is not Modality.CERTAIN:
        return False
    own, said = interval_of(claim.date or "").not_after, delay.said.not_after
    return own is None or said is None or said - own <= STATUS_DATE


def _told_of(
    document_id: str, said: Sequence[tuple[Case, Weighed]], delayed: bool, general: frozenset[str]
) -> Move | None:
    """Return the move that a document tells: to another date, or off the calendar."""
    off = [w for case, w in said if case.value == Claim.UNDATED and w in case.affirmed and w.sure]
    dated = [(case, w) for case, w in said if case.value != Claim.UNDATED]
    if not off:
        return _move(document_id, dated, delayed, general) if dated else None
    leave = Leave(Claim.UNDATED, None, off[0].placed, frozenset())
    return Move(document_id, off[0].placed, {}, (leave,), delayed)


def _move(
    document_id: str, said: Sequence[tuple[Case, Weighed]], delayed: bool, general: frozenset[str]
) -> Move | None:
    says: dict[str | None, frozenset[str]] = {}
    pairs = _pairs(said)
    one_way = {old for old, new in pairs if (new, old) not in pairs}
    targets = {new for _, new in pairs} - {v for _, v in pairs if any(overlap(v, old) for old in one_way)}
    for region in {case.region for case, _ in said}:
        given = [(case, w) for case, w in said if case.region == region and w in case.affirmed]
        given = [(case, w) for case, w in given if not is_past(case.value, w.placed)]
        given = [(case, w) for case, w in given if not _has_begun(case.value, w.placed)]
        given = [(case, w) for case, w in given if not any(overlap(case.value, old) for old in one_way)]
        given = [(case, w) for case, w in given if case.value in targets] or given
        given = [(case, w) for case, w in given if w.statement.claim.move] or given
        for modality in SURENESS:
            values = frozenset(case.value for case, w in given if w.statement.claim.modality is modality)
            if values:
                says[region] = values
                break
    everything = frozenset(value for values in says.values() for value in values)
    placed = said[0][1].placed
    leaves = tuple(
        Leave(case.value, case.region, placed, everything)
        for case, w in said
        if w in case.former and w.sure and not any(overlap(case.value, v) for v in everything)
    )
    told_so = [w for case, w in said if w in case.affirmed and w.statement.claim.move]
    if not leaves and not (says and (delayed or told_so)):
        return None
    known = not leaves or any(leave.leaves(value) for leave in leaves for value in general)
    if known and None not in says and HOME_MARKET in says:
        says[None] = says[HOME_MARKET]
    back = any(w.statement.claim.move is Course.BACK for w in told_so)
    return Move(document_id, placed, says, leaves, delayed, back)


def _pairs(said: Sequence[tuple[Case, Weighed]]) -> frozenset[tuple[str, str]]:
    """Return the old and new dates that a text tells beside each other: `from June 28 to May 23`.

    They outweigh what it says of dates elsewhere: there another film takes the old one, or it looks back.
    """
    given = [(case, w) for case, w in said if w in case.affirmed]
    found = set()
    for old, left in said:
        if left in old.former and left.sure:
            others = [(abs(_at(left) - _at(w)), case.value) for case, w in given if not overlap(old.value, case.value)]
            distance, value = min(others, default=(BESIDE + 1, ""))
            if distance <= BESIDE:
                found.add((old.value, value))
    return frozenset(found)


BESIDE = 160
"""Characters between the words for an old date and for the new one that one sentence tells together."""


def _at(w: Weighed) -> int:
    return w.statement.claim.evidence.start


def told(told_moves: Sequence[Move], region: str | None) -> Told | None:
    """Walk the moves and return where they leave the date of a region, None where none is told."""
    stands: Told | None = None
    left: list[Leave] = []
    every = [leave for move in told_moves for leave in move.leaves]
    for move in told_moves:
        before = every if move.placed is None else left
        stands = _step(stands, move, region, before)
        left += move.leaves
    return stands


def _step(stands: Told | None, move: Move, region: str | None, left: Sequence[Leave]) -> Told | None:
    targets = move.says.get(region)
    if move.undates and move.placed is not None:
        return Told(frozenset(), move.placed, undated=True)
    if targets is None:
        return _carried(stands, move, region)
    old = stands.targets if stands else frozenset()
    if move.delayed and old:
        # A delay leads to no earlier day: such a date is of something else, or looks back.
        later = frozenset(a for a in targets if not all(earlier(a, b) for b in old))
        targets = later or targets
    if stands is not None and any(overlap(a, b) for a in targets for b in old):
        kept = frozenset(value for value in old if not any(leave.leaves(value) for leave in move.leaves))
        return Told(kept or old, stands.since)
    leaves_it = any(leave.leaves(value) for leave in move.leaves for value in old)
    earlier_leaves = [leave for leave in left if leave not in move.leaves and leave.value != Claim.UNDATED]
    stale = all(any(leave.leaves(value) for leave in earlier_leaves) for value in targets)
    if stale and not ((leaves_it or move.back) and move.placed):
        return stands
    if move.placed is None and old and not leaves_it:
        return stands
    at_once = stands is None or not stands.since or not move.placed or move.placed - stands.since <= SAME_MOVE
    if old and not leaves_it and at_once and any(near(a, b) for a in targets for b in old):
        # The same move told with another day: which of them is right is for weight to say.
        return Told(old | targets, stands.since if stands else None)
    return Told(targets, move.placed)


def _carried(stands: Told | None, move: Move, region: str | None) -> Told | None:
    """A move told for all regions moves each that had the same date; one told for a region moves the date of none.

    A delay told with dates far later than what stood moves it too.
    """
    if stands is None or not stands.targets or move.placed is None:
        return stands
    left = any(leave.leaves(value) for leave in move.leaves for value in stands.targets)
    if not move.says:
        return Told(frozenset(), move.placed) if left else stands
    if region is not None and None not in move.says:
        return stands
    says = frozenset(value for values in move.says.values() for value in values)
    if any(overlap(a, b) for a in says for b in stands.targets):
        return stands
    if left or (move.delayed and all(far_later(a, b) for a in says for b in stands.targets)):
        return Told(says, move.placed)
    return stands


def earlier(a: str, b: str) -> bool:
    """Whether all days of one date value lie before those of another."""
    first, second = days_of(a), days_of(b)
    return first is not None and second is not None and first.last < second.first


def far_later(new: str, old: str) -> bool:
    """Whether a date lies so far after another that it is a delay and not another country's day."""
    a, b = days_of(new), days_of(old)
    return a is not None and b is not None and a.first - b.last > NEAR
