"""How long what failed waits."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from setwatch.publish.alerts import TRIES, next_try


def test_waits_grow_to_half_a_day_and_end() -> None:
    waits = [next_try(tries, 1.0) for tries in range(1, TRIES)]
    seconds = [wait.total_seconds() for wait in waits if wait]
    assert seconds[:4] == [30, 90, 270, 810]
    assert seconds == sorted(seconds)
    assert max(seconds) == 12 * 3600
    assert next_try(TRIES, 1.0) is None


@given(st.integers(1, TRIES - 1), st.floats(0, 1), st.integers(0, 10**9))
def test_a_wait_is_never_shorter_than_half_and_heeds_what_is_asked_for(tries: int, jitter: float, asked: int) -> None:
    whole, wait = next_try(tries, 1.0), next_try(tries, jitter, timedelta(seconds=asked))
    assert whole is not None
    assert wait is not None
    assert wait >= whole / 2
    assert wait <= timedelta(hours=12)
    assert wait >= min(timedelta(seconds=asked), timedelta(hours=12))
