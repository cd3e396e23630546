"""What kinds of token there are: one character each, so that a row of tokens is a text that a regex can read.

Lower levels of the grammar replace several tokens by one; the kinds at the end of this list are what they make.
"""

from typing import Final

SMALL: Final = "a"
"""Digits, 1 to 12: a day or a month."""
MID: Final = "b"
"""Digits, 13 to 31: a day."""
TWO: Final = "c"
"""Two digits that are no day."""
YEAR: Final = "y"
OLD_YEAR: Final = "z"
"""Four digits that are a year only beside a month."""
NUMBER: Final = "#"
PAIR: Final = "π"
"""Two numbers with a stroke, `4/22`."""
DECADE: Final = "δ"
"""`1970s`, `the 70s`."""
CARDINAL: Final = "n"
COMPOUND: Final = "N"
"""A number of two words, `twenty one`."""
ORDINAL: Final = "o"
ORDINAL_WORD: Final = "p"

MONTH: Final = "M"
WEAK_MONTH: Final = "m"
LOW_MONTH: Final = "l"
"""A word that is rather something else (`may`, `march`), not written as a month."""
FOREIGN_MONTH: Final = "x"
WEEKDAY: Final = "W"
WEAK_WEEKDAY: Final = "w"
SEASON: Final = "S"
WEAK_SEASON: Final = "s"
FOREIGN_SEASON: Final = "ς"

UNITS: Final = {
    "day": "D",
    "workday": "B",
    "week": "K",
    "month": "U",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "weekend": "k",
}
QUARTER: Final = "q"
HALF: Final = "h"
RELATIVE: Final = "R"
ADVERB: Final = "A"
YEAR_ADVERB: Final = "ω"
"""`tavaly`, `i fjor`: a year from the base's."""
EDGE: Final = "v"
HOLIDAY: Final = "J"

WORDS: Final = {
    "of": "f",
    "the": "d",
    "in": "i",
    "on": "O",
    "within": "V",
    "to": "T",
    "and": "&",
    "from": "F",
    "for": "ф",
    "between": "L",
    "ago": "g",
    "hence": "j",
    "after": "r",
    "before": "e",
    "now": "!",
    "rest": "t",
    "starting": "G",
    "same": "=",
    "week_of": "u",
    "meridiem": "^",
}
MARKS: Final = {
    ",": ",",
    "-": "-",
    "–": "-",
    "—": "-",
    "‑": "-",
    "/": "/",
    "(": "(",
    ")": ")",
    "'": "'",
    "’": "'",
    "&": "&",
}
DOT: Final = "."
"""A full stop that belongs to a number or to a short form before it."""
TIME: Final = "@"
WORD: Final = "_"
OTHER: Final = "*"
BREAK: Final = "|"

DAY: Final = "1"
"""A day whose year is known, or need not be told."""
OPEN_DAY: Final = "2"
FULL_MONTH: Final = "3"
OPEN_MONTH: Final = "4"
FULL_DIVISION: Final = "5"
"""A season, quarter or half of a known year."""
OPEN_DIVISION: Final = "6"
RELATIVE_YEAR: Final = "7"
"""A year that is surely one."""
RELATIVE_MONTH: Final = "8"
WEEK: Final = "9"
BARE_WEEKDAY: Final = "%"
WEEKEND: Final = "+"
WINDOW: Final = "~"
"""A stretch of days that names no place in the calendar: decades, `the next three weeks`."""
LENGTH: Final = "λ"
"""So many units: `two weeks`, `1 month and 21 days`."""
NTH: Final = "ν"
"""A day of a month that is not named: `the 27th`."""
RANGE: Final = "ρ"
