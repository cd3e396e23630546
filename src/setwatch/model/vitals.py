"""Vitals: how much a store holds, and how it keeps up."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Vitals:
    """How much a store holds, and how it keeps up. `size` are the bytes of its file.

    `unread` are captures that nothing was derived from yet, `refused` those that cannot be read. Of the sources,
    `failing` are those whose last answer was a trouble, `due` those whose time has come, `ended` those that are asked
    no more. `asked` is when any source was last asked, `next_due` when the next one is.
    """

    size: int
    captures: int
    unread: int
    refused: int
    productions: int
    sources: int
    failing: int
    due: int
    ended: int
    asked: datetime | None
    next_due: datetime | None
    outbox: tuple[tuple[str, str, int], ...] = ()
    """Target, state and how many messages are in it."""
