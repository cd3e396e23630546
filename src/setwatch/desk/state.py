"""How a store does right now: its vitals, whether somebody follows with it, and the room on its disk."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from setwatch.desk.desk import Desk
from setwatch.desk.locks import life_of
from setwatch.model import Vitals

ALIVE = timedelta(seconds=120)
"""How old the last sign of life of a `run` may be: it gives one every 30 seconds."""


@dataclass(frozen=True, slots=True)
class State:
    """How a store does at a time. `beat` is the last sign of life of whoever followed with it, `free` bytes of disk."""

    now: datetime
    vitals: Vitals
    beat: datetime | None
    free: int

    @property
    def running(self) -> bool:
        """Whether somebody follows with the store."""
        return self.beat is not None and self.now - self.beat < ALIVE


def state_of(desk: Desk, now: datetime) -> State:
    """Return how the desk's store does at `now` (UTC)."""
    free = shutil.disk_usage(desk.path.resolve().parent).free
    return State(now, desk.vitals(now), _beat(life_of(desk.path)), free)


def _beat(life: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(life.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None
