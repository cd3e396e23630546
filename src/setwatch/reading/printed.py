"""Whole dates as pages and posts print them, in the languages of `months.toml`.

A small grammar of its own: it is run over signatures and headers, where only whole dates are of interest.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from setwatch.model import valid_day

_MONTHS: dict[str, int] = {
    name: number
    for months in tomllib.loads(files(__package__).joinpath("months.toml").read_text(encoding="utf-8")).values()
    for number, names in enumerate(months, 1)
    for name in names
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_OF = r"(?:\s(?:de|del|of|den)\b)?"

WHOLE = re.compile(
    rf"""(?<![\w/.,-])(?:
      (?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th|er|º|ª)?[ \xa0]?{_OF}[ \xa0-]?
      (?P<m1>{_MONTH})\.?,?{_OF}[ \xa0-]?(?P<y1>{_YEAR})
    | (?P<m2>{_MONTH})\.?[ \xa0](?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?{_OF}[ \xa0](?P<y2>{_YEAR})
    | (?P<y3>{_YEAR})\.?[ \xa0](?P<m3>{_MONTH})\.?[ \xa0](?P<d3>\d{{1,2}})\b
    | (?P<y4>{_YEAR})(?P<s4>[-/.])[ ]?(?P<m4>\d{{1,2}})(?P=s4)[ ]?(?P<d4>\d{{1,2}})
    | (?P<y5>{_YEAR})[年년][ ]?(?P<m5>\d{{1,2}})[月월][ ]?(?P<d5>\d{{1,2}})[日일]
    | (?P<n6>\d{{1,2}})(?P<s6>[-/.])[ ]?(?P<o6>\d{{1,2}})(?P=s6)[ ]?(?P<y6>{_YEAR})
    )(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)

_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)

LONGEST_DATE = 34
"""Characters of a date at most: `30 de septiembre de` and a year."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole date: `edtf` is the day, `start` and `end` where it stands."""

    edtf: str
    start: int
    end: int


def printed_dates(text: str, start: int = 0, end: int | None = None, month_first: bool = False) -> Iterator[Printed]:
    """Yield the whole dates of `text` between two offsets; `month_first` decides `4/10/2020`."""
    stop = len(text) if end is None else end
    for year in _A_YEAR.finditer(text, start, stop):
        match = WHOLE.search(text, max(start, year.start() - LONGEST_DATE), min(stop, year.end() + LONGEST_DATE))
        edtf = _edtf(match, month_first) if match else None
        if match and edtf:
            yield Printed(edtf, match.start(), match.end())
            start = match.end()


def date_at(text: str, start: int, reach: int) -> Printed | None:
    """Return the first whole date that begins within `reach` characters after `start`."""
    date = next(printed_dates(text, start, min(len(text), start + reach + LONGEST_DATE), month_first=True), None)
    return date if date and date.start <= start + reach else None


def _edtf(match: re.Match[str], month_first: bool) -> str | None:
    if match["y6"]:
        first, second = int(match["n6"]), int(match["o6"])
        dotted = "." in match.group()
        month_first = second > 12 or (month_first and first <= 12 and not dotted)
        year, month, day = int(match["y6"]), *((first, second) if month_first else (second, first))
    else:
        form = next(n for n in "12345" if match[f"y{n}"])
        name = match[f"m{form}"]
        month = int(name) if name.isdecimal() else _MONTHS[name.casefold()]
        year, day = int(match[f"y{form}"]), int(match[f"d{form}"])
    return f"{year:04}-{month:02}-{day:02}" if valid_day(year, month, day) else None
