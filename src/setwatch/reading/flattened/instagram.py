"""Posts of Instagram in flattened text: `View this post on Instagram`, the words, `A post shared by NAME (@handle)`."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from setwatch.reading.flattened.blocks import Blocks
from setwatch.reading.flattened.found import FoundPost, trimmed
from setwatch.reading.printed import date_at

_WORDS = tomllib.loads(files(__package__).joinpath("instagram.toml").read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True))


_OPENING = re.compile(_any_of(_WORDS["opening"]), re.IGNORECASE)
_HANDLE = r"\(\s?@(?P<handle>[\w.]{1,30})\s?\)"
_SIGNATURE = re.compile(
    rf"(?:{_any_of(_WORDS['signature'])})\s{{1,3}}(?:(?P<name>[^\n@]{{0,80}}?)\s{{0,2}}{_HANDLE}|@(?P<handle2>[\w.]{{1,30}}))",
    re.IGNORECASE,
)
_SIGNATURE_AFTER = re.compile(
    rf"(?P<name>[^\n@—]{{0,80}}?)\s{{0,2}}{_HANDLE}(?P<handle2>)\s{{0,2}}(?:{_any_of(_WORDS['signature_after'])})",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:\s|,){0,3}(?:at|um|à|a las|às|alle ore|alle|om|kl\.?|в|o)?\s?\d{1,2}[:.]\d\d"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?"
)

LONGEST_CAPTION = 2300
"""Characters between opening and signature at most: Instagram's limit is 2,200."""

DATE_REACH = 16
"""Characters between the handle and its date at most (`in data: `)."""

_Marks = list[tuple[int, int, re.Match[str] | None]]


def find_instagram(text: str, blocks: Blocks) -> Iterator[FoundPost]:
    """Yield the posts with a signature, and the paragraph after an opening line that no signature follows."""
    marks: _Marks = [(m.start(), m.end(), None) for m in _OPENING.finditer(text)]
    marks += [(m.start(), m.end(), m) for m in [*_SIGNATURE.finditer(text), *_SIGNATURE_AFTER.finditer(text)]]
    marks.sort(key=lambda mark: mark[0])
    for index, (start, end, signature) in enumerate(marks):
        if signature is not None:
            before = marks[index - 1] if index else None
            opened = before if before and before[2] is None and start - before[1] <= LONGEST_CAPTION else None
            yield _signed(text, signature, opened[:2] if opened else None)
        elif index + 1 == len(marks) or marks[index + 1][2] is None or marks[index + 1][0] - end > LONGEST_CAPTION:
            stop = marks[index + 1][0] if index + 1 < len(marks) else len(text)
            yield from _unsigned(text, blocks, start, end, stop)


def _signed(text: str, match: re.Match[str], opened: tuple[int, int] | None) -> FoundPost:
    date = date_at(text, match.end(), DATE_REACH)
    if date and "\n" in text[match.end() : date.start].strip(" \t"):
        date = None
    end = date.end if date else match.end()
    clock = _CLOCK.match(text, end) if date else None
    end = clock.end() if clock else end
    start = opened[0] if opened else match.start()
    words = trimmed(text, opened[1], match.start()) if opened else (match.start(), match.start())
    name = (match["name"] or "").strip(" \t\xa0")
    return FoundPost(
        start, end, words, "instagram", name or None, match["handle"] or match["handle2"], date.edtf if date else None
    )


def _unsigned(text: str, blocks: Blocks, start: int, end: int, stop: int) -> Iterator[FoundPost]:
    """The words after an opening line: the rest of its paragraph, else the next one."""
    index = blocks.index_at(start)
    first, last = trimmed(text, end, min(blocks.spans[index][1], stop))
    line = text.find("\n", first, last)
    if first >= last and index + 1 < len(blocks.spans):
        first, last = blocks.spans[index + 1]
    elif line > 0:
        last = trimmed(text, first, line)[1]
    if first < last <= stop:
        yield FoundPost(start, last, (first, last), "instagram")
