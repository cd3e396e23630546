"""Which of two copies came from the other: by clocks, where what each shows does not speak against it."""

from setwatch.model import CameFrom, Interval, Likeness, MediaMatch

CROPPED = 0.05
"""Share of a frame from which on its absence is a crop, and no inaccuracy of how two frames are laid."""


def came_from(match: MediaMatch, this: Interval | None, that: Interval | None) -> CameFrom:
    """Return which came from the other, given when posts first had the piece (`this`) and the other (`that`).

    What was posted later came from what was there before, be it by way of others. A piece that shows less of the frame
    cannot be where the whole came from, though it be older: then, as without clocks, nothing is decided.
    """
    if match.likeness is not Likeness.COPY or this is None or that is None:
        return CameFrom.UNDECIDED
    if _before(that, this):
        return CameFrom.THIS_FROM_THAT
    if _before(this, that) and match.unseen < CROPPED:
        return CameFrom.THAT_FROM_THIS
    return CameFrom.UNDECIDED


def _before(one: Interval, other: Interval) -> bool:
    return one.not_after is not None and other.not_before is not None and one.not_after < other.not_before
