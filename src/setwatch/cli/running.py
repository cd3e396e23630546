"""What `setwatch run` shows in a terminal: a line for what happens, and one below that tells how it stands."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rich.console import Console
from rich.live import Live as Screen
from rich.text import Text

from setwatch import desk as desks
from setwatch.model import shown_address
from setwatch.publish import clean, many

LOOK_EVERY = 1.0
"""Seconds between two looks at what is ahead."""


@dataclass(slots=True)
class View:
    """What has happened since `run` began, and what is ahead: how many sources are asked, and when the next one."""

    ahead: Callable[[], tuple[int, datetime | None]]
    console: Console
    asked: int = 0
    new: int = 0
    failing: set[str] = field(default_factory=set)
    stopping: bool = False
    _ahead: tuple[int, datetime | None] = (0, None)

    def report(self, taken: "desks.Taken") -> None:
        """Count what asking a source brought, and print a line where it brought something or has a trouble."""
        self.asked += 1
        self.new += taken.new
        if taken.trouble is None:
            self.failing.discard(taken.url)
        else:
            self.failing.add(taken.url)
        if taken.new or taken.trouble is not None:
            self.console.print(row(taken, datetime.now().astimezone()), soft_wrap=True)

    def stop(self) -> None:
        """Say that it stops."""
        self.stopping = True

    def __rich__(self) -> Text:
        """Return how it stands, in one line."""
        count, due = self._ahead
        return Text(self.told(count, due, datetime.now(UTC)), style="dim", no_wrap=True, overflow="ellipsis")

    def told(self, count: int, due: datetime | None, now: datetime) -> str:
        """Return how it stands in words, by what is ahead."""
        if self.stopping:
            return "Stopping; what has begun is ended first"
        parts = [f"{many(count, 'source')} followed", f"asked {many(self.asked, 'time')}", f"{self.new:,} new"]
        if self.failing:
            parts.append(f"{len(self.failing):,} with a trouble")
        if due is not None:
            parts.append(f"next {_in(due, now)}")
        return " · ".join(parts)

    @asynccontextmanager
    async def shown(self) -> AsyncIterator[None]:
        """Show it on the terminal while the context lasts, then what it came to."""
        self._ahead = self.ahead()
        if not self._ahead[0]:
            self.console.print("Nothing is followed yet; say what, in another terminal, with: setwatch follow URL")
        looking = asyncio.create_task(self._look())
        try:
            with Screen(self, console=self.console, refresh_per_second=2, transient=True):
                yield
        finally:
            looking.cancel()
        self.console.print(f"Stopped. Asked {many(self.asked, 'time')}, {many(self.new, 'new document')}")

    async def _look(self) -> None:
        while True:
            self._ahead = self.ahead()
            await asyncio.sleep(LOOK_EVERY)


def row(taken: "desks.Taken", at: datetime) -> Text:
    """Return the line for what asking a source brought."""
    address = clean(shown_address(taken.url))
    text = Text(f"{at:%H:%M:%S}  ", style="dim")
    if taken.new:
        text.append(f"{taken.new:,} new", style="green").append(f" from {address}", style="default not dim")
    if taken.trouble is not None:
        # A trouble that begins with the address names it once.
        told = clean(taken.trouble).removeprefix(f"{address}: ")
        text.append(f"{'; ' if taken.new else f'{address}: '}{told}", style="yellow not dim")
    return text


def _in(due: datetime, now: datetime) -> str:
    seconds = int((due - now).total_seconds())
    if seconds <= 0:
        return "now"
    return f"in {seconds} s" if seconds < 120 else f"in {seconds // 60} min"
