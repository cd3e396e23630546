"""An event loop on which waiting takes no time: a simulated month of real requests over loopback in minutes.

When nothing is ready and no byte is on its way, the loop's clock jumps to the next timer. Client and server must both
run on it: what another process sends may come after the jump.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

GRACE = 0.0005
"""Real seconds to wait for bytes on their way through the kernel before the clock jumps."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose `time` jumps instead of waiting."""

    def __init__(self) -> None:
        self.jumped = 0.0
        self.busy: Callable[[], bool] = lambda: True
        """Whether bytes may be on their way."""
        super().__init__(_Jumping(self))

    def time(self) -> float:
        """Return the seconds since the loop began, waited or jumped."""
        return self.jumped


class _Jumping(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:  # no timer: only bytes, or a thread, can go on
            return super().select(None)
        ready = super().select(0)
        if not ready and timeout > 0:
            ready = super().select(GRACE) if self._loop.busy() else []
            if not ready:
                self._loop.jumped += timeout
        return ready


class VirtualTime:
    """The clock of a virtual loop, from a day on."""

    def __init__(self, loop: asyncio.AbstractEventLoop, begin: datetime) -> None:
        self._loop = loop
        self._begin = begin.astimezone(UTC) - timedelta(seconds=loop.time())

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return self._begin + timedelta(seconds=self._loop.time())

    async def sleep(self, seconds: float) -> None:
        """Return so many seconds later on this clock."""
        await asyncio.sleep(seconds)


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on a virtual loop."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(coroutine)
