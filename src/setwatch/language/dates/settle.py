"""From what words say to a value: the year that they leave open, the side of the base, the days, the EDTF text."""

from datetime import date, timedelta

from msgspec.structs import replace

from setwatch.language.dates import calendar_days as reckon
from setwatch.language.dates.parts import Lean, Part

Days = tuple[date, date]

AGAINST = {0: 1, 1: 2, 2: 6}
"""How many times as far a date may lie on the side that the words speak for, by how strongly they do.

Tuned on four productions of the annotated corpus; between 4 and 10 for strong words nothing changes.
"""
OWN_MONTH = 366
"""The cost in days of `it stopped in March` said by 20 March: of their own month people say `this month`."""
AHEAD = {Lean.FUTURE: 1, Lean.PAST: -1}


def edtf_of(part: Part, days: Days | None) -> str:
    """Return the EDTF text of a part whose year is settled, or `XXXX-...`."""
    if part.window or part.grain in ("week", "days") or part.nth or part.holiday or part.grain == "weekend":
        return _edtf_of_days(part, days)
    year = f"{part.year:04d}" if part.year is not None else "XXXX"
    if part.division in (41, 42):
        first = 1 if part.division == 41 else 7
        return f"{year}-{first:02d}/{year}-{first + 5:02d}"
    if part.division:
        return f"{year}-{part.division}"
    if part.month is None:
        return year
    if part.day is None or part.grain in ("month", "weekend"):
        return f"{year}-{part.month:02d}"
    return f"{year}-{part.month:02d}-{part.day:02d}"


def _edtf_of_days(part: Part, days: Days | None) -> str:
    """Return the EDTF text of known days; a weekend and a holiday are their month, years and months ago theirs."""
    if days is None:
        if part.holiday and not part.holiday.startswith("easter"):
            return f"XXXX-{part.holiday[:2]}"
        return f"XXXX-{part.month:02d}" if part.month else "XXXX"
    first, last = days
    if part.grain in ("weekend", "holiday", "month"):
        return first.isoformat()[:7]
    if part.grain in ("year", "decade"):
        return first.isoformat()[:4]
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def days_in(part: Part, year: int) -> Days | None:
    """Return the days of a part in a year, None where the calendar has them not."""
    try:
        if part.division:
            return reckon.division_window(year, part.division)
        if part.holiday:
            day = reckon.holiday(part.holiday, year)
        elif part.month and part.nth and part.weekday:
            day = reckon.nth_weekday(year, part.month, part.weekday, part.nth)
        elif part.month and part.nth:
            return _nth_week(year, part.month, part.nth)
        elif part.month and part.day is None:
            return reckon.month_window(year, part.month)
        elif part.month and part.day:
            day = date(year, part.month, part.day)
        else:
            return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError):
        return None
    return _around(part, day) if day else None


def _nth_week(year: int, month: int, nth: int) -> Days:
    """Return the nth week of a month: weeks belong to the month of their Thursday, as ISO 8601's to the year."""
    first, last = reckon.month_window(year, month)
    if nth == -1:
        start = last - timedelta(days=(last.weekday() - 3) % 7 + 3)
    else:
        start = first + timedelta(days=(3 - first.weekday()) % 7 - 3 + 7 * (nth - 1))
    return start, start + timedelta(days=6)


def _around(part: Part, day: date) -> Days:
    """Return the week, weekend or month of a day where that is what the words name."""
    if part.grain == "week":
        return reckon.monday(day), reckon.monday(day) + timedelta(days=6)
    if part.grain == "month":
        return reckon.month_window(day.year, day.month)
    return day, day


def _nearest(options: list[Days], base: date, lean: Lean, cue: int) -> Days:
    """Return the one of several days that the words mean: by order, or the nearest, the cue weighing in."""
    ahead = AHEAD.get(lean, 0)
    if ahead > 0:
        return min((each for each in options if each[1] >= base), default=options[-1])
    if ahead < 0:
        return max((each for each in options if each[0] < base), default=options[0])

    def cost(days: Days) -> float:
        if days[0] <= base <= days[1]:
            return OWN_MONTH if cue < -1 and days[0] < days[1] and base.day <= 20 else 0
        after = days[0] > base
        distance = (days[0] - base).days if after else (base - days[1]).days
        return distance * (AGAINST[abs(cue)] if after == (cue < 0) else 1)

    return min(options, key=cost)


SPAN = 8
"""How many years the next 29 February may lie away."""


def _decade(decade: int, base: date, lean: Lean) -> Days:
    """Return the days of the next or the last such decade."""
    first = next(y for y in range(base.year - base.year % 10, base.year - 110, -10) if y % 100 == decade)
    year = first + 100 if lean is Lean.FUTURE else first
    return date(year, 1, 1), date(year + 9, 12, 31)


def _open_year(part: Part, base: date, lean: Lean, cue: int) -> tuple[Part, Days] | None:
    around = SPAN if (part.month, part.day) == (2, 29) else 3 if part.weekday else 2
    years = range(max(1, base.year - around), min(9998, base.year + around) + 1)
    options = [days for year in years if (days := days_in(part, year)) is not None]
    if part.weekday and part.nth is None and lean is Lean.WORDS:
        options = [days for days in options if days[0].isoweekday() == part.weekday] or options
    if not options:
        return None
    days = _nearest(options, base, lean, cue)
    year = days[0].year if part.grain != "week" else days[0].year + (days[0].month == 12 and part.month == 1)
    return replace(part, year=year), days


def _weekday(part: Part, base: date, lean: Lean, cue: int) -> Days:
    ahead = ((part.weekday or 1) - base.isoweekday()) % 7
    if lean is Lean.FUTURE or (lean is Lean.WORDS and cue > 0):
        day = base + timedelta(days=ahead or (7 if lean is Lean.FUTURE else 0))
    else:
        day = base - timedelta(days=(-ahead) % 7 or (7 if lean is Lean.PAST else 0))
    return day, day


def _nth_day(part: Part, base: date, lean: Lean, cue: int) -> Days | None:
    """Return the day of a month that is not named."""
    options = []
    for shift in range(-2, 3):
        month = reckon.shifted(base.replace(day=1), months=shift)
        try:
            day = month.replace(day=part.day or 1) if month else None
        except ValueError:
            continue
        if day:
            options.append(_around(part, day))
    return _nearest(options, base, lean, cue) if options else None


def settle(part: Part, base: date | None, lean: Lean, cue: int) -> tuple[str, Days | None] | None:
    """Return the EDTF text and the days of a part (None: no year); None where it is no date.

    `cue` is above 0 where the words around speak of what is to come, below 0 of what is past: 2 plainly, 1 weakly.
    """
    days: Days | None
    if part.window:
        days = part.window
    elif part.decade is not None:
        if base is None or not 200 < base.year < 9000:
            return None
        days = _decade(part.decade, base, lean)
    elif part.weekday and not part.month:
        if base is None:
            return None
        days = _weekday(part, base, lean, cue)
        part = replace(part, window=days)
    elif part.day and not part.month:
        days = _nth_day(part, base, lean, cue) if base else None
        if days is None:
            return None
        part = replace(part, window=days)
    elif part.year is not None:
        days = days_in(part, part.year)
        if days is None:
            return None
    elif base is None or part.relative_year:
        days = None
    else:
        settled = _open_year(part, base, lean, cue)
        if settled is None:
            return None
        part, days = settled
    text = edtf_of(part, days)
    return text, (edged(part, days, base) if days and part.edge else days)


HALVES = {"early", "late"}
THIRDS = {"beginning", "middle", "end"}


def edged(part: Part, days: Days, base: date | None) -> Days:
    """Return the days that `early`, `mid`, `late` and the like leave of a stretch."""
    first, last = days
    edge = part.edge or ""
    one = timedelta(days=1)
    if edge == "later" and base and first <= base <= last:
        return base, last
    if edge == "earlier" and base and first < base <= last:
        return first, base - one
    length = (last - first).days + 1
    if length == 1 or edge == "in":
        return days
    if part.grain == "week":
        cuts = {"mid": (1, 4), "middle": (1, 4), "early": (0, 2), "beginning": (0, 2)}
        a, b = cuts.get(edge, (3, 6))
        return first + a * one, first + b * one
    if edge in ("mid", "middle") and length < 40:
        return first + 9 * one, first + 19 * one
    if length > 300 and edge in THIRDS:
        months = {"beginning": (1, 4), "middle": (5, 8), "end": (9, 12)}[edge]
        return date(first.year, months[0], 1), reckon.month_window(first.year, months[1])[1]
    if length > 300 and edge in HALVES:
        months = (1, 6) if edge == "early" else (7, 12)
        return date(first.year, months[0], 1), reckon.month_window(first.year, months[1])[1]
    if length < 40 and edge in ("early", "beginning"):
        return first, first + 14 * one
    if length < 40 and edge in ("late", "end"):
        return first + 15 * one, last
    return days
