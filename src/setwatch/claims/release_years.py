"""Years of release dates that a text gives without one.

A report moves `from May 27 to Sept. 7` and gives the year elsewhere: the same day in full, or the date before it.
"""

import re
import tomllib
from collections.abc import Sequence
from datetime import date as day
from datetime import timedelta
from functools import lru_cache
from importlib.resources import files

from msgspec.structs import replace

from setwatch.claims.cues import Cue
from setwatch.claims.release_reason import is_deictic
from setwatch.claims.scene import Scene
from setwatch.model import DateMention, Days, Sentence, Span, days_of, valid_day

_PAST, _LEAD = 40, 24
"""Characters before the words of a date in which a word of the past counts, and before that word itself."""
_AHEAD = re.compile(r"(?i)\b(?:be|is|are|being|gets?|be\w* \w+ly)\s(?:now\s|finally\s|only\s)?$")
"""What makes a participle tell of what is to come: `will be released`, `is now released`."""
_SINCE = re.compile(r"(?i)\b(?:since|seit|depuis|desde|dal)\s$")
_DAYS: dict[str, str] = tomllib.loads((files(__package__) / "release_days.toml").read_text(encoding="utf-8"))
_MONTH = len("2021-12")
_FAR_AHEAD = timedelta(240)
_BARE_DAY = re.compile(r"[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2} [^\W\d_]{3,10}\.?")
_HOLIDAY = re.compile(r" (?:holiday|weekend)\b")
_BRACKET = re.compile(r"\((?:now |on )?$")
_OF_YEAR = re.compile(r"(?: (?:holiday|weekend|frame|corridor)){0,2},? (?:in|of) ")
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_years(scene: Scene, dates: Sequence[DateMention], cues: Sequence[Cue]) -> tuple[DateMention, ...]:
    """Return the dates of a sentence, those printed without a year with that of the same day, or the date before."""
    in_full, months = _in_full(scene)
    settled: list[DateMention] = []
    bare = bool(dates) and not _has_year(scene, dates[0])
    for date, following in zip(dates, (*dates[1:], None), strict=True):
        before = settled[-1] if settled else None
        in_row = before is not None and (
            _has_year(scene, before) or before != dates[len(settled) - 1] or before.edtf > date.edtf
        )
        if _has_year(scene, date) or len(date.edtf) < 7 or is_deictic(date, cues):
            settled.append(date)
        elif following is not None and _is_year_of(scene, date, following):
            settled.append(replace(date, edtf=following.edtf[:4] + date.edtf[4:]))
        elif _in_bracket(scene, date) and bare:
            settled.append(date)
        elif date.edtf[4:] in months:
            settled.append(replace(date, edtf=months[date.edtf[4:]] + date.edtf[4:]))
        elif date.edtf[4:] in in_full:
            settled.append(replace(date, edtf=in_full[date.edtf[4:]] + date.edtf[4:]))
        elif before is not None and in_row and before.edtf[:4].isdigit() and _is_month(date):
            settled.append(_near(date, before))
        else:
            settled.append(date)
    return tuple(_of_holiday(scene, date) for date in settled)


def _in_bracket(scene: Scene, date: DateMention) -> bool:
    """Whether a date stands in a bracket of its own: in a row of such brackets each gives its year, if not this one."""
    return _BRACKET.search(scene.document.text[: date.span.start][-_LEAD:]) is not None


def _of_holiday(scene: Scene, date: DateMention) -> DateMention:
    """A day that names a holiday or a weekend (`the July 4 holiday`) is its month; `Christmas Day` is a day."""
    text = scene.document.text
    behind = text[date.span.end : date.span.end + _LEAD]
    if len(date.edtf) == _MONTH and not _HOLIDAY.match(behind):
        words = text[date.span.start : date.span.end].lower().replace("’", "'")
        found = [day for name, day in _DAYS.items() if name in words and "weekend" not in words]
        return replace(date, edtf=f"{date.edtf[:4]}-{found[0]}") if found else date
    return replace(date, edtf=date.edtf[:7]) if len(date.edtf) == 10 and _HOLIDAY.match(behind) else date


@lru_cache(maxsize=4)
def _in_full(scene: Scene) -> tuple[dict[str, str], dict[str, str]]:
    """Return the year of each day (`-10-06`) that the text gives in full, and of each month with days of one year."""
    days: dict[str, str] = {}
    years: dict[str, set[str]] = {}
    for date in scene.analysis.dates:
        if len(date.edtf) == 10 and _has_year(scene, date):
            days[date.edtf[4:]] = date.edtf[:4]
            years.setdefault(date.edtf[4:7], set()).add(date.edtf[:4])
    return days, {month: min(found) for month, found in years.items() if len(found) == 1}


def to_come(scene: Scene, date: DateMention, sentence: Sentence, words: Span) -> DateMention:
    """Return a date printed without a year in the year to come, where no word of the past stands beside it.

    Such dates are resolved to the nearest day; what `arrives Dec. 16` in a text of March is not last December's.
    """
    published, days = days_of(scene.document.published or ""), days_of(date.edtf)
    if not published or not days or _has_year(scene, date) or not _is_month(date):
        return date
    if days.last >= published.first:
        printed = scene.document.text[date.span.start : date.span.end]
        bare = _BARE_DAY.fullmatch(printed) is not None and _is_far(days, published) and date in scene.analysis.dates
        return replace(date, edtf=f"{published.first.year:04d}{date.edtf[4:]}") if bare else date
    if not any(c.isdigit() for c in scene.document.text[date.span.start : date.span.end]):
        return date
    before = Span(max(sentence.span.start, words.start - _PAST), words.end)
    told = scene.cues_in(scene.lang, "production_status", sentence, before)
    text = scene.document.text
    past = any(cue.kind == "past_release" and not _AHEAD.search(text[: cue.span.start][-_LEAD:]) for cue in told)
    since = _SINCE.search(text[: date.span.start][-_LEAD:]) is not None
    if past or since:
        return date
    coming = year_after(date.edtf, published.first)
    following = days_of(coming)
    if following is not None and _is_far(following, published):
        return replace(date, edtf=f"{published.first.year:04d}{date.edtf[4:]}")
    return replace(date, edtf=coming)


def _is_far(days: Days, published: Days) -> bool:
    """Whether a report would give the year of so far a day: without one it is of the year that it is printed in."""
    return days.last.year > published.last.year and days.first - published.last > _FAR_AHEAD


def year_after(edtf: str, base: day) -> str:
    """Return a date without a year (`XXXX-12`) in the first year in which its end is not before `base`."""
    for year in (base.year, base.year + 1):
        found = f"{year:04d}{edtf[4:]}"
        days = days_of(found)
        if days is not None and days.last >= base:
            return found
    return edtf


def _near(date: DateMention, before: DateMention) -> DateMention:
    """Return `date` in the year of the date before it."""
    year = before.edtf[:4]
    edtf = year + date.edtf[4:]
    if len(edtf) == 10 and not valid_day(int(year), int(edtf[5:7]), int(edtf[8:10])):
        return date
    return replace(date, edtf=edtf)


def _is_year_of(scene: Scene, date: DateMention, following: DateMention) -> bool:
    """Whether the year behind a day is its own: `the July 4 holiday in 2022`."""
    between = scene.document.text[date.span.end : following.span.start]
    return len(following.edtf) == 4 and _OF_YEAR.fullmatch(between) is not None


def _is_month(date: DateMention) -> bool:
    """Whether the date names a month or a day, not a season or a quarter."""
    return date.edtf[5:7].isdigit() and int(date.edtf[5:7]) <= 12


def _has_year(scene: Scene, date: DateMention) -> bool:
    return bool(_YEAR.search(scene.document.text[date.span.start : date.span.end]))
