"""Which of two copies came from the other is told by clocks, where what each shows allows it; else it is undecided."""

from datetime import UTC, datetime

import pytest

from setwatch.desk.came_from import came_from
from setwatch.model import CameFrom, Interval, Likeness, MediaMatch

EARLY = Interval(datetime(2021, 10, 6, 12, tzinfo=UTC), datetime(2021, 10, 6, 12, tzinfo=UTC))
LATE = Interval(datetime(2021, 10, 7, 9, tzinfo=UTC), datetime(2021, 10, 7, 9, tzinfo=UTC))
NOT_BEFORE = Interval(datetime(2021, 10, 1, tzinfo=UTC), None)


def match(likeness: Likeness = Likeness.COPY, unseen: float = 0.0) -> MediaMatch:
    return MediaMatch("cable", likeness, 0.9, 0.0, 0.0, (0, 0, 1, 1), mirrored=False, unseen=unseen)


def test_the_later_came_from_the_earlier() -> None:
    assert came_from(match(), LATE, EARLY) is CameFrom.THIS_FROM_THAT
    assert came_from(match(), EARLY, LATE) is CameFrom.THAT_FROM_THIS


def test_a_crop_may_come_from_the_whole_and_not_the_whole_from_a_crop() -> None:
    assert came_from(match(unseen=0.3), LATE, EARLY) is CameFrom.THIS_FROM_THAT
    assert came_from(match(unseen=0.3), EARLY, LATE) is CameFrom.UNDECIDED


@pytest.mark.parametrize(("this", "that"), [(None, EARLY), (EARLY, None), (NOT_BEFORE, LATE), (EARLY, EARLY)])
def test_where_clocks_do_not_tell_it_is_undecided(this: Interval | None, that: Interval | None) -> None:
    assert came_from(match(), this, that) is CameFrom.UNDECIDED


def test_of_one_take_nothing_came_from_anything() -> None:
    assert came_from(match(Likeness.SAME_TAKE), LATE, EARLY) is CameFrom.UNDECIDED
