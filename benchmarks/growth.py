"""What one more document costs, by how many are there already: capture, reading, tracing and an answer that touches it.

Invented productions, a hundred documents each over three years, in stories of 1 to 12 documents with copies and shared
posts. The watch list is the same at every size. Bar: the dearest of 10^3, 10^4 and 10^5 documents costs at most twice
the cheapest. The plot is `benchmarks/growth.svg`.

    python -m benchmarks.growth [--sizes N,N,...] [--seconds LIMIT]

A size that is not filled and measured within LIMIT seconds (default 900) counts as missed. Exit code 0 if the bar holds
at all three sizes.
"""

import argparse
import io
import json
import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from math import log10
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.table import table, verdict
from setwatch.desk import Desk
from setwatch.model import Production

SIZES = (1_000, 10_000, 100_000)
BAR = 2.0
ADDED = 5
"""Documents added at each size; the median counts."""
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
    dice = random.Random(seed)
    for number in range(sys.maxsize):
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


def cost(size: int) -> float:
    """Return the seconds that one more document costs a desk that has `size`: the median of some."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite3"
        with Desk.open(path, lambda: datetime(2040, 1, 1, tzinfo=UTC)) as desk:
            desk.watch(PRODUCTIONS)
            desk.add([io.BytesIO(b"\n".join(islice(documents(1), size)))])
            desk.tracing()
            found = []
            for row in islice(documents(2), ADDED):
                began = perf_counter()
                desk.add([io.BytesIO(row)])
                desk.trails(json.loads(row)["url"])
                desk.record(PRODUCTIONS[0].name)
                found.append(perf_counter() - began)
    return median(found)


def within(seconds: float, size: int) -> float | None:
    """Return `cost(size)`, or None where it is not measured within so many seconds."""
    with get_context("spawn").Pool(1) as pool:  # leaving it ends the process
        wanted = pool.apply_async(cost, (size,))
        wanted.wait(seconds)
        return wanted.get() if wanted.ready() else None


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
    parser.add_argument("--seconds", type=float, default=900.0)
    options = parser.parse_args()
    found = {size: within(options.seconds, size) for size in map(int, options.sizes.split(","))}
    measured = {size: seconds for size, seconds in found.items() if seconds is not None}
    rows = [(f"{n:,}", f"{1000 * c:.0f}" if c is not None else "not in time") for n, c in found.items()]
    print(table(("documents there", "ms for one more"), rows))
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
