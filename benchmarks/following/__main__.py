"""Following a simulated world of feeds for a month: nothing lost, nothing doubled, nobody pestered.

A server on loopback holds 500 feeds that live as feeds do: new and edited items, 304s, 429s, 5xx, slow answers, broken
XML, moved, gone and dead ones. Waiting takes no time (`benchmarks/virtual_time.py`): a month passes in minutes. Bars:
every version that could be seen is captured once; no host is asked more often than its delay; at most 1.2 bytes are
sent for each that conditional requests leave to send; memory at the end is at most 1.2 times that after a fifth.
Then a world of at most 60 feeds and 12 days is followed by a process that is killed (SIGKILL) at 200 random moments:
the same must hold.

    python -m benchmarks.following [--feeds N] [--days N] [--kills N] [--life SECONDS] [--seed N]

Exit code 0 if the bars hold.
"""

import argparse
import asyncio
import os
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
from benchmarks.following.world import BEGIN, Feed, Server, feeds, requests
from benchmarks.table import table, verdict
from benchmarks.virtual_time import VirtualTime
from setwatch.desk.follow import Follower
from setwatch.fetch import Fetcher, Manners
from setwatch.following import first
from setwatch.model import Source, SourceKind
from setwatch.store import Store

TRAFFIC = 1.2
MEMORY = 1.2
KILLED = (60, 12.0)
"""Feeds and days, at most, of the world in which the process is killed."""
MEMORY_DISK = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where stores are laid, so that a month of flushes to disk is not what is waited for."""
LIFE = (0.1, 2.5)
"""Seconds that the process lives after it has begun to ask: at least, and at most if nobody says otherwise."""


async def everywhere(host: str, port: int) -> tuple[str, ...]:
    """Resolve every name to loopback."""
    del host, port
    return ("127.0.0.1",)


async def follow(
    folder: Path, world: dict[str, Feed], days: float, port: int, begun: Callable[[], None] = lambda: None
) -> list[int]:
    """Follow a world from where an earlier run stopped to its end; return resident bytes at each fifth of the way."""
    log = requests(folder / "log")
    clock = VirtualTime(asyncio.get_running_loop(), BEGIN + timedelta(seconds=log[-1].at + 0.001 if log else 0.0))
    serving = await Server(world, folder / "log", clock.now).serve(port)
    store = Store(folder / "store.sqlite3")
    stop = asyncio.Event()
    memory = []
    async with Fetcher("bench@films.example", own_network=True, resolver=everywhere, clock=clock.now) as fetcher:
        manners = Manners(fetcher, store.sources, clock, DELAY)
        dice = Random(len(log))
        follower = Follower(store.sources, fetcher, manners, clock, dice, idle=3600.0)
        running = asyncio.create_task(follower.run(stop, lambda _: None))
        begun()
        for fifth in range(1, 6):
            left = (BEGIN + timedelta(days=days * fifth / 5) - clock.now()).total_seconds()
            if left > 0 and not running.done():
                await clock.sleep(left)
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


def killed(folder: Path, arguments: list[str], kills: int, life: float, seed: int) -> int:
    """Follow in a process that is killed again and again, then let it end; return how often it was killed."""
    dice, done = Random(seed), 0
    while True:
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.following", "--inside", str(folder), *arguments],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(dice.uniform(LIFE[0], life) if done < kills else None)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            done += 1
        else:
            if process.returncode:
                raise SystemExit(f"the process ended with {process.returncode}")
            return done
        finally:
            process.stdout.close()


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
    parser.add_argument("--life", type=float, default=LIFE[1], help="seconds after which a process is killed, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside is not None:
        world = feeds(options.feeds, options.days, options.seed)
        virtual_time.run(follow(options.inside, world, options.days, options.port, lambda: print("begun", flush=True)))
        return 0
    with TemporaryDirectory(dir=MEMORY_DISK) as place:
        month, memory = _month(Path(place), options)
    with TemporaryDirectory(dir=MEMORY_DISK) as place:
        after, kills = _kills(Path(place), options)
    head = ("run", "versions", "lost", "doubled", "strange", "requests", "too soon", "traffic")
    print(table(head, [_rows("month", month), _rows(f"{kills} kills", after)]))
    for what, names in (("lost", month.lost + after.lost), ("doubled", month.doubled), ("strange", month.strange)):
        print(*(f"{what}: {name}" for name in names[:5]), sep="\n", end="\n" if names else "")
    growth = memory[-1] / memory[0]
    return verdict(
        [
            ("a month: all once, nobody asked too often, traffic within 1.2", _held(month)),
            (f"memory at the end at most {MEMORY:g} times that after a fifth ({growth:.2f})", growth <= MEMORY),
            (f"after {kills} kills the same", _held(after) and kills >= options.kills),
        ]
    )


def _month(folder: Path, options: argparse.Namespace) -> tuple[Found, list[int]]:
    world, port, began = feeds(options.feeds, options.days, options.seed), free_port(), time.perf_counter()
    begin(folder, world, port)
    memory = virtual_time.run(follow(folder, world, options.days, port))
    print(f"{options.feeds} feeds, {options.days:g} days in {time.perf_counter() - began:.0f} s")
    return outcome(folder, world, options.days), memory


def _kills(folder: Path, options: argparse.Namespace) -> tuple[Found, int]:
    count, days = min(KILLED[0], options.feeds), min(KILLED[1], options.days)
    world, port = feeds(count, days, options.seed + 1), free_port()
    begin(folder, world, port)
    inside = ["--feeds", count, "--days", days, "--seed", options.seed + 1, "--port", port]
    kills = killed(folder, [str(each) for each in inside], options.kills, options.life, options.seed)
    return outcome(folder, world, days), kills


if __name__ == "__main__":
    sys.exit(main())
