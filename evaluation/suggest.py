"""What `setwatch suggest` proposes from real entertainment feeds, each title judged by hand.

    python -m evaluation.suggest [DIR] [--show]

DIR (`../shared/formats/feeds`) holds feeds as they came over the network in 2015 and 2016; nothing is watched.
`suggest.csv` beside this file has a row for each title in them. `coming`: a film or series on the making, sale or start
of which they report. `current`: one that runs or has just ended, and that they report on. `credit`: one that is named
to say who somebody is; to propose it is no error, to leave it out neither. All else is none: `book`, `episode`, `song`,
`stage`, `other`. Exit code 1 if fewer than 0.80 of those reported on are proposed, if fewer than 0.80 of the proposed
are films or series, or if one is proposed that no row judges. `--show` prints each title that is missed or wrong.
"""

import argparse
import csv
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.table import table
from setwatch.desk import Desk
from setwatch.model import Suggestion, fold

HERE = Path(__file__).parent
FEEDS = Path("../shared/formats/feeds")
CAPTURED = datetime(2026, 11, 1, tzinfo=UTC)
REPORTED = ("coming", "current")
PRODUCTIONS = (*REPORTED, "credit")
VERDICTS = (*PRODUCTIONS, "book", "episode", "song", "stage", "other")
FLOOR = 0.80


def main() -> int:
    """Read the arguments, print the table; return 1 if a floor falls or a title is not judged."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.suggest", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("feeds", type=Path, nargs="?", default=FEEDS, metavar="DIR")
    parser.add_argument("--show", action="store_true", help="print what is missed and what is wrong")
    options = parser.parse_args()
    judged = verdicts(HERE / "suggest.csv")
    found = proposed(sorted(options.feeds.glob("*.xml")))
    print(table(("verdict", "titles", "proposed", "share"), rows(judged, found)))
    recall, precision = figures(judged, found)
    print(f"proposed of those reported on: {recall:.3f}; films and series of the proposed: {precision:.3f}")
    if options.show:
        names = keys(found)
        for title, verdict in judged.items():
            if (verdict in REPORTED) != (fold(title) in names) and verdict != "credit":
                print(f"{'missed' if verdict in REPORTED else 'wrong'}: {title} ({verdict})")
    failures = [f"judge it in suggest.csv: {each.title}" for each in unjudged(judged, found)]
    failures += [f"{name} is {value:.3f}, its floor is {FLOOR}" for name, value in
                 (("recall", recall), ("precision", precision)) if value < FLOOR]  # fmt: skip
    for failure in failures:
        print(f"suggest: {failure}", file=sys.stderr)
    return 1 if failures else 0


def verdicts(path: Path) -> dict[str, str]:
    """Return the verdict on each title of the table.

    Raises:
        ValueError: a verdict is none, or a title is judged twice.
    """
    judged: dict[str, str] = {}
    folded: set[str] = set()
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["verdict"] not in VERDICTS or fold(row["title"]) in folded:
                raise ValueError(f"{path.name}: judge once, as one of {', '.join(VERDICTS)}: {row['title']}")
            folded.add(fold(row["title"]))
            judged[row["title"]] = row["verdict"]
    return judged


def proposed(sources: Sequence[Path]) -> tuple[Suggestion, ...]:
    """Return what is proposed from these files where nothing is watched."""
    with tempfile.TemporaryDirectory() as folder, Desk.open(Path(folder) / "store.sqlite3", lambda: CAPTURED) as desk:
        desk.add(sources)
        return desk.suggested.found()


def keys(found: Sequence[Suggestion]) -> set[str]:
    """Return the folded names of what is proposed, other wordings too."""
    return {fold(name) for each in found for name in (each.title, *each.also)}


def rows(judged: Mapping[str, str], found: Sequence[Suggestion]) -> list[tuple[object, ...]]:
    """Return a row for each verdict: titles, how many of them are proposed, and their share."""
    names = keys(found)
    listed: list[tuple[object, ...]] = []
    for verdict in VERDICTS:
        titles = [title for title, given in judged.items() if given == verdict]
        if titles:
            there = sum(fold(title) in names for title in titles)
            listed.append((verdict, len(titles), there, f"{there / len(titles):.3f}"))
    return listed


def figures(judged: Mapping[str, str], found: Sequence[Suggestion]) -> tuple[float, float]:
    """Return which share of those reported on is proposed, and which share of the proposed are films and series."""
    names = keys(found)
    reported = [fold(title) for title, verdict in judged.items() if verdict in REPORTED]
    productions = {fold(title) for title, verdict in judged.items() if verdict in PRODUCTIONS}
    right = sum(not productions.isdisjoint(keys([each])) for each in found)
    recall = sum(title in names for title in reported) / len(reported) if reported else 0.0
    return recall, right / len(found) if found else 0.0


def unjudged(judged: Mapping[str, str], found: Sequence[Suggestion]) -> list[Suggestion]:
    """Return what is proposed and no row judges."""
    known = {fold(title) for title in judged}
    return [each for each in found if known.isdisjoint(keys([each]))]


if __name__ == "__main__":
    sys.exit(main())
