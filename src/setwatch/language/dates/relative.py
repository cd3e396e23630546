"""The second level: what is told from the base: `next Friday`, `this fall`, `two weeks ago`, `tomorrow`."""

from datetime import date, timedelta

from msgspec.structs import replace

from setwatch.language.dates import calendar_days as reckon
from setwatch.language.dates import kinds
from setwatch.language.dates.grammar import Bound, Level
from setwatch.language.dates.parts import Part
from setwatch.language.dates.tokens import Token
from setwatch.model.dates import valid_day

RELATIVE = Level()
Built = tuple[str, Part] | None

LEFT_ALONE = (kinds.OTHER, Part(loose=True, grain="unknown"))
"""What is told from a day that is not the base (`the following week`), or from a base that is not known."""

FOLLOWING = 2
PAST = -3
"""`past` in the lexicon: the year up to now rather than the last one, but `this past week` is the last."""

COMING = 4
"""`coming`, `prochain`: before a weekday the first to come, where `next` is that of the next week."""


def shift_of(token: Token) -> int:
    """Return how many units a relative word goes forth (1, 0, -1), or `FOLLOWING`."""
    return {PAST: -1, COMING: 1}.get(token.number, token.number)


def _day(day: date | None, **more: object) -> tuple[str, Part]:
    return (kinds.DAY, Part(window=(day, day), loose=bool(more.get("loose")))) if day else LEFT_ALONE


def week_of(base: date, shift: int) -> Part:
    """Return the week so many weeks after that of the base."""
    first = reckon.monday(base) + timedelta(weeks=shift)
    return Part(window=(first, first + timedelta(days=6)), grain="week")


def _weekend(base: date, shift: int) -> Part:
    first = reckon.monday(base) + timedelta(weeks=shift, days=5)
    return Part(window=(first, first + timedelta(days=1)), grain="weekend")


def unit_from(base: date | None, unit: str, shift: int) -> tuple[str, Part]:
    """Return the week, month, quarter, year so many after that of the base."""
    if unit == "year":
        return kinds.RELATIVE_YEAR, Part(
            year=base.year + shift if base else None, grain="year", relative_year=base is None
        )
    if base is None:
        return LEFT_ALONE
    if unit == "week":
        return kinds.WEEK, week_of(base, shift)
    if unit == "weekend":
        return kinds.WEEKEND, _weekend(base, shift)
    if unit == "day":
        return _day(base + timedelta(days=shift), loose=True)
    if unit == "decade":
        year = base.year // 10 * 10 + shift * 10
        return kinds.WINDOW, Part(window=(date(year, 1, 1), date(year + 9, 12, 31)), grain="decade", loose=True)
    if unit in ("month", "quarter"):
        index = base.year * 12 + base.month - 1 if unit == "month" else base.year * 4 + (base.month - 1) // 3
        year, rest = divmod(index + shift, 12 if unit == "month" else 4)
        if unit == "month":
            return kinds.RELATIVE_MONTH, Part(year=year, month=rest + 1, grain="month")
        return kinds.FULL_DIVISION, Part(year=year, division=33 + rest, grain="quarter")
    return LEFT_ALONE


@RELATIVE.rule("THE? x:REL U_WEEK OF THE? p:OPEN_MONTH|MONTHS|FULL_MONTH|YEAR")
def last_week_of(bound: Bound) -> Built:
    """`the last week of July`."""
    token = bound["p"]
    part = token.part or (
        Part(year=token.number) if token.kind == kinds.YEAR else Part(month=token.number, grain="month")
    )
    if shift_of(bound["x"]) != -1:
        return None
    if part.month is None and part.year and 1 < part.year < 9999:
        first = reckon.monday(date(part.year, 12, 28))
        return kinds.WEEK, Part(window=(first, first + timedelta(days=6)), grain="week")
    return (kinds.OPEN_DAY if part.year is None else kinds.DAY), replace(part, nth=-1, grain="week")


@RELATIVE.rule("REL? x:REL u:UNITS !AGO")
def relative_unit(bound: Bound) -> Built:
    """`next week`, `last month`, `this coming year`."""
    shift, unit = shift_of(bound["x"]), bound["u"]
    if shift == FOLLOWING or unit.number > 1:
        return LEFT_ALONE
    kind, part = unit_from(bound.context.base, unit.name, shift)
    alone = bound.row[bound.match.start()].kind == kinds.RELATIVE and bound.match.end() - bound.match.start() == 2
    return kind, replace(part, loose=part.loose or (alone and bound["x"].number == PAST))


@RELATIVE.rule("THE? u:U_WEEK|U_MONTH|U_YEAR|U_QUARTER|U_WEEKEND x:REL")
def relative_unit_postposed(bound: Bound) -> Built:
    """`la semaine prochaine`, `el año pasado`."""
    return relative_unit(bound) if bound.context.lexicon.postposed else None


@RELATIVE.rule("REL? x:REL w:WEEKDAYS")
def relative_weekday(bound: Bound) -> Built:
    """`next Friday`: that of the next week; `this Friday`: that of this week."""
    shift, base = shift_of(bound["x"]), bound.context.base
    if base is None or shift == FOLLOWING:
        return LEFT_ALONE
    if bound["x"].number == COMING:
        return _day(reckon.shifted(base, days=(bound["w"].number - base.isoweekday()) % 7 or 7))
    return _day(reckon.shifted(reckon.monday(base), days=7 * shift + bound["w"].number - 1))


@RELATIVE.rule("w:WEEKDAYS x:REL !UNITS")
def relative_weekday_postposed(bound: Bound) -> Built:
    """`vendredi prochain`."""
    return relative_weekday(bound) if bound.context.lexicon.postposed else None


def _year_of_month(base: date, month: int, shift: int) -> int:
    """`this` is of the base's year, `last` of the year before, `next` the first to come."""
    if shift > 0:
        return base.year + (month <= base.month)
    return base.year + shift


@RELATIVE.rule("REL? x:REL m:MONTHS|OPEN_MONTH DOT?")
def relative_month(bound: Bound) -> Built:
    """`next June`, `last October`, `this November`."""
    base, shift, token = bound.context.base, shift_of(bound["x"]), bound["m"]
    if token.kind == kinds.LOW_MONTH and not bound.context.loose:
        return None
    month = (token.part.month if token.part else token.number) or 1
    if shift == FOLLOWING:
        return LEFT_ALONE
    year = _year_of_month(base, month, shift) if base else None
    return kinds.FULL_MONTH, Part(year=year, month=month, grain="month", relative_year=base is None)


@RELATIVE.rule("THE? m:OPEN_MONTH x:REL !UNITS")
def relative_month_postposed(bound: Bound) -> Built:
    """`octobre prochain`."""
    return relative_month(bound) if bound.context.lexicon.postposed else None


@RELATIVE.rule("REL? x:REL s:SEASONS|OPEN_DIVISION")
def relative_season(bound: Bound) -> Built:
    """`this fall`, `next spring`, `last summer`."""
    base, shift, token = bound.context.base, shift_of(bound["x"]), bound["s"]
    part = token.part or Part(division=token.number, grain="season")
    if shift == FOLLOWING:
        return LEFT_ALONE
    if base is None:
        return kinds.FULL_DIVISION, replace(part, relative_year=True)
    division = part.division or 21
    years = range(base.year - 2, base.year + 3)
    windows = {year: reckon.division_window(year, division) for year in years}
    if shift > 0:
        year = next(y for y in years if windows[y][0] > base)
    elif shift < 0:
        year = max(y for y in years if windows[y][1] < base)
    else:
        year = base.year - (windows[base.year - 1][1] >= base)
    return kinds.FULL_DIVISION, replace(part, year=year)


@RELATIVE.rule("THE? s:SEASONS|OPEN_DIVISION x:REL !UNITS")
def relative_season_postposed(bound: Bound) -> Built:
    """`l'été dernier`, `la primavera prossima`."""
    return relative_season(bound) if bound.context.lexicon.postposed else None


@RELATIVE.rule("THE? x:REL d:OPEN_DAY")
def relative_day(bound: Bound) -> Built:
    """`the next 2 July`, `el próximo 3 de mayo`."""
    base, shift, part = bound.context.base, shift_of(bound["x"]), bound.part("d")
    if shift == FOLLOWING:
        return None
    if base is None or part.month is None:
        return kinds.DAY, replace(part, relative_year=base is None)
    ahead = (part.month, part.day or 1) >= (base.month, base.day)
    year = base.year + (not ahead if shift > 0 else -ahead if shift < 0 else 0)
    return kinds.DAY, replace(part, year=year)


@RELATIVE.rule("THE? d:OPEN_DAY x:REL !UNITS")
def relative_day_postposed(bound: Bound) -> Built:
    """`le 30 septembre prochain`."""
    return relative_day(bound) if bound.context.lexicon.postposed else None


@RELATIVE.rule("a:ADVERB")
def adverb(bound: Bound) -> Built:
    """`tomorrow`, `the day after tomorrow`."""
    base = bound.context.base
    return _day(reckon.shifted(base, days=bound["a"].number)) if base else LEFT_ALONE


@RELATIVE.rule("THE? SAME u:U_YEAR")
def same_year(bound: Bound) -> Built:
    """`that year`, `de la même année`; in a note it is rather the base's."""
    if bound.context.loose or bound["u"].number > 1:
        return None
    return kinds.RELATIVE_YEAR, Part(grain="year", same_year=True)


@RELATIVE.rule("a:YEAR_ADVERB")
def year_adverb(bound: Bound) -> Built:
    """`tavaly`, `i fjor`."""
    return unit_from(bound.context.base, "year", bound["a"].number)


@RELATIVE.rule("n:COUNTS w:WEEKDAYS HENCE")
def weekdays_from_now(bound: Bound) -> Built:
    """`two Sundays from now`."""
    base = bound.context.base
    if base is None:
        return LEFT_ALONE
    ahead = (bound["w"].number - base.isoweekday()) % 7 or 7
    return _day(reckon.shifted(base, days=ahead + 7 * (bound["n"].number - 1)))


LENGTHS = {
    "year": (1, 0, 0, 0),
    "decade": (10, 0, 0, 0),
    "quarter": (0, 3, 0, 0),
    "month": (0, 1, 0, 0),
    "week": (0, 0, 7, 0),
    "day": (0, 0, 1, 0),
    "workday": (0, 0, 0, 1),
}
LONGEST = 999
"""The most units that a length may have: beyond, it is no date."""


@RELATIVE.rule(
    "n:COUNTS u:UNITS AND|COMMA? n2:COUNTS u2:UNITS AND|COMMA? n3:COUNTS u3:UNITS",
    "n:COUNTS u:UNITS AND|COMMA? n2:COUNTS u2:UNITS",
    "n:COUNTS u:UNITS",
)
def length(bound: Bound) -> Built:
    """`two weeks`, `1 month and 21 days`."""
    total = [0, 0, 0, 0]
    for n, u in (("n", "u"), ("n2", "u2"), ("n3", "u3")):
        count, unit = bound.get(n), bound.get(u)
        if count is None or unit is None:
            continue
        each = LENGTHS.get(unit.name)
        if each is None or count.number > LONGEST:
            return None
        total = [sum_ + count.number * size for sum_, size in zip(total, each, strict=True)]
    last = bound.get("u3") or bound.get("u2") or bound["u"]
    loose = bound["n"].name == "few" or last.name == "decade"
    return kinds.LENGTH, Part(length=(total[0], total[1], total[2], total[3]), grain=last.name, loose=loose)


@RELATIVE.rule("THE? WEEKDAYS THE n:ORDINALS|COMPOUND")
def weekday_the_nth(bound: Bound) -> Built:
    """`Thursday the 21st`: of the base's month."""
    base, number = bound.context.base, bound["n"].number
    if base is None:
        return LEFT_ALONE
    try:
        return _day(base.replace(day=number))
    except ValueError:
        return None


@RELATIVE.rule("w:WEEKDAYS d:NUMERALS !UNITS")
def weekday_and_number(bound: Bound) -> Built:
    """`lunedì 19`: if a day of that number near the base is that weekday."""
    base = bound.context.base
    if base is None:
        return None
    for shift in (0, 1, -1):
        month = reckon.shifted(base.replace(day=1), months=shift)
        if month and valid_day(month.year, month.month, bound["d"].number):
            day = month.replace(day=bound["d"].number)
            if day.isoweekday() == bound["w"].number:
                return _day(day)
    return None


@RELATIVE.rule("w:WEEKDAY", "ON w:WEAK_WEEKDAY")
def weekday(bound: Bound) -> Built:
    """`Friday`."""
    return kinds.BARE_WEEKDAY, Part(weekday=bound["w"].number)


@RELATIVE.rule(
    "THE? c:CARDINAL DASH? y:YEAR_S", "THE? APOSTROPHE? y:YEAR_S", "THE APOSTROPHE? y:TWO_DIGITS|YEAR APOSTROPHE s:WORD"
)
def decade(bound: Bound) -> Built:
    """`the 1970s`, `the '40s`: no date, and the year in it none."""
    if bound.has("s") and bound["s"].name != "s":
        return None
    year = bound["y"].number
    if year % 10:
        return None
    if bound.has("c"):
        if not 10 <= bound["c"].number <= 20 or year >= 100:
            return None
        year += bound["c"].number * 100
    if year >= 100:
        return kinds.WINDOW, Part(window=(date(year, 1, 1), date(year + 9, 12, 31)), grain="decade", loose=True)
    return kinds.WINDOW, Part(decade=year, grain="decade", loose=True)


@RELATIVE.rule("y:YEAR DASH|SLASH m:SMALL", "m:SMALL DASH|SLASH y:YEAR")
def year_and_month(bound: Bound) -> Built:
    """`2016 - 11`, in a note."""
    return kinds.WINDOW, Part(year=bound["y"].number, month=bound["m"].number, grain="month", loose=True)


@RELATIVE.rule("ON m:SMALL DASH d:MID")
def month_and_day(bound: Bound) -> Built:
    """`on 4-22`, in a note."""
    return kinds.OPEN_DAY, Part(month=bound["m"].number, day=bound["d"].number, loose=True)
