"""Claims on real entertainment feeds, each judged by hand: precision and recall by property.

    python -m evaluation.feeds [DIR] [--show]

DIR (`../shared/formats/feeds`) holds feeds as they came over the network in 2015 and 2016. `feeds.toml` beside this
file lists what is watched and the floors, `feeds.csv` has a row for each claim: the entry's address, title, property
and value, the verdict, and why. `right`: told there, and found when it was judged. `missed`: told there, and not found
then. `wrong`: found once, and not told there. Exit code 1 if precision or recall is below its floor, or if a claim is
found that no row judges. `--show` prints the rows whose verdict no longer says what is found.
"""

import argparse
import csv
import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.table import table
from setwatch.desk import read_source
from setwatch.model import Kind, Production, Reading

HERE = Path(__file__).parent
FEEDS = Path("../shared/formats/feeds")
CAPTURED = datetime(2026, 11, 1, tzinfo=UTC)
"""When the feeds count as captured: later than all their entries, and the same on every run."""
VERDICTS = ("right", "wrong", "missed")

Fact = tuple[str, str, str, str]
"""The entry's address, the title, the property and the value."""


def main() -> int:
    """Read the arguments, print the table; return 1 if a floor falls or a claim is not judged."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.feeds", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("feeds", type=Path, nargs="?", default=FEEDS, metavar="DIR")
    parser.add_argument("--show", action="store_true", help="print the rows whose verdict is out of date")
    options = parser.parse_args()
    settings = tomllib.loads((HERE / "feeds.toml").read_text(encoding="utf-8"))
    judged = verdicts(HERE / "feeds.csv")
    found = facts(options.feeds, watch_list(settings))
    print(table(("property", "found", "right", "told", "precision", "recall"), rows(judged, found)))
    if options.show:
        for verdict, fact in out_of_date(judged, found):
            print(f"{verdict}: {' | '.join(fact)}")
    failures = [*unjudged(judged, found), *fallen(judged, found, settings["floors"])]
    for failure in failures:
        print(f"feeds: {failure}", file=sys.stderr)
    return 1 if failures else 0


def watch_list(settings: Mapping[str, list[dict[str, object]]]) -> tuple[Production, ...]:
    """Return the productions of `feeds.toml`."""
    return tuple(
        Production(
            name=str(entry["name"]),
            aliases=tuple(str(alias) for alias in aliases) if isinstance(aliases := entry.get("aliases"), list) else (),
            kind=Kind(str(entry["kind"])),
        )
        for entry in settings["watch"]
    )


def verdicts(path: Path) -> dict[Fact, str]:
    """Return the verdict on each fact of the table.

    Raises:
        ValueError: a verdict is none, or a fact is judged twice.
    """
    judged: dict[Fact, str] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            fact = (row["entry"], row["title"], row["property"], row["value"])
            if row["verdict"] not in VERDICTS or fact in judged:
                raise ValueError(f"{path.name}: judge once, as one of {', '.join(VERDICTS)}: {' | '.join(fact)}")
            judged[fact] = row["verdict"]
    return judged


def facts(feeds: Path, watched: tuple[Production, ...]) -> frozenset[Fact]:
    """Return what the product claims of the watched productions on the feeds of a folder."""
    return frozenset(
        (reading.document.document_id, claim.production, claim.property.value, claim.value)
        for path in sorted(feeds.glob("*.xml"))
        for _, reading in read_source(path, watched, CAPTURED)
        if isinstance(reading, Reading)
        for claim in reading.claims
    )


def rows(judged: Mapping[Fact, str], found: frozenset[Fact]) -> list[tuple[object, ...]]:
    """Return a row for each property and one for all: found, right, told, precision, recall."""
    properties = sorted({fact[2] for fact in (*judged, *found)})
    return [
        *((name, *figures(judged, found, name)) for name in properties),
        ("all", *figures(judged, found)),
    ]


def figures(judged: Mapping[Fact, str], found: frozenset[Fact], name: str | None = None) -> tuple[object, ...]:
    """Return how many are found, right and told, then precision and recall to three places (`-`: of nothing)."""
    mine = {fact for fact in found if name in {None, fact[2]}}
    told = {fact for fact, verdict in judged.items() if verdict != "wrong" and name in {None, fact[2]}}
    right = len(mine & told)
    shares = (f"{right / len(whole):.3f}" if whole else "-" for whole in (mine, told))
    return (len(mine), right, len(told), *shares)


def unjudged(judged: Mapping[Fact, str], found: frozenset[Fact]) -> list[str]:
    """Return a line for each claim that no row judges."""
    return [f"judge it in feeds.csv: {' | '.join(fact)}" for fact in sorted(found - judged.keys())]


def fallen(judged: Mapping[Fact, str], found: frozenset[Fact], floors: Mapping[str, float]) -> list[str]:
    """Return a line for precision and recall where they are below their floors."""
    *_, precision, recall = figures(judged, found)
    measured = {"precision": precision, "recall": recall}
    return [
        f"{name} is {measured[name]}, its floor is {floor:.3f}"
        for name, floor in floors.items()
        if measured[name] == "-" or float(str(measured[name])) < floor
    ]


def out_of_date(judged: Mapping[Fact, str], found: frozenset[Fact]) -> Iterator[tuple[str, Fact]]:
    """Yield the facts whose verdict would be another now, with that: `right` for one that was missed and is found."""
    for fact, verdict in judged.items():
        if verdict == "missed" and fact in found:
            yield "right", fact
        elif verdict == "right" and fact not in found:
            yield "missed", fact


if __name__ == "__main__":
    sys.exit(main())
