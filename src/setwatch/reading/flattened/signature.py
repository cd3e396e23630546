"""The signature line of a post on X or Bluesky: `— NAME (@handle) October 4, 2020`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from setwatch.reading.flattened.parens import Parens, parens_of
from setwatch.reading.printed import date_at

_DASH = re.compile(r"[—–―]|&mdash;|(?<=\s)--?(?=\s)")
_TIME = re.compile(r"(?:,?\s(?:at|um|à|a las|alle|om|kl\.?|в)?\s?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?)")
_ADDRESS = re.compile(
    r"\s{1,3}https?://(?:www\.)?(?:twitter|x)\.com/\w{1,20}/status/\d{1,20}[\w?=&%-]{0,80}", re.IGNORECASE
)
_VIA = re.compile(
    r"[ \xa0](?:via|on|auf|sur|en|su|op|på)[ \xa0]"
    r"(?P<platform>Instagram|TikTok|Threads|Twitter|X|Bluesky|Facebook|Mastodon)\b"
)
"""The platform, where a page writes it behind the handle: `— Name (@handle) via Instagram`."""
_YEAR_END = re.compile(r"\s?г\.")

LONGEST_X_HANDLE = 20
"""Letters of a handle without dots: X allows 15, and allowed 20 to its first users."""

LONGEST_NAME = 60
"""Characters of a name that no dash precedes."""

LONGEST_REST = 40
"""Characters of a date in a script that is not read, at most."""

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
    via: str | None = None
    """The platform that the line names itself."""

    @property
    def platform(self) -> str:
        """Bluesky's handles are host names, X's have no dots."""
        if self.via:
            return "twitter" if self.via == "X" else self.via.lower()
        return "bluesky" if "." in self.handle else "twitter"


def signatures(text: str) -> Iterator[Signature]:
    """Yield the signature lines of `text` in order. A plain hyphen or no dash needs a date after the handle."""
    for parens in parens_of(text):
        if len(parens.handle) > LONGEST_X_HANDLE and "." not in parens.handle:
            continue
        date = date_at(text, parens.end, DATE_REACH)
        if date and "\n\n" in text[parens.end : date.start]:
            date = None
        via = _VIA.match(text, parens.end)
        begun = _begun(text, parens, date is not None)
        if begun is None or (date is None and not _closes(text, via.end() if via else parens.end)):
            continue
        start, name = begun
        end = _after(text, date.end) if date else via.end() if via else parens.end
        author = name.strip(" \t\n\xa0\"'") or None
        yield Signature(
            start, end, author, parens.handle, date.edtf if date else None, via["platform"] if via else None
        )


def _closes(text: str, end: int) -> bool:
    """Whether a line ends after a signature without a date that can be read, or has no more than such a date."""
    line = text[end : end + 60].partition("\n")[0].strip()
    return not line or (
        len(line) <= LONGEST_REST and any(letter.isdecimal() for letter in line) and line[0] not in ",;—–-"
    )


def _begun(text: str, parens: Parens, dated: bool) -> tuple[int, str] | None:
    """Where a signature begins, and the name in it: after the last long dash, or on a line of its own."""
    window = text[parens.floor : parens.start]
    dashes = [match for match in _DASH.finditer(window) if "\n" not in window[match.end() :].strip()]
    long = [match for match in dashes if match.group() == "—"]
    dash = next(reversed(long or dashes), None)
    if dash and (dated or dash.group() not in {"-", "--"}):
        return parens.floor + dash.start(), window[dash.end() :]
    line = window.rpartition("\n")[2]
    whole = len(line) < len(window) or parens.floor == 0
    if dated and whole and 1 <= len(line.strip()) <= LONGEST_NAME and not set(line) & set(".:"):
        return parens.start - len(line.lstrip()), line
    return None


def _after(text: str, end: int) -> int:
    """The offset after a time of day and the post's address that follow a date."""
    for pattern in (_YEAR_END, _TIME, _ADDRESS):
        match = pattern.match(text, end)
        end = match.end() if match else end
    return end
