"""Which words around a quotation make it a post, and who posted it where."""

import re
import tomllib
from bisect import bisect_left
from importlib.resources import files

from setwatch.reading.flattened.names import NO_NAME, Name, names_in

_WORDS = tomllib.loads(files(__package__).joinpath("quoted.toml").read_text(encoding="utf-8"))


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@])(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


_CASED = re.compile(r"\(\?-i:(.*)\)$")


def _platform_words() -> re.Pattern[str]:
    """One pattern of all platforms, a named group each."""
    groups = []
    for platform, words in _WORDS["platforms"].items():
        cased = [match.group() if (match := _CASED.match(word)) else word for word in words]
        groups.append(f"(?P<{platform}>{'|'.join(cased)})")
    return re.compile(rf"(?<![\w@])(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)


_PLATFORM = _platform_words()
STRONG = _whole(_WORDS["cues"]["strong"])
WRITE = _whole(_WORDS["cues"]["write"])
SAY = _whole(_WORDS["cues"]["say"])
CORE = _whole(_WORDS["cues"]["core"])
ELSEWHERE = _whole(_WORDS["cues"]["elsewhere"])
THING = _whole(_WORDS["cues"]["thing"])
_AT, _PLACE, _KIND = ("|".join(_WORDS["cues"][key]) for key in ("at", "place", "kind"))
PLACED = re.compile(rf"(?<!\w)(?:{_AT}) (?:{_PLACE})(?: (?:{_KIND}))?:\s*$", re.IGNORECASE)
TWEETED = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS['cues']['tweeted'])}):\s{{0,3}}", re.IGNORECASE)
CROWD = _whole(_WORDS["names"]["crowd"])
HANDLE = re.compile(r"(?<![\w@/.])@(?P<handle>[A-Za-z0-9_](?:[\w.]{0,28}\w)?)", re.ASCII)
_VERB = "|".join([*_WORDS["cues"]["strong"], *_WORDS["cues"]["write"], *_WORDS["cues"]["say"]])
_VERB_THEN_NAME = re.compile(rf"(?<!\w)(?:{_VERB})[ \xa0](?=[^\W\d_])", re.IGNORECASE)
_NAME_THEN_VERB = re.compile(
    rf"(?<![\w@#’'-])(?P<name>[^\W\d_a-zà-öø-ÿа-я][\w’'-]{{1,24}}(?:[ \xa0][^\W\d_a-zà-öø-ÿа-я][\w’'-]{{0,24}}){{0,3}})"
    rf"[ \xa0](?:(?i:{_VERB}))(?!\w)"
)
_SENTENCE = re.compile(r"[.!?…](?:[\"”»’')]{1,2})?\s+(?=[\"“«„‘@#¡¿(–-]?\s?[^\W_a-zà-öø-ÿа-я])|\n+")

LONGEST_SENTENCE = 600
"""Characters back from a quotation in which its sentence begins."""

SENTENCES = 3
"""Sentences back in which a poster may be named."""

FAR = 1500
"""Characters before a quotation in which a platform is still the one that it was posted on."""


def sentence_start(text: str, at: int, floor: int) -> int:
    """Return where the sentence that holds offset `at` begins, not before `floor`."""
    start = floor = max(floor, at - LONGEST_SENTENCE)
    for match in _SENTENCE.finditer(text, floor, at + 3):
        if match.end() <= at:
            start = match.end()
    return start


class Platforms:
    """Where a text names which platform."""

    def __init__(self, text: str) -> None:
        found = list(_PLATFORM.finditer(text))
        self._starts = [match.start() for match in found]
        self._names = [match.lastgroup for match in found]

    def last_in(self, start: int, end: int) -> str | None:
        """Return the platform that is named last between two offsets."""
        index = bisect_left(self._starts, end) - 1
        return self._names[index] if index >= 0 and self._starts[index] >= start else None


def poster_of(
    text: str, platforms: Platforms, before: tuple[int, int], after: tuple[int, int], floor: int
) -> tuple[str | None, str | None]:
    """Return author and handle of a quoted post, each None where the text leaves it open.

    `before` are the offsets of the sentence up to the quotation, `after` those of what follows it in its sentence.
    Where neither names anybody, the first name of the nearest sentence back to `floor` is taken.
    """
    handle = next((m["handle"] for part in (before, after) for m in HANDLE.finditer(text, *part)), None)
    if CROWD.search(text, *after) or CROWD.search(text, *before):
        return None, handle
    subject = _subject(text, after) or _subject(text, before)
    if subject:
        return subject, handle
    follow = names_in(text, *after)
    for match in _VERB_THEN_NAME.finditer(text, *after):
        if follow and follow[0].start - match.end() < 30:
            return follow[0].text, handle
    near = names_in(text, *before) or follow
    if near:
        return near[0].text, handle
    if handle:
        return None, handle
    return _named_before(text, platforms, before[0], floor)


def _subject(text: str, part: tuple[int, int]) -> str | None:
    """The name right before the last verb of writing or saying, however short it is."""
    for match in reversed(list(_NAME_THEN_VERB.finditer(text, *part))):
        names = names_in(text, match.start("name"), match.end("name"))
        if names:
            return names[-1].text
        words = [word for word in match["name"].split() if word.casefold() not in NO_NAME]
        if words:
            return " ".join(words)
    return None


def poster_before(text: str, platforms: Platforms, platform: str | None, at: int) -> str | None:
    """Return whom a sentence shortly before an offset names as having posted there: it must name the platform."""
    for _ in range(SENTENCES):
        start = sentence_start(text, max(0, at - 2), 0)
        if platforms.last_in(start, at) == platform:
            names = names_in(text, start, at)
            return names[0].text if names else None
        at = start
    return None


def _named_before(text: str, platforms: Platforms, at: int, floor: int) -> tuple[str | None, str | None]:
    """Name or handle in the nearest sentence that tells of posting, else the name in the nearest that has one."""
    nearest: Name | None = None
    for _ in range(SENTENCES):
        start = sentence_start(text, max(floor, at - 2), floor)
        names = names_in(text, start, at)
        tells = platforms.last_in(start, at) or WRITE.search(text, start, at)
        handle = HANDLE.search(text, start, at)
        if tells and handle:
            return None, handle["handle"]
        if tells and names:
            return names[0].text, None
        nearest = nearest or (names[0] if names else None)
        at = start
    return (nearest.text if nearest else None), None
