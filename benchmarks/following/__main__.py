"""Following a simulated world of feeds for a month: nothing lost, nothing doubled, nobody pestered.

A server on loopback holds 500 feeds that live as feeds do: new and edited items, 304s, 429s, 5xx, slow answers, broken
XML, moved, gone and dead ones. Waiting takes no time (`benchmarks/virtual_time.py`): a month passes in minutes. Bars:
every version that could be seen is captured once; no host is asked more often than its delay; at most 1.2 bytes are
sent for each that conditional requests leave to send; memory at the end is at most 1.2 times that after a fifth.
Then another month of that size is followed by a process that is killed (SIGKILL) at 200 random moments, spread over the
month: the same must hold.

    python -m benchmarks.following [--feeds N] [--days N] [--kills N] [--seed N] [--part month|kills]

Exit code 0 if the bars hold.
"""

import argparse
import asyncio
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks import virtual_time
from benchmarks.following.check import DELAY, Found, found
from benchmarks.following.world import BEGIN, Feed, Server, feeds, last, requests
from benchmarks.table import table, verdict
from benchmarks.virtual_time import VirtualLoop, VirtualTime
from setwatch.desk.follow import Follower
from setwatch.fetch import Fetcher, Gate, Manners
from setwatch.following import first
from setwatch.model import Answer, Ask, Source, SourceKind
from setwatch.store import Store

TRAFFIC = 1.2
MEMORY = 1.2
MEMORY_DISK = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where stores are laid, so that a month of flushes to disk is not what is waited for."""
AFTER = 0.2
"""Seconds, at most, from the request at which a kill is to come to the kill."""
_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
TOLD = 10
"""Times that it is told how far a run is."""


async def everywhere(host: str, port: int) -> tuple[str, ...]:
    """Resolve every name to loopback."""
    del host, port
    return ("127.0.0.1",)


class Counted(Fetcher):
    """A fetcher that knows whether it is asking: if not, no byte is on its way and the clock may jump at once."""

    asking = 0

    async def fetch(self, ask: Ask, gate: Gate | None = None) -> Answer:
        """Ask."""
        self.asking += 1
        try:
            return await super().fetch(ask, gate)
        finally:
            self.asking -= 1


async def follow(
    folder: Path, world: dict[str, Feed], days: float, port: int, told: Callable[[str], None] = lambda _: None
) -> list[int]:
    """Follow a world from where an earlier run stopped to its end; return resident bytes at each tenth of the way."""
    before, loop = last(folder / "log"), asyncio.get_running_loop()
    clock = VirtualTime(loop, BEGIN + timedelta(seconds=before.at + 0.001 if before else 0.0))
    serving = await Server(world, folder / "log", clock.now).serve(port)
    store = Store(folder / "store.sqlite3")
    stop = asyncio.Event()
    memory = []
    async with Counted("bench@films.example", own_network=True, resolver=everywhere, clock=clock.now) as fetcher:
        if isinstance(loop, VirtualLoop):
            loop.busy = lambda: fetcher.asking > 0
        manners = Manners(fetcher, store.sources, clock, DELAY)
        dice = Random(str(before))
        follower = Follower(store.sources, fetcher, manners, clock, dice, idle=3600.0)
        running = asyncio.create_task(follower.run(stop, lambda _: None))
        for part in range(1, TOLD + 1):
            left = (BEGIN + timedelta(days=days * part / TOLD) - clock.now()).total_seconds()
            if left > 0 and not running.done():
                await clock.sleep(left)
                told(f"  day {days * part / TOLD:g}, {_resident() / 2**20:.0f} MiB")
            memory.append(_resident())
        stop.set()
        await running
    serving.close()
    store.close()
    return memory


def begin(folder: Path, world: dict[str, Feed], port: int) -> None:
    """Make the store of a run, with all feeds of the world followed."""
    store = Store(folder / "store.sqlite3")
    sources = [Source(f"http://{host}:{port}/feed.xml", SourceKind.FEED, pages=False) for host in world]
    store.sources.follow((source, first(SourceKind.FEED, BEGIN)) for source in sources)
    store.close()


def outcome(folder: Path, world: dict[str, Feed], days: float) -> Found:
    """Return what the run in a folder came to."""
    store = Store(folder / "store.sqlite3")
    payloads = [store.capture(digest).payload for digest in store.origins()]
    store.close()
    return found(world, payloads, requests(folder / "log"), days)


def killed(folder: Path, arguments: list[str], moments: list[float], seed: int) -> int:
    """Follow in a process that is killed soon after each of these days, then let it end; return how often it was."""
    dice, done = Random(seed), 0
    for number, moment in enumerate([*sorted(moments), None], 1):
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.following", "--inside", str(folder), *arguments],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        with process.stdout:
            process.stdout.readline()
            if moment is not None and _comes_to(process, folder / "log", moment * 86400):
                time.sleep(dice.uniform(0, AFTER))
                os.kill(process.pid, signal.SIGKILL)
                done += 1
            process.wait()
        if process.returncode not in (0, -signal.SIGKILL):
            raise SystemExit(f"the process ended with {process.returncode}")
        if number % max(len(moments) // TOLD, 1) == 0:
            print(f"  {done} kills, day {moment or 0:.1f}", flush=True)
    return done


def _comes_to(process: subprocess.Popen[str], log: Path, moment: float) -> bool:
    """Wait until a run comes to a moment (seconds from the beginning); return whether it lives then."""
    while process.poll() is None:
        if (request := last(log)) is not None and request.at >= moment:
            return True
        time.sleep(0.02)
    return False


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _rows(name: str, result: Found) -> tuple[str, ...]:
    counts = (result.wanted, len(result.lost), len(result.doubled), len(result.strange), result.asked, result.hurried)
    return (name, *(f"{count:,}" for count in counts), f"{result.traffic:.3f}")


def _held(result: Found) -> bool:
    return not (result.lost or result.doubled or result.strange or result.hurried) and result.traffic <= TRAFFIC


def main() -> int:
    """Run both parts, print the table, tell whether the bars hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.following")
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--days", type=float, default=30.0)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=("month", "kills"), help="only one of the two parts")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside is not None:
        world = feeds(options.feeds, options.days, options.seed)
        print("begun", flush=True)
        virtual_time.run(follow(options.inside, world, options.days, options.port))
        return 0
    rows: list[tuple[str, ...]] = []
    bars: list[tuple[str, bool]] = []
    if options.part in (None, "month"):
        with TemporaryDirectory(dir=MEMORY_DISK) as place:
            month, memory = _month(Path(place), options)
        growth = memory[-1] / memory[TOLD // 5 - 1]
        rows.append(_rows("month", month))
        bars.append(("a month: all once, nobody asked too often, traffic within 1.2", _held(month)))
        bars.append((f"memory at the end at most {MEMORY:g} times that after a fifth ({growth:.2f})", growth <= MEMORY))
        _tell(month)
    if options.part in (None, "kills"):
        with TemporaryDirectory(dir=MEMORY_DISK) as place:
            after, kills = _kills(Path(place), options)
        rows.append(_rows(f"{kills} kills", after))
        bars.append((f"after {kills} kills the same", _held(after) and kills >= options.kills))
        _tell(after)
    print(table(("run", "versions", "lost", "doubled", "strange", "requests", "too soon", "traffic"), rows))
    return verdict(bars)


def _tell(result: Found) -> None:
    for what, names in (("lost", result.lost), ("doubled", result.doubled), ("strange", result.strange)):
        print(*(f"{what}: {name}" for name in names[:5]), sep="\n", end="\n" if names else "")


def _cost(began: float) -> str:
    used = sum(resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime for who in _WHO)
    return f"in {time.perf_counter() - began:.0f} s (processor: {used:.0f} s so far)"


def _month(folder: Path, options: argparse.Namespace) -> tuple[Found, list[int]]:
    world, port, began = feeds(options.feeds, options.days, options.seed), free_port(), time.perf_counter()
    begin(folder, world, port)
    memory = virtual_time.run(follow(folder, world, options.days, port, lambda line: print(line, flush=True)))
    print(f"{options.feeds} feeds, {options.days:g} days {_cost(began)}", flush=True)
    return outcome(folder, world, options.days), memory


def _kills(folder: Path, options: argparse.Namespace) -> tuple[Found, int]:
    count, days, seed = options.feeds, options.days, options.seed + 1
    world, port, began = feeds(count, days, seed), free_port(), time.perf_counter()
    begin(folder, world, port)
    inside = ["--feeds", count, "--days", days, "--seed", seed, "--port", port]
    dice = Random(options.seed)
    moments = [dice.uniform(0, days * 0.99) for _ in range(options.kills)]
    kills = killed(folder, [str(each) for each in inside], moments, options.seed)
    print(f"{count} feeds, {days:g} days and {kills} kills {_cost(began)}", flush=True)
    return outcome(folder, world, days), kills


if __name__ == "__main__":
    sys.exit(main())
