"""The quality gate: evaluate, print the score tables, fail where a row is below its floor.

    python -m evaluation.gate CORPUS [SEED ...] [--update [--allow-lower]]

Every folder that is named has its floors in `floors.json` under its own name, with a digest of its data: where the
data changed, floors are to be set again with `--update`, which refuses to lower one unless `--allow-lower` says so.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.__main__ import evaluate
from evaluation.gold import digest, folders

FLOORS = Path(__file__).with_name("floors.json")
OUT = Path(".evaluation")
SHARES = (
    "channel of",
    "character of",
    "conflicts",
    "copies: ",
    "evidence of",
    "footage origin",
    "modality of",
    "post ",
    "published",
    "release history",
    "when of",
)
"""Rows that are shares of what was found or asked for, not precision against recall."""
SLACK = 0.005
"""How far below what was measured a new floor is set: a rounding, not a leeway."""


def main() -> int:
    """Evaluate each folder; return 1 if a row is below its floor or the data is not what the floors are for."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path, nargs="+", help="folders of annotated documents, with or above a score.py")
    parser.add_argument("--update", action="store_true", help="set the floors to what is measured now")
    parser.add_argument("--allow-lower", action="store_true", help="let --update lower a floor")
    options = parser.parse_args()
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    failures = []
    for gold in options.gold:
        rows = measure(gold)
        if options.update:
            failures += raise_floors(floors, gold, rows, options.allow_lower)
        else:
            failures += below(floors.get(gold.name, {}), gold, rows)
    if options.update and not failures:
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for failure in failures:
        print(f"evaluate: {failure}", file=sys.stderr)
    return 1 if failures else 0


def measure(gold: Path) -> dict[str, float]:
    """Run the product over `gold`, print the scorer's table, return the figure of each row: F1, or a share."""
    out = OUT / gold.name
    for folder in folders(gold):
        evaluate(folder, out / folder.name)
    scorer = next(path for path in (gold / "score.py", gold.parent / "corpus" / "score.py") if path.exists())
    table = _score(scorer, gold, out, "--misses", "0")
    print(f"{gold.name}: {table}")
    rows = json.loads(_score(scorer, gold, out, "--json"))["rows"]
    figures = {row["row"]: row["recall" if row["row"].startswith(SHARES) else "f1"] for row in rows}
    return {row: figure for row, figure in figures.items() if figure is not None}


def _score(scorer: Path, gold: Path, out: Path, *options: str) -> str:
    command = [sys.executable, str(scorer), str(gold), str(out), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def below(floors: Mapping[str, Any], gold: Path, rows: Mapping[str, float]) -> list[str]:
    """Return a line for each row below its floor, and one where the data is not what the floors were set on."""
    if floors.get("digest") != digest(gold):
        return [f"{gold.name}: the data is not that of floors.json; look at the table, then set floors with --update"]
    return [
        f"{gold.name}: {row} is {rows.get(row, 0.0):.3f}, its floor is {floor:.3f}"
        for row, floor in floors["floors"].items()
        if rows.get(row, 0.0) < floor
    ]


def raise_floors(floors: dict[str, Any], gold: Path, rows: Mapping[str, float], allow_lower: bool) -> list[str]:
    """Set the floors of `gold` to what was measured; return a line for each that would fall and may not."""
    old = floors.get(gold.name, {}).get("floors", {})
    new = {row: round(max(0.0, value - SLACK), 3) for row, value in sorted(rows.items())}
    fallen = [row for row in old if new.get(row, 0.0) < old[row]]
    kept = new if allow_lower else {row: max(value, old.get(row, 0.0)) for row, value in new.items()}
    failing = [row for row in fallen if rows.get(row, 0.0) < old[row]]
    if failing and not allow_lower:
        return [f"{gold.name}: {row} would fall from {old[row]:.3f} to {rows.get(row, 0.0):.3f}" for row in failing]
    floors[gold.name] = {"digest": digest(gold), "floors": kept}
    return []


if __name__ == "__main__":
    sys.exit(main())
