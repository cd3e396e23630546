"""Whether two pieces agree all along: the offset and tempo under which one runs beside the other."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from setwatch.media.blocks import Likenesses
from setwatch.media.figures import ALONG

Times = NDArray[np.float64]
TEMPOS = (1.0, 1.05, 1 / 1.05, 1.1, 1 / 1.1)
"""How much faster than the reference a query may run; platforms cut a tenth off to slip by."""


class Along(NamedTuple):
    """How far the frames that run beside each other agree.

    `shown` is the mean share of blocks that show the same, weighed by what moves; `changed` the share of what moves in
    the reference that moves so in the query, None where nothing does. At `time` of the query stands what is at
    `reference_time`; `frames` of the reference were compared.
    """

    shown: float
    changed: float | None
    frames: int
    time: float
    reference_time: float

    @property
    def agreement(self) -> float:
        """The weaker of the two: a copy shows the same, and the same happens in it."""
        return self.shown if self.changed is None else min(self.shown, self.changed)


def along(told: Likenesses, ours: Times, theirs: Times) -> Along | None:
    """Return the best run of a query's frames (at times `ours`) beside a reference's; None where none is long."""
    if not told.telling.any():
        return None
    best: Along | None = None
    score = -1.0
    columns = np.arange(len(theirs))
    # A frame is worth what it shows and, where something moves, what happens in it.
    happens = np.where(told.changes > 0, told.changed / np.maximum(told.changes, 1), told.moving)
    worth = np.where(told.telling, told.moving + happens, 0.0)
    for tempo in TEMPOS if len(ours) > 1 and len(theirs) > 1 else TEMPOS[:1]:
        offsets = _offsets(worth, ours * tempo, theirs)
        beside, there = _beside(ours * tempo, theirs, offsets, _apart(_step(ours) * tempo))
        there &= told.telling[beside, columns]
        counts = there.sum(axis=1)
        long = counts >= max(1.0, min(ALONG["frames"], ALONG["share"] * counts.max()))
        means = np.where(there, worth[beside, columns], 0.0).sum(axis=1) / np.maximum(counts, 1)
        at = int(np.where(long, means, -1.0).argmax())
        if long[at] and means[at] > score:
            score = float(means[at])
            best = _run(told, beside[at], np.flatnonzero(there[at]), ours, theirs)
    return best


def _run(told: Likenesses, beside: NDArray[np.intp], kept: NDArray[np.intp], ours: Times, theirs: Times) -> Along:
    pairs = beside[kept], kept
    shown, changes = told.moving[pairs], float(told.changes[pairs].sum())
    surest = int(shown.argmax())
    return Along(
        shown=float(shown.mean()),
        changed=float(told.changed[pairs].sum()) / changes if changes >= ALONG["changes"] else None,
        frames=len(kept),
        time=float(ours[pairs[0][surest]]),
        reference_time=float(theirs[pairs[1][surest]]),
    )


def _step(times: Times) -> float:
    return float(np.median(np.diff(times))) if len(times) > 1 else 0.0


def _apart(step: float) -> float:
    """Return how many seconds two frames may lie apart and be compared, where a frame is known every `step`."""
    return min(max(ALONG["apart"], step / 2), ALONG["apart_most"])


def _offsets(worth: NDArray[np.float32], ours: Times, theirs: Times) -> Times:
    """Return the offsets that the best moments of each frame of the reference speak for, a sixteenth second apart."""
    most = min(3, len(ours))
    top = np.argpartition(-worth, most - 1, axis=0)[:most]
    return np.unique(np.round((theirs[None, :] - ours[top]) * 16) / 16)


def _beside(ours: Times, theirs: Times, offsets: Times, apart: float) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return for each offset and frame of the reference the query's nearest frame, and whether it is near enough."""
    wanted = theirs[None, :] - offsets[:, None]
    after = np.clip(np.searchsorted(ours, wanted), 0, len(ours) - 1)
    before = np.maximum(after - 1, 0)
    nearest = np.where(np.abs(ours[after] - wanted) < np.abs(ours[before] - wanted), after, before)
    return nearest, np.abs(ours[nearest] - wanted) <= apart + 1e-6
