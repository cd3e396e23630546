"""Years of release dates that a text gives without one.

A report moves `from May 27 to Sept. 7` and gives the year elsewhere: the same day in full, or the date before it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as day

from setwatch.claims.cues import Cue
from setwatch.claims.release_reason import is_deictic
from setwatch.claims.scene import Scene
from setwatch.model import DateMention, days_of, valid_day

_YEAR = re.compile(r"(?:19|20)\d\d")


def with_years(scene: Scene, dates: Sequence[DateMention], cues: Sequence[Cue]) -> tuple[DateMention, ...]:
    """Return the dates of a sentence, those printed without a year with that of the same day, or the date before."""
    in_full = {d.edtf[4:]: d.edtf[:4] for d in scene.analysis.dates if len(d.edtf) == 10 and _has_year(scene, d)}
    settled: list[DateMention] = []
    for date in dates:
        before = settled[-1] if settled else None
        in_row = before is not None and (
            _has_year(scene, before) or before != dates[len(settled) - 1] or before.edtf > date.edtf
        )
        if _has_year(scene, date) or len(date.edtf) < 7 or is_deictic(date, cues):
            settled.append(date)
        elif date.edtf[4:] in in_full:
            settled.append(replace(date, edtf=in_full[date.edtf[4:]] + date.edtf[4:]))
        elif before is not None and in_row and before.edtf[:4].isdigit() and _is_month(date):
            settled.append(_near(date, before))
        else:
            settled.append(date)
    return tuple(settled)


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


def _is_month(date: DateMention) -> bool:
    """Whether the date names a month or a day, not a season or a quarter."""
    return date.edtf[5:7].isdigit() and int(date.edtf[5:7]) <= 12


def _has_year(scene: Scene, date: DateMention) -> bool:
    return bool(_YEAR.search(scene.document.text[date.span.start : date.span.end]))
