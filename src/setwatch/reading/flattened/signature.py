"""The signature line of a post on X or Bluesky: `— NAME (@handle) October 4, 2020`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from setwatch.reading.printed import date_at

_HANDLE = r"\(\s?(?:@|\uFF20)(?P<handle>[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,100}[A-Za-z0-9_])?)\s?\)"
_DASHED = re.compile(rf"(?P<dash>[—–―]|&mdash;|(?<=\s)--?(?=\s))\s{{0,3}}(?P<name>[^\n—―]{{0,90}}?)\s{{0,2}}{_HANDLE}")
_BARE = re.compile(rf"^[ \t]*(?P<dash>)(?P<name>[^\n—―.:]{{1,60}}?)[ \t]{{0,2}}{_HANDLE}", re.MULTILINE)
_TIME = re.compile(r"(?:,?\s(?:at|um|à|a las|alle|om|kl\.?|в)?\s?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?)")
_YEAR_END = re.compile(r"\s?г\.")

DATE_REACH = 14
"""Characters between the handle and its date at most: a line break, a weekday."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature line with its offsets. `printed` is its date as EDTF, None where none follows."""

    start: int
    end: int
    author: str | None
    handle: str
    printed: str | None

    @property
    def platform(self) -> str:
        """Bluesky's handles are host names, X's have no dots."""
        return "bluesky" if "." in self.handle else "twitter"


def signatures(text: str, start: int = 0, end: int | None = None) -> Iterator[Signature]:
    """Yield the signature lines of `text` in order. A plain hyphen or no dash needs a date after the handle."""
    last = -1
    stop = len(text) if end is None else end
    found = [*_DASHED.finditer(text, start, stop), *_BARE.finditer(text, start, stop)]
    for match in sorted(found, key=lambda m: m.end()):
        if match.end() <= last:
            continue
        date = date_at(text, match.end(), DATE_REACH)
        if date and "\n\n" in text[match.end() : date.start]:
            date = None
        if date is None and match["dash"] in {"-", "--", ""}:
            continue
        if len(match["handle"]) > 20 and "." not in match["handle"]:
            continue
        last = _after(text, date.end) if date else match.end()
        name = match["name"].strip(" \t\xa0\"'")
        yield Signature(match.start(), last, name or None, match["handle"], date.edtf if date else None)


def _after(text: str, end: int) -> int:
    """The offset after a time of day that follows a date."""
    for pattern in (_YEAR_END, _TIME):
        match = pattern.match(text, end)
        end = match.end() if match else end
    return end
