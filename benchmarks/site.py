"""How fast the site answers, by how many documents are there: pages per second, and the time to the first byte.

Invented productions as in `benchmarks.growth`. A reader goes from page to page: the first page, records, records on a
date, documents, searches, footage, outlets and feeds, each asked for the first time (nothing in memory) and then again.
Pages are made in this process, one after the other, without a network; ledgers are up to date before, as
`setwatch serve` keeps them.

Bars, at every size: no page over 200 KB; 99 of 100 pages within 50 ms, once the site has been asked for them; and, of
pages that are asked for the first time, half within 50 ms.

    python -m benchmarks.site [--sizes N,N,...] [--store FOLDER]

A store goes on where the one of the size before it ended, as the documents of that one are the first of its own.
`--store` keeps the stores, so that a second run need not fill them. Exit code 0 if all bars hold at all three sizes.
"""

import argparse
import hashlib
import json
import math
import random
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

import msgspec
from starlette.testclient import TestClient

from benchmarks.growth import EACH, NOW, PRODUCTIONS, documents
from benchmarks.growth import fill as fill_with
from benchmarks.growth import of_production as made_of_production
from benchmarks.table import table, verdict
from setwatch.desk import Desk
from setwatch.desk.upkeep import basis_of
from setwatch.model import Capture, Reading
from setwatch.publish.addresses import Addresses
from setwatch.store import Store, of_production
from setwatch.tracing import place_of
from setwatch.web import create_app, links
from setwatch.web.ahead import prepare

SIZES = (1_000, 10_000, 100_000)
SLOWEST = 0.050
"""Seconds to the first byte."""
BIGGEST = 200_000
READ = 10_000
"""Documents that are read; those beyond are the same under other titles, put in with their readings."""
ASKED = 200
"""Pages asked for at each size."""
HERE = Addresses("/")
ALL, ALARMS = (HERE.feed(what, None, "atom") for what in ("all", "alarms"))
WORDS = ("TikTok", "boat on fire", "Lantern Pictures", "delayed", "harbour", "paper7")


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds to the first byte, first and once asked for; the biggest page in bytes."""

    first: list[float]
    again: list[float]
    biggest: int


def fill(path: Path, size: int, smaller: Path | None) -> None:
    """Make a store of so many documents at `path` and bring its ledgers up to date; go on where it was left off.

    `smaller` is a store with the first of these documents.
    """
    if smaller is not None and not path.exists():
        with closing(sqlite3.connect(smaller)) as store:
            store.execute("VACUUM INTO ?", (str(path),))
    with Desk.open(path, lambda: NOW) as desk:
        desk.watch(PRODUCTIONS)
    there = rows(path)
    if there < min(size, READ):
        fill_with(path, islice(documents(1), there, min(size, READ)), math.inf)
    if size > READ:
        retell(path, size)
    with Desk.open(path, lambda: NOW) as desk:
        for production in PRODUCTIONS:
            desk.board.bring_up(production.name)


def retell(path: Path, size: int) -> None:
    """Put in the documents of productions that were read again under the other titles of the same length."""
    watched = tuple(sorted(PRODUCTIONS, key=lambda production: production.name))
    read = [production.name for production in PRODUCTIONS[: READ // EACH]]
    store = Store(path)
    for number, name in list(enumerate(production.name for production in PRODUCTIONS))[READ // EACH : size // EACH]:
        if store.places.showing([of_production(name)]):
            continue
        source = next((known for known in read if len(known) == len(name)), None)
        if source is None:
            fill_with(path, made_of_production(number, 1), math.inf)
            read.append(name)
            continue
        pairs = [retold(store.capture(r.document.version), r, source, name) for r in readings_of(store, source)]
        store.keep_captures([capture for capture, _ in pairs])
        store.keep_derived([r for _, r in pairs], [], basis_of(watched), lambda found: place_of(found, PRODUCTIONS))
        read.append(read.pop(read.index(source)))  # another one next time
    store.close()


def readings_of(store: Store, name: str) -> tuple[Reading, ...]:
    """Return the readings of a production."""
    watched = tuple(sorted(PRODUCTIONS, key=lambda production: production.name))
    return store.readings_with(basis_of(watched), of_production(name))


def retold(capture: Capture, reading: Reading, source: str, name: str) -> tuple[Capture, Reading]:
    """Return a capture and its reading under another title of the same length, on a page of its own."""
    row = json.loads(capture.payload)
    page = f"{row['url']}-{name.replace(' ', '-')}"
    payload = json.dumps({"url": page, "text": row["text"].replace(source, name)}).encode()
    digest = hashlib.sha256(payload).hexdigest()
    made = msgspec.json.encode(reading).decode().replace(source, name)
    made = made.replace(f'"{row["url"]}"', f'"{page}"').replace(capture.digest, digest)
    told = msgspec.json.decode(made, type=Reading)
    return replace(capture, digest=digest, payload=payload, url=page), told


def rows(path: Path) -> int:
    """Return how many documents are read in a store."""
    with closing(sqlite3.connect(path)) as store:
        return int(store.execute("SELECT count(*) FROM readings").fetchone()[0])


def ways(desk: Desk, size: int) -> list[str]:
    """Return the pages that are asked for."""
    dice = random.Random(size)
    watched = [production.name for production in PRODUCTIONS[: max(1, size // EACH)]]
    found = ["/"]
    while len(found) < ASKED:
        name = dice.choice(watched)
        found.append(links.production(name))
        found.append(links.production(name, "", f"20{dice.randint(20, 25)}-0{dice.randint(1, 9)}-15"))
        found.append(links.production(name, dice.choice(("changes", "stories", "places", "conflicts", "footage"))))
        found += [links.document(hit.version) for hit in desk.search(f'"{name}"', 2)]
        found.append(links.search(f"{dice.choice(WORDS)} {name}"))
        found.append(links.outlet(f"Paper{dice.randrange(40)}"))
        found.append(dice.choice((ALL, ALARMS, HERE.feed("production", name, "atom"))))
    return found[:ASKED]


def measure(path: Path, size: int, smaller: Path | None) -> Measured:
    """Ask for pages of a store of so many documents."""
    fill(path, size, smaller)
    first: list[float] = []
    again: list[float] = []
    biggest = 0
    with Desk.open(path) as desk:
        asked = ways(desk, size)
    with TestClient(create_app(lambda: Desk.open(path)), base_url="http://localhost") as site:
        prepare()  # what `setwatch serve` has loaded, and brought up to date, before anybody asks
        site.get("/static/site.css")
        for times in (first, again):
            for page in asked:
                began = perf_counter()
                answer = site.get(page)
                times.append(perf_counter() - began)
                answer.raise_for_status()
                biggest = max(biggest, len(answer.content))
    return Measured(first, again, biggest)


def p99(times: Sequence[float]) -> float:
    """Return what 99 of 100 times are within."""
    return quantiles(times, n=100)[-1]


def row(size: int, found: Measured) -> tuple[str, ...]:
    """Return the line of the table for one size."""
    ms = (1000 * median(found.first), 1000 * p99(found.first), 1000 * median(found.again), 1000 * p99(found.again))
    each = len(found.again) / sum(found.again)
    return (f"{size:,}", *(f"{value:.1f}" for value in ms), f"{each:.0f}", f"{found.biggest / 1000:.0f}")


def main() -> int:
    """Measure every size, print the table, tell whether the bars hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    found: dict[int, Measured] = {}
    with TemporaryDirectory() as folder:
        smaller: Path | None = None
        for size in sorted(map(int, options.sizes.split(","))):
            path = (options.store or Path(folder)) / f"site-{size}.sqlite3"
            found[size] = measure(path, size, smaller)
            print(f"{size:,} documents measured", file=sys.stderr, flush=True)
            smaller = path
    head = ("documents", "first: ms median", "ms p99", "again: ms median", "ms p99", "pages/s", "KB biggest")
    print(table(head, [row(size, measured) for size, measured in found.items()]))
    return verdict(
        [
            ("no page over 200 KB", all(m.biggest <= BIGGEST for m in found.values())),
            ("asked again, 99 of 100 pages within 50 ms", all(p99(m.again) <= SLOWEST for m in found.values())),
            ("asked first, half of the pages within 50 ms", all(median(m.first) <= SLOWEST for m in found.values())),
            ("measured at 10^3, 10^4 and 10^5", set(SIZES) <= set(found)),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
