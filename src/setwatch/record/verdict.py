"""What the judges of a line return."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from setwatch.model import Standing
from setwatch.record.weigh import Case, Weighed, weight, witnesses


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a case stands, and why, in a few words. `head` marks the value that a reader is to be told first."""

    case: Case
    standing: Standing
    reason: str
    head: bool = False


def first(said: Iterable[Weighed]) -> datetime | None:
    """Return when the earliest of the statements that tell their time was said."""
    return min((w.placed for w in said if w.placed), default=None)


def last(said: Iterable[Weighed]) -> datetime | None:
    """Return when the latest of the statements that tell their time was said."""
    return max((w.placed for w in said if w.placed), default=None)


def is_denied(case: Case) -> bool:
    """Whether the denials of a value outweigh what affirms it.

    Where two witnesses or a first party deny it, only what was affirmed after the first of them counts against them:
    they answer what was said before. With equal weight the later word counts.
    """
    if not case.denied:
        return False
    live = case.live
    if witnesses(case.denied) > 1 or any(w.first_party for w in case.denied):
        live = after(live, first(case.denied))
    against, in_favour = weight(case.denied), weight(live)
    if against != in_favour:
        return against > in_favour
    said, unsaid = last(live), last(case.denied)
    return said is None or (unsaid is not None and unsaid >= said)


def is_doubted(case: Case) -> bool:
    """Whether a value is affirmed with more weight than denied, but not with twice as much."""
    return bool(case.denied) and 2 * weight(case.denied) >= weight(case.live)


def after(said: Iterable[Weighed], time: datetime | None) -> tuple[Weighed, ...]:
    """Return the statements that are known to have been said later than `time`."""
    return tuple(w for w in said if time is None or (w.placed is not None and w.placed > time))
