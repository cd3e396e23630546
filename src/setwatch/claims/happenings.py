"""What happens to productions in a text, and which of it is told in its own right."""

from collections.abc import Sequence
from dataclasses import dataclass

from setwatch.model import Production, Sentence, Span, Status

_NOT_IN_THE_SHOOT = frozenset(
    {Status.WRAPPED, Status.POST_PRODUCTION, Status.RELEASED, Status.PRE_PRODUCTION, Status.CANCELLED}
)


@dataclass(frozen=True, slots=True)
class Happening:
    """A status as a sentence tells it. `weak`: told in passing, it counts where the text has nothing better."""

    status: Status
    production: Production
    sentence: Sentence
    words: Span
    date: str | None
    weak: bool


def settle(told: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return what stands: of what is told in passing, the first of each kind, and only where nothing else tells it.

    Pictures from a set do not tell of a shoot where the text says that it stands still or is over.
    """
    kept = [h for h in told if not h.weak]
    firm = {(h.production.name, h.status) for h in kept}
    for happening in told:
        name = happening.production.name
        if not happening.weak or (name, happening.status) in firm:
            continue
        if happening.status is Status.FILMING and _stands_still(name, firm):
            continue
        firm.add((name, happening.status))
        kept.append(happening)
    return tuple(kept)


def _stands_still(name: str, firm: set[tuple[str, Status]]) -> bool:
    if any((name, status) in firm for status in _NOT_IN_THE_SHOOT):
        return True
    return (name, Status.PAUSED) in firm and (name, Status.RESUMED) not in firm
