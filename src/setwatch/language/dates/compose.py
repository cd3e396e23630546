"""The third level and those above: dates made of dates: `the first Friday of next month`, `late 2020`, ranges."""

from datetime import date, timedelta

from msgspec.structs import replace

from setwatch.language.dates import calendar_days as reckon
from setwatch.language.dates import kinds
from setwatch.language.dates.grammar import Bound, Level
from setwatch.language.dates.parts import Part
from setwatch.language.dates.relative import LEFT_ALONE, shift_of, unit_from
from setwatch.language.dates.tokens import Token

COMPOSED = Level()
EDGED = Level()
RANGES = Level()
Built = tuple[str, Part] | None


def _part(token: Token) -> Part:
    """Return what a token names, a bare year or a weak month too."""
    if token.part is not None:
        return token.part
    if token.kind in (kinds.YEAR, kinds.OLD_YEAR):
        return Part(year=token.number, grain="year")
    if token.kind in (kinds.SEASON, kinds.WEAK_SEASON):
        return Part(division=token.number, grain="season")
    return Part(month=token.number, grain="month")


FULL = {
    kinds.OPEN_DAY: kinds.DAY,
    kinds.OPEN_MONTH: kinds.FULL_MONTH,
    kinds.WEAK_MONTH: kinds.FULL_MONTH,
    kinds.LOW_MONTH: kinds.FULL_MONTH,
    kinds.OPEN_DIVISION: kinds.FULL_DIVISION,
    kinds.SEASON: kinds.FULL_DIVISION,
    kinds.WEAK_SEASON: kinds.FULL_DIVISION,
}


@COMPOSED.rule(
    "p:OPEN_DAY|OPEN_MONTH|WEAK_MONTH|LOW_MONTH|OPEN_DIVISION|SEASONS COMMA? OF? THE? y:RELATIVE_YEAR",
    "THE? p:SEASONS OF THE y:RELATIVE_YEAR",
    "y:RELATIVE_YEAR APOSTROPHE s:WORD p:OPEN_DIVISION|OPEN_MONTH|SEASONS|OPEN_DAY",
)
def of_a_year(bound: Bound) -> Built:
    """`May 27 of next year`, `December of last year`, `the third quarter this year`."""
    if bound.has("s") and bound["s"].name != "s":
        return None
    year, token = bound.part("y"), bound["p"]
    part = replace(_part(token), year=year.year, relative_year=year.relative_year, same_year=year.same_year)
    return FULL[token.kind], part


@COMPOSED.rule("y:RELATIVE_YEAR p:OPEN_DAY|OPEN_MONTH|OPEN_DIVISION|SEASONS")
def year_before(bound: Bound) -> Built:
    """`tavaly ősszel`, in languages that begin with the year."""
    return of_a_year(bound) if bound.context.lexicon.order == "ymd" else None


@COMPOSED.rule("w:BARE_WEEKDAY ON|OF? THE? k:WEEK", "k:WEEK ON? w:BARE_WEEKDAY", "ON w:BARE_WEEKDAY OF? k:WEEK")
def weekday_of_week(bound: Bound) -> Built:
    """`Friday next week`, `next week on Friday`."""
    window = bound.part("k").window
    if window is None:
        return None
    day = window[0] + timedelta(days=(bound.part("w").weekday or 1) - 1)
    return kinds.DAY, Part(window=(day, day))


@COMPOSED.rule(
    "w:BARE_WEEKDAY OPEN d:DAY|OPEN_DAY|PAIR CLOSE",
    "w:BARE_WEEKDAY COMMA|DASH? d:OPEN_DAY|PAIR",
    "w:BARE_WEEKDAY COMMA? d:DAY",
    "DAY OPEN? DASH? d:OPEN_DAY CLOSE?",
)
def weekday_and_day(bound: Bound) -> Built:
    """`Friday (Nov. 19)`, `Friday 2021-11-19`: one day told twice."""
    token = bound["d"]
    if token.part is None:
        return None
    if not bound.has("w"):
        first = bound.row[bound.match.start()].part
        base = first.window[0] if first and first.window else None
        same = base and (base.month, base.day) == (token.part.month, token.part.day)
        return (kinds.DAY, first) if first and same else None
    if token.part.window or token.part.holiday:
        return None
    named = replace(token.part, weekday=bound.part("w").weekday)
    return (kinds.OPEN_DAY if token.kind == kinds.PAIR else token.kind), named


@COMPOSED.rule("k:WEEK BETWEEN|FROM a:BARE_WEEKDAY|WEAK_WEEKDAY AND|TO|DASH b:BARE_WEEKDAY|WEAK_WEEKDAY")
def weekdays_of_week(bound: Bound) -> Built:
    """`next week between Wednesday and Friday`."""
    window = bound.part("k").window
    if window is None:
        return None
    numbers = [token.part.weekday if token.part else token.number for token in (bound["a"], bound["b"])]
    days = [window[0] + timedelta(days=(number or 1) - 1) for number in numbers]
    return kinds.RANGE, Part(window=(days[0], days[1]), grain="days")


def _nth(token: Token) -> int | None:
    if token.kind == kinds.EDGE:
        return -1 if token.name == "end" else None
    return -1 if token.kind == kinds.RELATIVE and token.number == -1 else token.number


@COMPOSED.rule(
    "THE? n:ORDINALS w:BARE_WEEKDAY OF|IN THE? m:OPEN_MONTH|WEAK_MONTH|FULL_MONTH|RELATIVE_MONTH",
)
def nth_weekday(bound: Bound) -> Built:
    """`the first Friday of next month`."""
    part, nth = _part(bound["m"]), bound["n"].number
    if not 1 <= nth <= 5:
        return None
    kind = kinds.DAY if part.year else kinds.OPEN_DAY
    return kind, replace(part, grain="day", weekday=bound.part("w").weekday, nth=nth)


@COMPOSED.rule("THE? n:ORDINALS w:BARE_WEEKDAY")
def nth_weekday_of_this_month(bound: Bound) -> Built:
    """`second Sunday`, in a note."""
    base, nth = bound.context.base, bound["n"].number
    day = reckon.nth_weekday(base.year, base.month, bound.part("w").weekday or 1, nth) if base and nth <= 5 else None
    return (kinds.DAY, Part(window=(day, day), loose=True)) if day else LEFT_ALONE


@COMPOSED.rule(
    "THE? U_WEEK OF|STARTING ON? THE? d:OPEN_DAY|DAY",
    "THE? U_WEEK e:EDGE ON? d:OPEN_DAY|DAY",
    "WEEK_OF d:OPEN_DAY|DAY",
    "THE? u:U_WEEKEND OF|STARTING ON? d:OPEN_DAY|DAY",
    "THE? u:U_MONTH OF d:OPEN_DAY|DAY|OPEN_MONTH|FULL_MONTH",
    "THE? U_MONTH OF m:WEAK_MONTH|LOW_MONTH",
)
def week_of_a_day(bound: Bound) -> Built:
    """`the week of September 18`."""
    if bound.has("m"):
        return kinds.OPEN_MONTH, Part(month=bound["m"].number, grain="month")
    unit, part, kind = bound.get("u"), bound.part("d"), bound["d"].kind
    if bound.has("e") and bound["e"].name != "beginning":
        return None
    if part.grain == "month":
        return kind, part
    return kind, replace(part, grain=unit.name if unit else "week")


@COMPOSED.rule("THE? U_WEEK OF THE n:ORDINALS|NUMERALS")
def week_of_the_nth(bound: Bound) -> Built:
    """`the week of the 18th`."""
    return kinds.OPEN_DAY, Part(day=bound["n"].number, grain="week", loose=True)


@COMPOSED.rule(
    "THE? n:ORDINALS|EDGE U_WEEK OF|IN? THE? p:OPEN_MONTH|WEAK_MONTH|FULL_MONTH|RELATIVE_MONTH|RELATIVE_YEAR|YEAR",
)
def nth_week(bound: Bound) -> Built:
    """`the third week of July`, `the last week of 2015`."""
    part, nth, token = _part(bound["p"]), _nth(bound["n"]), bound["p"]
    if nth is None or not (nth == -1 or 1 <= nth <= 53) or (part.year is None and bound.context.base is None):
        return None
    if part.month is not None:
        if nth > 5:
            return None
        kind = kinds.OPEN_DAY if part.year is None else kinds.DAY
        return kind, replace(part, nth=nth, grain="week")
    year = part.year or token.number
    if not 1 < year < 9999:
        return None
    first = reckon.monday(date(year, 12, 28) if nth == -1 else date(year, 1, 4)) + timedelta(weeks=max(nth - 1, 0))
    return kinds.WEEK, Part(window=(first, first + timedelta(days=6)), grain="week")


@COMPOSED.rule("U_WEEK n:NUMERALS|TWO")
def numbered_week(bound: Bound) -> Built:
    """`week 31`."""
    base = bound.context.base
    number = bound["n"].number
    if base is None or not 1 <= number <= 53 or not 1 < base.year < 9999:
        return LEFT_ALONE
    first = reckon.monday(date(base.year, 1, 4)) + timedelta(weeks=number - 1)
    return kinds.WEEK, Part(window=(first, first + timedelta(days=6)), grain="week", loose=True)


@COMPOSED.rule("THE? n:ORDINALS OF|IN? m:RELATIVE_MONTH")
def nth_of_a_month(bound: Bound) -> Built:
    """`the 20th of next month`."""
    part, number = bound.part("m"), bound["n"].number
    if part.year is None or part.month is None or number > reckon.month_window(part.year, part.month)[1].day:
        return LEFT_ALONE
    return kinds.DAY, replace(part, day=number, grain="day")


@COMPOSED.rule("m:RELATIVE_MONTH|FULL_MONTH COMMA? ON THE? n:ORDINAL")
def month_and_its_nth(bound: Bound) -> Built:
    """`next March, on the 29th`."""
    return nth_of_a_month(bound)


@COMPOSED.rule("FROM|BETWEEN? a:NUMERALS|ORDINALS DASH|TO|AND b:NUMERALS|ORDINALS OF|IN? m:RELATIVE_MONTH")
def days_of_a_month(bound: Bound) -> Built:
    """`from 4 to 22 this month`."""
    part = bound.part("m")
    if part.year is None or part.month is None:
        return None
    last = reckon.month_window(part.year, part.month)[1].day
    a, b = bound["a"].number, bound["b"].number
    if not a < b <= last:
        return None
    return kinds.RANGE, Part(window=(date(part.year, part.month, a), date(part.year, part.month, b)), grain="days")


def _to(base: date | None, length: Part, sign: int) -> Part | None:
    """Return the day that lies a length after (1) or before (-1) the base."""
    if base is None or length.length is None:
        return None
    years, months, days, workdays = length.length
    day = reckon.shifted(base, sign * years, sign * months, sign * days)
    for _ in range(workdays):
        day = reckon.shifted(day, days=sign) if day else None
        while day and day.isoweekday() > 5:
            day = reckon.shifted(day, days=sign)
    return Part(window=(day, day), grain=length.grain, loose=length.loose) if day else None


@COMPOSED.rule("l:LENGTH AGO", "AGO l:LENGTH")
def ago(bound: Bound) -> Built:
    """`two weeks ago`, `il y a deux semaines`."""
    part = _to(bound.context.base, bound.part("l"), -1)
    return (kinds.DAY, part) if part else LEFT_ALONE


@COMPOSED.rule("IN? l:LENGTH HENCE", "IN l:LENGTH")
def hence(bound: Bound) -> Built:
    """`in three weeks`, `two weeks from now`."""
    part = _to(bound.context.base, bound.part("l"), 1)
    if part is None:
        return LEFT_ALONE
    only_in = bound.row[bound.match.end() - 1].kind == kinds.LENGTH
    return kinds.DAY, replace(part, edge="in" if only_in else None)


@COMPOSED.rule("u:WINDOW AFTER THE? x:REL", "THE? u:U_WEEK|U_MONTH|U_YEAR|U_WEEKEND AFTER THE? x:REL")
def after_next(bound: Bound) -> Built:
    """`the week after next`."""
    unit = bound["u"].name or (bound["u"].part or Part()).grain
    if bound["x"].number != 1 or unit not in ("week", "month", "year", "weekend"):
        return None
    return unit_from(bound.context.base, unit, 2)


@COMPOSED.rule(
    "FOR l:LENGTH COMMA? FROM|AFTER d:DAY",
    "FOR? l:LENGTH COMMA? STARTING FROM? d:DAY",
    "WITHIN l:LENGTH FROM|AFTER d:DAY",
)
def stretch_from(bound: Bound) -> Built:
    """`for 3 days from today`, `a week starting tomorrow`."""
    window = bound.part("d").window
    last = _to(window[0], bound.part("l"), 1) if window else None
    if window is None or last is None or last.window is None or last.window[0] <= window[0]:
        return LEFT_ALONE
    return kinds.WINDOW, Part(window=(window[0], last.window[0] - timedelta(days=1)), grain="stretch", loose=True)


@COMPOSED.rule("l:LENGTH x:AFTER|FROM|BEFORE|OF d:DAY|NOW")
def from_a_day(bound: Bound) -> Built:
    """`two days from tomorrow`, `three weeks before today`."""
    day = bound["d"]
    base = bound.context.base if day.part is None else day.part.window[0] if day.part.window else None
    part = _to(base, bound.part("l"), -1 if bound["x"].kind == kinds.WORDS["before"] else 1)
    return (kinds.DAY, part) if part else None


@COMPOSED.rule("THE? x:REL l:LENGTH", "WITHIN THE? x:REL? l:LENGTH")
def stretch(bound: Bound) -> Built:
    """`the next three weeks`, `past few days`, `within 5 days`."""
    base, relative = bound.context.base, bound.get("x")
    shift = shift_of(relative) if relative else 1
    part = _to(base, bound.part("l"), -1 if shift < 0 else 1)
    if base is None or part is None or part.window is None:
        return LEFT_ALONE
    end = part.window[0]
    one = timedelta(days=1)
    if shift < 0:
        window = (end, base - one)
    else:
        start = base + one if relative and not bound.match[0].startswith(kinds.WORDS["within"]) else base
        window = (start, end if start > base else end - one)
    if window[0] > window[1]:
        return LEFT_ALONE
    return kinds.WINDOW, Part(window=window, grain="stretch", loose=True)


@COMPOSED.rule("REST OF? THE? u:U_WEEK|U_MONTH|U_YEAR", "REST OF? WORD? u:U_WEEK", "REST OF? p:WEEK|RELATIVE_MONTH")
def rest(bound: Bound) -> Built:
    """`the rest of the week`."""
    unit = bound.get("u")
    base = bound.context.base
    if base is None:
        return LEFT_ALONE
    part = unit_from(base, unit.name, 0)[1] if unit else bound.part("p")
    if part.window:
        end = part.window[1]
    elif part.year and part.month:
        end = reckon.month_window(part.year, part.month)[1]
    else:
        end = date(part.year or base.year, 12, 31)
    return kinds.WINDOW, Part(window=(base, max(base, end)), grain="stretch", loose=True)


@COMPOSED.rule("SAME|THE|WORD|ON u:U_WEEK|U_MONTH|U_YEAR|U_WEEKEND|U_DAY !OF|AFTER|AGO|STARTING|EDGE")
def bare_unit(bound: Bound) -> Built:
    """`the weekend`, `same month`, in a note."""
    first = bound.row[bound.match.start()]
    if first.kind == kinds.WORD and first.name not in bound.context.lexicon.own:
        return None
    if bound["u"].name == "year" and first.kind == kinds.WORD:
        return None
    if first.kind == kinds.WORDS["on"] and bound["u"].name != "weekend":
        return None
    kind, part = unit_from(bound.context.base, bound["u"].name, 0)
    return (kinds.WINDOW if kind != kinds.OTHER else kind), replace(part, loose=True)


EDGES = "FULL_MONTH|OPEN_MONTH|WEAK_MONTH|FULL_DIVISION|OPEN_DIVISION|SEASONS|RELATIVE_YEAR|RELATIVE_MONTH|WEEK|YEAR"
TARGET = {
    **FULL,
    kinds.OPEN_MONTH: kinds.OPEN_MONTH,
    kinds.WEAK_MONTH: kinds.OPEN_MONTH,
    kinds.SEASON: kinds.OPEN_DIVISION,
    kinds.WEAK_SEASON: kinds.OPEN_DIVISION,
    kinds.OPEN_DIVISION: kinds.OPEN_DIVISION,
    kinds.YEAR: kinds.RELATIVE_YEAR,
}


@EDGED.rule(f"EDGE DASH? OF? THE? p:{EDGES}")
def edged(bound: Bound) -> Built:
    """`mid-May`, `late 2020`, `the end of next year`."""
    token = bound["p"]
    edge = bound.row[bound.match.start()].name
    if token.kind == kinds.WEAK_SEASON and edge == "mid":
        return LEFT_ALONE  # `caught in mid-fall` is as likely without a year
    return TARGET.get(token.kind, token.kind), replace(_part(token), edge=edge)


@EDGED.rule(f"p:{EDGES} e:EDGE")
def edged_behind(bound: Bound) -> Built:
    """`2016 végén`, `július közepén`."""
    if bound.context.lexicon.order != "ymd":
        return None
    token = bound["p"]
    return TARGET.get(token.kind, token.kind), replace(_part(token), edge=bound["e"].name)


@EDGED.rule(
    "e:EDGE OF? THE u:U_WEEK|U_MONTH|U_YEAR",
    "e:EDGE OF? u:U_YEAR|U_MONTH|U_WEEK",
    "e:EDGE w:WINDOW",
    "e:EDGE OF w:WINDOW",
)
def edge_of_this(bound: Bound) -> Built:
    """`the end of the year`, `later in the month`."""
    unit = bound.get("u")
    if unit is not None and unit.number > 1:
        return None
    if unit is None:
        part = bound.part("w")
        if part.window and part.grain not in ("week", "month", "year"):
            return None
        kind = {"week": kinds.WEEK, "month": kinds.RELATIVE_MONTH, "year": kinds.RELATIVE_YEAR}.get(part.grain)
        return (kind, replace(part, edge=bound["e"].name, loose=False)) if kind else None
    kind, part = unit_from(bound.context.base, unit.name, 0)
    return (kind, replace(part, edge=bound["e"].name)) if kind != kinds.OTHER else LEFT_ALONE


ENDS = (
    "PAIR|DAY|OPEN_DAY|FULL_MONTH|OPEN_MONTH|WEAK_MONTH|FULL_DIVISION|OPEN_DIVISION|RELATIVE_YEAR|YEAR|RELATIVE_MONTH"
    "|WEEK|BARE_WEEKDAY"
)


@RANGES.rule(
    f"FROM|BETWEEN? a:{ENDS} COMMA? DASH|TO THE? b:{ENDS}",
    f"FROM|BETWEEN a:{ENDS} DASH|TO b:NOW",
    "a:OPEN_DIVISION|SEASONS SLASH|AND b:FULL_DIVISION",
    f"b0:BETWEEN a:{ENDS}|NOW AND b:{ENDS}|NOW",
    f"a:{ENDS} COMMA? and:AND b:{ENDS}",
)
def between(bound: Bound) -> Built:
    """`from July 23 to November 19, 2021`: an end without its year takes it from the other."""
    a, b = bound["a"], bound["b"]
    now = bound.context.base
    parts = [Part(window=(now, now), loose=True) if t.kind == "!" and now else _part(t) for t in (a, b)]
    if bound.has("and") and not _shares(parts[0], parts[1]):
        return None
    if (a.kind, b.kind).count(kinds.YEAR) and not _years(a, b, bound):
        return None
    first, last = _share(parts[0], parts[1])
    return kinds.RANGE, Part(ends=(first, last), spans=(a.start, a.end, b.start, b.end), grain="range")


def _years(a: Token, b: Token, bound: Bound) -> bool:
    """Whether a bare year in a range is one: both are and rise, or the other end is a date beyond doubt."""
    if a.kind == b.kind:
        return 0 < b.number - a.number < 100
    return kinds.WEAK_MONTH not in (a.kind, b.kind)


def _shares(first: Part, last: Part) -> bool:
    return first.month is not None and first.year is None and last.year is not None and last.month is not None


def _share(first: Part, last: Part) -> tuple[Part, Part]:
    if first.division and last.division and first.year is None and not first.relative_year:
        return replace(first, year=last.year), last
    if first.month is None or last.month is None:
        return first, last
    later = (last.month, last.day or 31) >= (first.month, first.day or 1)
    if first.year is None and last.year is not None and not first.relative_year:
        first = replace(first, year=last.year - (not later))
    elif last.year is None and first.year is not None and not last.relative_year:
        last = replace(last, year=first.year + (not later))
    return first, last
