"""The standing rules over dated statements: on how many days is the theatrical date the one that was said last.

    python -m benchmarks.record [DIR] [--misses N]

DIR (by default this folder: 60 invented productions, see `make.py`) holds `docs.jsonl` (a document a line: `id`, `url`,
`published`, `lang`, `text`), `dossier.json` (`titles`: names, or objects with `name`, `aliases`, `kind`) and
`truth.json` (`{title: [[said, date], ...]}`; a date is EDTF, null where the production was left without one; a title
that ends in ` (season 2)` is that season's). Every document is read as the product reads it, all are traced, and the
record is judged at the end of every day from the first word of a title's history to 90 days after the last word on it.

A day is right where the current date in cinemas, of no region, else of the United States, else of the region with most
witnesses, is the last one said by then. Exit code 0 if 0.98 of all days are.
"""

import argparse
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from benchmarks.table import table, verdict
from setwatch.desk import read_capture
from setwatch.model import (
    Channel,
    Claim,
    Kind,
    Production,
    Property,
    Reading,
    Record,
    Tracing,
    Value,
    days_of,
    interval_of,
    take,
)
from setwatch.record import record
from setwatch.tracing import trace

BAR = 0.98
AFTER = timedelta(days=90)
"""How long after the last word a date still has to stand."""
_SEASON = re.compile(r"(.*) \(season (\d+)\)")
_CINEMAS = (None, Channel.THEATRICAL)

Said = tuple[date, str | None]


@dataclass(frozen=True, slots=True)
class Miss:
    """A stretch of days on which the record had another date; `found` may be none."""

    title: str
    first: date
    days: int
    wanted: str | None
    found: str | None


def readings_of(lines: Sequence[str], watched: tuple[Production, ...]) -> tuple[Reading, ...]:
    """Return the readings of the documents, captured when all of them were out."""
    rows = [json.loads(line) for line in lines if line.strip()]
    newest = max((d.last for row in rows if (d := days_of(row.get("published") or ""))), default=date(2100, 1, 1))
    captured = datetime.combine(newest + timedelta(365), time.min, UTC)
    payloads = [json.dumps(row, ensure_ascii=False).encode() for row in rows]
    return tuple(
        read_capture(take(payload, "application/json", captured, row.get("url")), watched)
        for payload, row in zip(payloads, rows, strict=True)
    )


def productions_of(dossier: Mapping[str, Any], wanted: Sequence[str]) -> tuple[Production, ...]:
    """Return what to watch: the titles of the dossier, and those of the truth that it does not have."""
    found: dict[str, Production] = {}
    for item in dossier.get("titles", ()):
        row = {"name": item} if isinstance(item, str) else item
        kind = Kind.SERIES if row.get("kind") == Kind.SERIES else Kind.FILM
        name = str(row.get("name") or row.get("title"))
        found[name] = Production(name, tuple(row.get("aliases") or ()), row.get("franchise"), kind)
    for title in wanted:
        name, _ = season_of(title)
        found.setdefault(name, Production(name))
    return tuple(found.values())


def season_of(title: str) -> tuple[str, int | None]:
    """Return the production and the season that a title of the truth is about."""
    found = _SEASON.fullmatch(title)
    return (found[1], int(found[2])) if found else (title, None)


def date_of(found: Record, season: int | None) -> str | None:
    """Return the release date that a reader of a record is told first: in cinemas, of no region where there is one."""
    heads = [
        value
        for value in found.values
        if value.property is Property.RELEASE_DATE
        and value.head
        and value.channel in _CINEMAS
        and value.season == season
    ]
    value = max(heads, key=_rank).value if heads else Claim.UNDATED
    return None if value == Claim.UNDATED else value


def _rank(value: Value) -> tuple[bool, bool, int, str]:
    return value.region is None, value.region == "US", value.witnesses, value.region or ""


def stretches(
    readings: Sequence[Reading], tracing: Tracing, title: str, begin: date, end: date
) -> Iterator[tuple[date, str | None]]:
    """Yield each day from which another date stands, with that date; the first is `begin`."""
    name, season = season_of(title)
    own = [r for r in readings if any(claim.production == name for claim in r.claims)]
    told = {i.not_after.date() for r in own if (i := interval_of(r.document.published or "")).not_after}
    for day in sorted({begin, *(d for d in told if begin <= d <= end)}):
        known = datetime.combine(day, time(23, 59, 59), UTC)
        yield day, date_of(record(own, tracing, name, known), season)


def judge(readings: Sequence[Reading], tracing: Tracing, title: str, said: Sequence[Said]) -> tuple[int, list[Miss]]:
    """Return the number of days of a title's history, and the stretches of those that are wrong."""
    begin = said[0][0]
    name, _ = season_of(title)
    about = (r.document for r in readings if any(claim.production == name for claim in r.claims))
    own = [days.last for document in about if (days := days_of(document.published or ""))]
    end = max([said[-1][0], *own]) + AFTER
    found = list(stretches(readings, tracing, title, begin, end))
    changes = sorted({begin, *(day for day, _ in found), *(day for day, _ in said)})
    misses = []
    for day, following in zip(changes, [*changes[1:], end + timedelta(1)], strict=True):
        wanted = said[bisect_right([d for d, _ in said], day) - 1][1]
        have = found[bisect_right([d for d, _ in found], day) - 1][1]
        if wanted != have:
            misses.append(Miss(title, day, (following - day).days, wanted, have))
    return (end - begin).days + 1, misses


def main() -> int:
    """Judge every title, print the table, tell whether the bar holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.record")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent, metavar="DIR")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print the N longest stretches that are wrong"
    )
    options = parser.parse_args()
    truth = json.loads((options.folder / "truth.json").read_text(encoding="utf-8"))
    dossier = json.loads((options.folder / "dossier.json").read_text(encoding="utf-8"))
    lines = (options.folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    watched = productions_of(dossier, list(truth))
    readings = readings_of(lines, watched)
    tracing = trace(readings, watched)
    days, misses, rows = 0, [], []
    for title, history in truth.items():
        said = sorted(((date.fromisoformat(day[:10]), value or None) for day, value in history), key=lambda s: s[0])
        if said:
            count, wrong = judge(readings, tracing, title, said)
            days += count
            misses += wrong
            rows.append((title, len(said), count, f"{1 - sum(m.days for m in wrong) / count:.3f}"))
    share = 1 - sum(m.days for m in misses) / max(days, 1)
    print(table(("title", "dates", "days", "right"), [*rows, ("all", "", days, f"{share:.4f}")]))
    for miss in sorted(misses, key=lambda m: -m.days)[: options.misses]:
        print(f"{miss.title}: {miss.first} and {miss.days} days: {miss.found}, not {miss.wanted}")
    return verdict([(f"at least {BAR} of all days are right", share >= BAR)])


if __name__ == "__main__":
    sys.exit(main())
