"""Dates in text against the cases of Recognizers-Text: `python -m benchmarks.dates [DIR]`.

DIR (`../shared/dates`) holds `DateParser.json` and `DatePeriodParser.json`: sentences with a reference time, the words
of each date, and the days that they mean, once as the next and once as the last such date. Bars: at least 90 % of the
cases of DateParser right and at least 75 % of DatePeriodParser; every case counts, none is left out.

A case is right if exactly its dates are found: the same words (but for articles, prepositions and stops at their ends)
and the same days, read once towards the future and once towards the past. In DateParser a date is a single day, in
DatePeriodParser more than that; what is found of the other sort is not looked at, as the data do. A date that the
calendar has not (`Feb 30`) must not be found. The data end most periods on the day after their last, but `to October
22` on the 22nd and `2014 to 2018` on 1 January 2018; so the last day, the day after it, and the first day of the last
part of a range count as the end. Seasons, which the data leave without days, are compared by season and year.

Setwatch has two rows: all readings, the loose ones too (these sentences are notes about one's own today), and those
that `find_dates` gives for news. Beside them dateparser, if `make peers` has been run; its period (day, week, month,
year) is widened to days.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

try:
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates
except ImportError:  # `make peers` has not been run
    DateDataParser = search_dates = None

from benchmarks.table import table, verdict
from setwatch.language.dates.calendar_days import monday, month_window
from setwatch.language.dates.find import search
from setwatch.language.dates.parts import Lean

BARS = {"DateParser": 0.90, "DatePeriodParser": 0.75}
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
SMALL_WORDS = re.compile(r"^(?:(?:the|on|in|for|my|at|of|from|by|during|between)\b|[\s.,])+|[\s.,]+$", re.IGNORECASE)
INVALID = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Read:
    """A date as a reader gives it: its words, its days, its EDTF value where it has one, and other ends it may have."""

    words: str
    first: date | None
    last: date | None
    edtf: str = ""
    ends: frozenset[date] = frozenset()
    period: bool = False


Reader = Callable[[str, datetime | None, Lean], list[Read]]


def setwatch_reader(loose: bool) -> Reader:
    """Return the reader that is ours, with the loose readings or without."""

    def read(text: str, base: datetime | None, lean: Lean) -> list[Read]:
        found = search(text, base.date() if base else None, "en", lean=lean, loose=loose)
        return [
            Read(
                text[each.start : each.end],
                each.first,
                each.last,
                each.edtf,
                frozenset({each.ends[1].first} if each.ends and each.ends[1].first else ()),
                each.first != each.last or each.grain in ("stretch", "range", "days"),
            )
            for each in found
        ]

    return read


def dateparser_reader() -> Reader | None:
    """Return the reader of dateparser, None where it is not installed."""
    if DateDataParser is None:
        return None

    def read(text: str, base: datetime | None, lean: Lean) -> list[Read]:
        settings: dict[str, Any] = {"PREFER_DATES_FROM": lean.value}
        if base:
            settings["RELATIVE_BASE"] = base
        found = []
        for words, _ in search_dates(text, languages=["en"], settings=settings) or []:
            data = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
            if data.date_obj:
                first, last = _widened(data.date_obj.date(), data.period)
                found.append(Read(words, first, last, period=first != last))
        return found

    return read


def _widened(day: date, period: str) -> tuple[date, date]:
    if period == "week":
        return monday(day), monday(day) + timedelta(days=6)
    if period == "month":
        return month_window(day.year, day.month)
    if period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def _core(words: str) -> str:
    return SMALL_WORDS.sub("", words.lower())


def _season(timex: str) -> str | None:
    match = re.fullmatch(r"(?:(\d{4})-)?(SP|SU|FA|WI)", timex)
    return f"{match[1] or ''}-{SEASONS[match[2]]}" if match else None


def _days(resolution: dict[str, str]) -> tuple[date | None, date | None]:
    first = resolution.get("date") or resolution.get("startDate")
    last = resolution.get("date") or resolution.get("endDate")
    return (date.fromisoformat(first) if first else None), (date.fromisoformat(last) if last else None)


def _same(read: Read, result: dict[str, Any], lean: Lean) -> bool:
    """Whether a reading is the result's."""
    if _core(read.words) != _core(result["Text"]):
        return False
    value = result["Value"]
    season = _season(value["Timex"])
    if season:
        return read.edtf.endswith(season)
    first, last = _days(value["FutureResolution" if lean is Lean.FUTURE else "PastResolution"])
    if read.first != first or read.last is None or last is None:
        return False
    return last in {read.last, read.last + timedelta(days=1), *read.ends}


def right(case: dict[str, Any], read: Reader, periods: bool) -> bool:
    """Whether a reader finds exactly the dates of a case, read towards the future and towards the past."""
    told = case.get("Context", {}).get("ReferenceDateTime")
    base = datetime.fromisoformat(told) if told else None
    expected = [each for each in case["Results"] if INVALID not in str(each["Value"])]
    for lean in (Lean.FUTURE, Lean.PAST):
        found = [each for each in read(case["Input"], base, lean) if each.period == periods]
        if len(found) != len(expected) or not all(map(lambda f, e: _same(f, e, lean), found, expected)):
            return False
    return True


def cases(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    data: list[dict[str, Any]] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
    return data


def wrong(folder: Path, name: str, read: Reader) -> Iterator[dict[str, Any]]:
    """Yield the cases of a file that a reader has not right."""
    return (each for each in cases(folder, name) if not right(each, read, "Period" in name))


def main(argv: list[str]) -> int:
    """Print the table and the bars; return the exit code."""
    folder = Path(argv[0] if argv else "../shared/dates")
    readers: dict[str, Reader | None] = {
        "setwatch": setwatch_reader(True),
        "setwatch, as in news": setwatch_reader(False),
        "dateparser": dateparser_reader(),
    }
    rows, shares = [], {}
    for label, read in readers.items():
        if read is None:
            rows.append([label, *["not installed: make peers"] * len(BARS), ""])
            continue
        begun, row, count = time.perf_counter(), [], 0
        for name in BARS:
            total = len(cases(folder, name))
            good = total - sum(1 for _ in wrong(folder, name, read))
            shares[label, name] = good / total
            row.append(f"{good}/{total} {good / total:.1%}")
            count += 2 * total
        rows.append([label, *row, f"{(time.perf_counter() - begun) * 1000 / count:.2f}"])
    print(table(["", *BARS, "ms a sentence"], rows))
    return verdict([(f"{name} >= {bar:.0%}", shares["setwatch", name] >= bar) for name, bar in BARS.items()])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
