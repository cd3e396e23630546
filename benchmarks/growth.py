"""What one more document costs, by how many are there already: capture, reading, tracing and an answer that touches it.

Invented productions, a hundred documents each over three years, in stories of 1 to 12 documents with copies and shared
posts. The watch list is the same at every size. All is read and traced before; then one document each comes in for some
productions, and after each the trails of its address and the record of its production are asked for. Seconds are of
this process on the processor, the median of the documents. Bar: the dearest of 10^3, 10^4 and 10^5 documents costs at
most twice the cheapest. The plot is `benchmarks/growth.svg`.

    python -m benchmarks.growth [--sizes N,N,...] [--seconds LIMIT]

The store grows from size to size, its documents read by all processors. A size that is not filled and measured within
LIMIT seconds (default 3600) of the start counts as missed. Exit code 0 if the bar holds at all three sizes.
"""

import argparse
import io
import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from math import log10
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, process_time

from benchmarks.table import table, verdict
from setwatch.capture import captures_of
from setwatch.desk import Desk, read_capture
from setwatch.desk.upkeep import BATCH, basis_of
from setwatch.model import Capture, Production, Reading
from setwatch.store import Store
from setwatch.tracing import place_of

SIZES = (1_000, 10_000, 100_000)
BAR = 2.0
ADDED = 9
"""Documents added at each size, each to another production; the median counts."""
NOW = datetime(2040, 1, 1, tzinfo=UTC)
"""When all documents count as captured."""
EACH = 100
"""Documents that one production gets."""
FIRST = ("Copper", "Velvet", "Hollow", "Winter", "Paper", "Silent", "Amber", "Broken", "Distant", "Golden")
STEMS = ("Har", "Lan", "Mor", "Tel", "Quin", "Bas", "Vel", "Dor", "Kes", "Fen")
ENDS = ("bour", "tern", "row", "mark", "wick", "stone", "field", "mere", "gate", "holm")
PRODUCTIONS = tuple(Production(f"The {first} {stem}{end}") for first in FIRST for stem in STEMS for end in ENDS)
EVENTS = (
    "{title} opens in cinemas on {day} {month} 2031, Lantern Pictures said.",
    "A video of a stunt on the set of {title} was first shared on TikTok by @{fan} and shows a boat on fire.",
    "Filming of {title} has begun in Bergen, and is expected to go on until {month}.",
    "{title} has been delayed. It now opens in cinemas on {day} {month} 2032.",
)
MONTHS = ("March", "May", "June", "July", "October", "December")
WORDS = tuple(f"{stem.lower()}{end}{tail}" for stem in STEMS for end in ENDS for tail in ("ing", "ed", "ly", "er"))


def documents(seed: int) -> Iterator[bytes]:
    """Yield documents without end, each as a JSON line: production after production, story after story."""
    for number in range(sys.maxsize):
        yield from of_production(number, seed)


def of_production(number: int, seed: int) -> Iterator[bytes]:
    """Yield the documents of one production, each as a JSON line."""
    dice = random.Random(f"{seed} {number}")
    production = PRODUCTIONS[number % len(PRODUCTIONS)]
    day, left, story = date(2020, 1, 1) + timedelta(dice.randrange(2000)), EACH, 0
    while left > 0:
        day += timedelta(dice.randrange(1, 40))
        size = min(left, dice.randint(1, 12))
        yield from _story(dice, production.name, day, f"{seed}-{number}-{story}", size)
        left, story = left - size, story + 1


def _story(dice: random.Random, title: str, day: date, name: str, size: int) -> Iterator[bytes]:
    said = dice.choice(EVENTS).format(
        title=title, day=dice.randint(1, 28), month=dice.choice(MONTHS), fan=f"fan{dice.randrange(10**6)}"
    )
    first = ""
    for number in range(size):
        own = " ".join(dice.choices(WORDS, k=60))
        text = first if first and dice.random() < 0.3 else f"{said} {own}."  # a third are copies
        first = first or text
        published = day + timedelta(dice.randrange(3))
        row = {"url": f"https://paper{dice.randrange(40)}.example/{name}-{number}", "text": f"{published}\n\n{text}"}
        yield json.dumps(row).encode()


def read_line(line: bytes) -> tuple[Capture, Reading]:
    """Return the capture of a JSON line and its reading, as a desk makes them."""
    (capture,) = (c for c in captures_of(io.BytesIO(line), NOW) if isinstance(c, Capture))
    return capture, read_capture(capture, PRODUCTIONS)


def fill(path: Path, lines: Iterable[bytes], until: float) -> bool:
    """Read these into a store as `Desk.add` does, on all processors; False where time is up before the end."""
    basis = basis_of(tuple(sorted(PRODUCTIONS, key=lambda production: production.name)))
    store = Store(path)
    with get_context("spawn").Pool() as pool:
        done = pool.imap(read_line, lines, chunksize=BATCH)
        while batch := list(islice(done, BATCH)):
            store.keep_captures([capture for capture, _ in batch])
            store.keep_derived([reading for _, reading in batch], [], basis, lambda found: place_of(found, PRODUCTIONS))
            if monotonic() > until:
                return False
    store.close()
    return True


def cost(path: Path, seed: int) -> float:
    """Return the seconds that one more document costs the desk of a store: the median of some."""
    found = []
    with Desk.open(path, lambda: NOW) as desk:
        desk.tracing()
        for number in range(ADDED):
            title, line = PRODUCTIONS[number].name, next(of_production(number, seed))
            desk.record(title)
            began = process_time()
            assert desk.add([io.BytesIO(line)]).read == 1
            desk.trails(json.loads(line)["url"])
            desk.record(title)
            found.append(process_time() - began)
    return median(found)


def measure(sizes: Sequence[int], seconds: float) -> Iterator[tuple[int, float]]:
    """Yield what one more document costs at each of these sizes that is reached in time."""
    until = monotonic() + seconds
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite3"
        with Desk.open(path, lambda: NOW) as desk:
            desk.watch(PRODUCTIONS)
        lines, there = documents(1), 0
        for seed, size in enumerate(sorted(sizes), 2):
            if not fill(path, islice(lines, size - there), until):
                break
            yield size, cost(path, seed)
            there = size


def plot(measured: dict[int, float]) -> str:
    """Return an SVG of milliseconds by documents, both logarithmic."""
    points = [(60 + 120 * (log10(size) - 2), 260 - 50 * log10(1000 * cost)) for size, cost in measured.items()]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    marks = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in points)
    texts = "".join(f'<text x="{60 + 120 * (n - 2)}" y="285">10^{n}</text>' for n in range(2, 6))
    texts += "".join(f'<text x="5" y="{264 - 50 * n}">10^{n} ms</text>' for n in range(6))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" font-size="12" font-family="sans-serif">'
        f'<polyline points="{line}" fill="none" stroke="black"/>{marks}{texts}</svg>\n'
    )


def main() -> int:
    """Measure every size, print the table, draw the plot, tell whether the bar holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--seconds", type=float, default=3600.0)
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    measured = {}
    for size, found in measure(sizes, options.seconds):
        measured[size] = found
        print(f"{size:,} documents: {1000 * found:.0f} ms for one more", file=sys.stderr, flush=True)
    rows = [(f"{n:,}", f"{1000 * measured[n]:.0f}" if n in measured else "not in time") for n in sizes]
    print(table(("documents there", "ms for one more"), rows))
    if set(SIZES) <= set(measured):
        Path(__file__).with_suffix(".svg").write_text(plot(measured), encoding="utf-8")
    flat = bool(measured) and max(measured.values()) <= BAR * min(measured.values())
    return verdict(
        [
            (f"at most {BAR:g} times between the sizes that were measured", flat),
            ("measured at 10^3, 10^4 and 10^5", set(SIZES) <= set(measured)),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
