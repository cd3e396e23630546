"""Posts of Instagram in flattened text: `View this post on Instagram`, the words, `A post shared by NAME (@handle)`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from setwatch.reading.flattened.blocks import Blocks
from setwatch.reading.flattened.found import FoundPost, trimmed
from setwatch.reading.flattened.parens import parens_of
from setwatch.reading.printed import date_at

_WORDS = tomllib.loads(files(__package__).joinpath("instagram.toml").read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True))


_PLATFORM = re.compile("instagram", re.IGNORECASE)
_OPENING = re.compile(_any_of(_WORDS["opening"]), re.IGNORECASE)
_SIGNATURE = re.compile(rf"(?:{_any_of(_WORDS['signature'])})[\s\xa0]{{0,3}}(?P<name>[^\n@]{{0,80}})$", re.IGNORECASE)
_SIGNATURE_AFTER = re.compile(rf"[\s\xa0]{{0,2}}(?:{_any_of(_WORDS['signature_after'])})", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:\s|,){0,3}(?:at|um|à|a las|às|alle ore|alle|om|kl\.?|в|o)?\s?\d{1,2}[:.]\d\d"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?\(?(?:[A-Z]{2,5}|Uhr)\)?)?"
)

_FIRST_PERSON = rf"(?<!\w)(?:{'|'.join(_WORDS['first_person'])})(?!\w)"
_CAPTION = re.compile(rf"#\w|(?<!\w)@\w|[\U0001F300-\U0001FAFF\u2600-\u27BF]|{_FIRST_PERSON}", re.IGNORECASE)

OPENING_REACH = 40
"""Characters on either side of the platform's name that an opening line has at most."""

LONGEST_CAPTION = 2300
"""Characters between opening and signature at most: Instagram's limit is 2,200."""

DATE_REACH = 16
"""Characters between the handle and its date at most (`in data: `)."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """An opening line, or (with a handle) a signature."""

    start: int
    end: int
    handle: str | None = None
    author: str | None = None


def find_instagram(text: str, blocks: Blocks) -> Iterator[FoundPost]:
    """Yield the posts with a signature, and the paragraph after an opening line that no signature follows."""
    marks = sorted([*_openings(text), *_signatures(text)], key=lambda mark: mark.start)
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        if mark.handle is not None:
            before = marks[index - 1] if index else None
            opened = before if before and not before.handle and mark.start - before.end <= LONGEST_CAPTION else None
            yield _signed(text, mark, opened)
        elif following is None or following.handle is None or following.start - mark.end > LONGEST_CAPTION:
            yield from _unsigned(text, blocks, mark, following.start if following else len(text))


def without_opening(words: str) -> str:
    """Return words without the opening lines in them."""
    return _OPENING.sub(" ", words)


def _openings(text: str) -> Iterator[_Mark]:
    last = 0
    for name in _PLATFORM.finditer(text):
        match = _OPENING.search(text, max(last, name.start() - OPENING_REACH), name.end() + OPENING_REACH)
        if match:
            yield _Mark(match.start(), match.end())
            last = match.end()


def _signatures(text: str) -> Iterator[_Mark]:
    for parens in parens_of(text):
        window = text[parens.floor : parens.start]
        match = _SIGNATURE.search(window)
        after = None if match else _SIGNATURE_AFTER.match(text, parens.end)
        if match:
            name = match["name"].strip(" \t\xa0")
            yield _Mark(parens.floor + match.start(), parens.end, parens.handle, name or None)
        elif after:
            name = window.rpartition("\n")[2].strip(" \t\xa0")
            yield _Mark(parens.start - len(window.rpartition("\n")[2]), after.end(), parens.handle, name or None)


def _signed(text: str, mark: _Mark, opened: _Mark | None) -> FoundPost:
    date = date_at(text, mark.end, DATE_REACH)
    if date and "\n" in text[mark.end : date.start].strip(" \t"):
        date = None
    end = date.end if date else mark.end
    clock = _CLOCK.match(text, end) if date else None
    end = clock.end() if clock else end
    start = opened.start if opened else mark.start
    words = trimmed(text, opened.end, mark.start) if opened else (mark.start, mark.start)
    return FoundPost(start, end, words, "instagram", mark.author, mark.handle, date.edtf if date else None)


def _unsigned(text: str, blocks: Blocks, mark: _Mark, stop: int) -> Iterator[FoundPost]:
    """The rest of an opening line's paragraph or the next one, if it is spoken as a caption is."""
    index = blocks.index_at(mark.start)
    first, last = trimmed(text, mark.end, min(blocks.spans[index][1], stop))
    line = text.find("\n", first, last)
    if first >= last and index + 1 < len(blocks.spans):
        first, last = blocks.spans[index + 1]
    elif line > 0:
        last = trimmed(text, first, line)[1]
    if first < last <= stop and _CAPTION.search(text, first, last):
        yield FoundPost(mark.start, last, (first, last), "instagram")
    elif first < last:
        yield FoundPost(mark.start, mark.end, (mark.end, mark.end), "instagram")
