"""What happens to productions in a text, and which of it is told in its own right."""

from collections.abc import Container, Sequence
from datetime import date as day

from msgspec import Struct

from setwatch.model import Production, Sentence, Span, Status, days_of

_NOT_IN_THE_SHOOT = frozenset(
    {Status.WRAPPED, Status.POST_PRODUCTION, Status.RELEASED, Status.PRE_PRODUCTION, Status.CANCELLED}
)


class Happening(Struct, frozen=True, gc=False):
    """A status as a sentence tells it.

    `weak`: 0 where it is told in its own right, 1 in passing (`while filming at`), 2 by mere signs (`a set photo`), 3
    by a shoot that has ended elsewhere; what is weak counts where the text has nothing better.
    """

    status: Status
    production: Production
    sentence: Sentence
    words: Span
    date: str | None
    weak: int


def settle(told: Sequence[Happening]) -> tuple[tuple[Happening, int], ...]:
    """Return what stands, with 0 for what tells it best, more for what tells it more by the way.

    Of a status that nothing tells in its own right the first of the strongest words counts. Pictures from a set do not
    tell of a shoot where the text says that it stands still or is over.
    """
    kept = [(h, 0) for h in told if not h.weak]
    best = {(h.production.name, h.status): 0 for h, _ in kept}
    for happening in sorted((h for h in told if h.weak), key=lambda h: h.weak):
        fact = happening.production.name, happening.status
        if fact in best:
            kept.append((happening, max(1, happening.weak - best[fact])))
        elif happening.status is not Status.FILMING or not _stands_still(happening.production.name, best, told):
            best[fact] = happening.weak
            kept.append((happening, 0))
    return tuple(kept)


def _stands_still(name: str, firm: Container[tuple[str, Status]], told: Sequence[Happening]) -> bool:
    """Whether the shoot of a production is over, yet to come, or has stopped and not gone on since."""
    if any((name, status) in firm for status in _NOT_IN_THE_SHOOT):
        return True
    if (name, Status.PAUSED) not in firm:
        return False
    if (name, Status.RESUMED) not in firm:
        return True
    stopped, went_on = (_last_day(told, name, status) for status in (Status.PAUSED, Status.RESUMED))
    return stopped is not None and went_on is not None and stopped > went_on


def _last_day(told: Sequence[Happening], name: str, status: Status) -> day | None:
    """Return the last day of a status of a production that is told with its date."""
    days = [
        days_of(happening.date)
        for happening in told
        if happening.production.name == name and happening.status is status and happening.date
    ]
    return max((found.last for found in days if found), default=None)
