"""When to try again what failed."""

from datetime import timedelta

FIRST = timedelta(seconds=30)
FACTOR = 3
LONGEST = timedelta(hours=12)
TRIES = 12
"""Half a minute, then three times as long each time, half a day at most: twelve tries over about three days, so that a
server that is down for a weekend misses nothing (Standard Webhooks 1.0, "Reliability", advises days as well)."""


def next_try(tries: int, jitter: float, asked: timedelta | None = None) -> timedelta | None:
    """Return how long to wait after this many tries, None where that is enough of them.

    `jitter`, from 0 to 1, spreads it over half to the whole of the time, so that many who failed together do not come
    back together. `asked` is what the target asked for (`Retry-After`); it is heeded up to the longest wait.
    """
    if tries >= TRIES:
        return None
    whole = min(LONGEST, FIRST * int(FACTOR ** min(tries - 1, TRIES)))
    wait = whole / 2 + whole / 2 * jitter
    return max(wait, min(asked, LONGEST)) if asked else wait
