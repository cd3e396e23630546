"""The first level: days, months, seasons, quarters and holidays as they are written, with or without their year."""

from msgspec.structs import replace

from setwatch.language.dates import kinds
from setwatch.language.dates.grammar import Bound, Level
from setwatch.language.dates.numeric import full_year
from setwatch.language.dates.parts import Part
from setwatch.language.dates.tokens import Token
from setwatch.model.dates import valid_day

ATOMS = Level()
Built = tuple[str, Part] | None

LEAP = 2000
"""A leap year, to ask whether a day without its year can be."""


def _year(token: Token | None) -> int | None:
    if token is None:
        return None
    return full_year(token.name) if token.kind in "abc" else token.number


def _day(bound: Bound, day: str = "d") -> Built:
    """Return the day of the labels `d`, `m` and perhaps `y`."""
    year, month, number = _year(bound.get("y")), bound["m"].number, bound[day].number
    if not valid_day(year if year is not None else LEAP, month, number):
        return None if year is None else (kinds.OTHER, Part())
    named = bound.get("w")
    part = Part(year=year, month=month, day=number, weekday=named.number if named else None)
    return (kinds.DAY if year is not None else kinds.OPEN_DAY), part


@ATOMS.rule(
    "DAY_NAME? THE? d:DAYS PAUSE? OF? m:MONTHS PAUSE? OF? y:YEARS",
    "DAY_NAME? THE? d:DAYS OF? m:CLEAR_MONTHS APOSTROPHE y:TWO_DIGITS",
    "DAY_NAME? m:CLEAR_MONTHS DOT? d:DAYS COMMA? APOSTROPHE y:TWO_DIGITS",
    "DAY_NAME? m:CLEAR_MONTHS d:DAYS TIME OTHER? NUMBER y:YEARS",
)
def day_month_year(bound: Bound) -> Built:
    """`19 November 2021`, `Friday, the 19th of November, 2021`, `Mon Oct 05 14:02:11 +0000 2020`."""
    return _day(bound)


@ATOMS.rule(
    "FROM|BETWEEN? THE? d:DAYS DOT? DASH|TO|AND THE? e:DAYS DOT? OF? m:CLEAR_MONTHS PAUSE? OF? y:YEARS?",
    "FROM|BETWEEN? m:CLEAR_MONTHS DOT? THE? d:DAYS DASH|TO|AND THE? e:DAYS COMMA? y:YEARS",
    "FROM|BETWEEN? m:CLEAR_MONTHS DOT? THE? d:DAYS DASH|TO|AND THE? e:DAYS !UNITS",
    "y:YEARS PAUSE? m:CLEAR_MONTHS DOT? d:DAYS DOT? DASH|TO|AND e:DAYS",
    "m:CLEAR_MONTHS BETWEEN|FROM d:DAYS TO|AND|DASH e:DAYS COMMA? y:YEARS?",
    "FROM d:DAYS TO m:CLEAR_MONTHS e:DAYS COMMA? y:YEARS?",
)
def days_of_one_month(bound: Bound) -> Built:
    """`July 6 to 20`, `4-22 January 1995`: both ends lean on one month, so they are one value."""
    first, last = _day(bound), _day(bound, "e")
    if first is None or last is None or first[1].day is None or last[1].day is None or first[1].day >= last[1].day:
        return None
    return kinds.RANGE, Part(ends=(first[1], last[1]), grain="days")


@ATOMS.rule(
    "DAY_NAME? m:MONTHS DOT? THE? PAUSE? THE? d:DAYS DOT? PAUSE? OF? y:YEARS",
    "DAY_NAME? m:MONTHS DOT? THE? d:ORDINAL_WORD|COMPOUND COMMA? y:YEARS",
    "DAY_NAME? THE? d:ORDINAL_WORD|COMPOUND OF m:MONTHS COMMA? y:YEARS",
)
def month_day_year(bound: Bound) -> Built:
    """`November 19, 2021`, `Nov. 19th 2021`."""
    return _day(bound)


@ATOMS.rule("y:YEARS PAUSE? m:MONTHS PAUSE? d:DAYS")
def year_month_day(bound: Bound) -> Built:
    """`2021. november 19.`, `2021-nov-19`."""
    return _day(bound) if _year_first(bound) else None


def _year_first(bound: Bound) -> bool:
    """Whether a year may stand before its month: so they do in some languages, in others only when joined."""
    between = bound.context.low[bound["y"].end : bound["m"].start]
    return bound.context.lexicon.order == "ymd" or between.strip() in {"-", "/"}


@ATOMS.rule("m:MONTHS PAUSE? OF? y:YEARS", "m:CLEAR_MONTHS APOSTROPHE y:TWO_DIGITS", "m:MONTH y:TWO")
def month_year(bound: Bound) -> Built:
    """`November 2021`, `novembre 2021`, `Nov. '21`."""
    return kinds.FULL_MONTH, Part(year=_year(bound["y"]), month=bound["m"].number, grain="month")


@ATOMS.rule("y:YEAR PAUSE? m:CLEAR_MONTHS")
def year_month(bound: Bound) -> Built:
    """`2021. november`, `2021 November`."""
    between = bound.context.low[bound["y"].end : bound["m"].start]
    sure = _year_first(bound) or between == " " or (bound.context.loose and "," in between)
    return month_year(bound) if sure else None


@ATOMS.rule(
    "DAY_NAME? m:CLEAR_MONTHS DOT? PAUSE? THE? d:DAYS !UNITS",
    "DAY_NAME? m:CLEAR_MONTHS THE? d:ORDINAL_WORD|COMPOUND",
    "WEEKDAYS COMMA? m:MONTHS DOT? d:DAYS",
)
def month_day(bound: Bound) -> Built:
    """`November 19`, `Nov. 19th`."""
    if bound["d"].kind != kinds.ORDINAL and "," in bound.context.low[bound["m"].end : bound["d"].start]:
        return None
    return _day(bound)


@ATOMS.rule("DAY_NAME? THE? d:DAYS JOIN? OF? m:CLEAR_MONTHS", "THE? d:ORDINAL_WORD|COMPOUND OF m:CLEAR_MONTHS")
def day_month(bound: Bound) -> Built:
    """`19 November`, `19. November`, `the second of August`."""
    return _day(bound)


@ATOMS.rule(
    "DAY_NAME? m:LOW_MONTH DOT? PAUSE? THE? d:DAYS|ORDINAL_WORD|COMPOUND !UNITS",
    "DAY_NAME? THE? d:DAYS|ORDINAL_WORD|COMPOUND PAUSE? of:OF? m:LOW_MONTH",
)
def low_month_day(bound: Bound) -> Built:
    """`fourth of may`, and in a note `may 21`: the word may be another."""
    sure = bound.has("w") or bound.has("of")
    return _day(bound) if sure or bound.context.loose else None


@ATOMS.rule("m:MONTH DOT?")
def month(bound: Bound) -> Built:
    """`November`."""
    return kinds.OPEN_MONTH, Part(month=bound["m"].number, grain="month")


@ATOMS.rule("y:YEAR U_YEAR", "U_YEAR y:YEAR")
def named_year(bound: Bound) -> Built:
    """`2017 году`, `Jahr 2021`: the word makes it one."""
    return kinds.RELATIVE_YEAR, Part(year=bound["y"].number, grain="year")


def _division(bound: Bound, division: int, grain: str) -> tuple[str, Part]:
    year = _year(bound.get("y"))
    kind = kinds.OPEN_DIVISION if year is None else kinds.FULL_DIVISION
    return kind, Part(year=year, division=division, grain=grain)


@ATOMS.rule(
    "s:ANY_SEASON OF? THE? y:YEAR SLASH|DASH TWO_DIGITS|YEAR",
    "s:ANY_SEASON OF? THE? COMMA? y:YEAR",
    "s:ANY_SEASON APOSTROPHE y:TWO_DIGITS",
    "y:YEAR s:ANY_SEASON",
)
def season(bound: Bound) -> Built:
    """`fall 2021`, `the summer of 2021`, `Winter 2021/22` (the year that it begins in)."""
    return _division(bound, bound["s"].number, "season")


@ATOMS.rule("q:QUARTER DOT? OF? y:YEAR", "y:YEAR q:QUARTER", "q:QUARTER")
def quarter(bound: Bound) -> Built:
    """`Q3 2021`."""
    return _division(bound, 32 + bound["q"].number, "quarter")


@ATOMS.rule("q:HALF OF? y:YEAR", "y:YEAR q:HALF")
def half(bound: Bound) -> Built:
    """`H1 2021`."""
    return _division(bound, 40 + bound["q"].number, "half")


@ATOMS.rule("THE? n:ORDINALS|NUMERALS DOT? DASH? U_QUARTER OF? THE? y:YEAR?", "y:YEAR THE? n:ORDINALS U_QUARTER")
def quarter_in_words(bound: Bound) -> Built:
    """`the second quarter of 2021`, `3. Quartal 2021`."""
    number = bound["n"].number
    return _division(bound, 32 + number, "quarter") if 1 <= number <= 4 else None


@ATOMS.rule("THE? n:ORDINALS|NUMERALS DOT? U_HALF OF? THE? y:YEAR")
def half_in_words(bound: Bound) -> Built:
    """`the second half of 2021`."""
    number = bound["n"].number
    return _division(bound, 40 + number, "half") if 1 <= number <= 2 else None


@ATOMS.rule("h:HOLIDAY U_WEEKEND? COMMA? OF? y:YEAR", "h:HOLIDAY U_WEEKEND", "h:HOLIDAY")
def holiday(bound: Bound) -> Built:
    """`Christmas 2021`, `Memorial Day weekend`."""
    year = _year(bound.get("y"))
    kind = kinds.OPEN_DAY if year is None else kinds.DAY
    return kind, Part(year=year, holiday=bound["h"].name, grain="holiday")


def in_year(part: Part, year: int | None) -> Part:
    """Return the part in a year (None: a relative one whose base is not known)."""
    return replace(part, year=year, relative_year=year is None)
