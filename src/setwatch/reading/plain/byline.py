"""Who wrote a text: names as printed, from bylines and bios; no desks, houses or agencies."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from setwatch.model import flat
from setwatch.reading.plain.lines import RUNNING, Line, head_of, lines_of
from setwatch.reading.printed import printed_dates

_WORDS = tomllib.loads(files(__package__).joinpath("byline.toml").read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NO_NAME = frozenset(_WORDS["not_a_name"])
_PARTICLES = frozenset(_WORDS["particle"])
_WORD_OF_NAME = r"[^\W\d_][\w.'’-]{0,24}"
_NAME = rf"(?P<name>{_WORD_OF_NAME}(?:[ \xa0]{_WORD_OF_NAME}){{0,4}})"
_BY = re.compile(
    rf"(?:^|[|·•–—,-][ \xa0]?|\d[ \xa0])(?:{_any_of(_WORDS['by'])})[ \xa0]?(?::|(?=\s))[ \xa0]{{0,3}}{_NAME}",
    re.IGNORECASE,
)
_BY_ALONE = re.compile(rf"(?:{_any_of(_WORDS['by'])})(?:[ \xa0]?:|[ \xa0]?(?=$|\s))", re.IGNORECASE)
_ROLE = re.compile(rf"\b(?:{_any_of(_WORDS['role'])})s?\b", re.IGNORECASE)
_BESIDE = re.compile(rf"\b(?:{_any_of(_WORDS['beside'])})\b", re.IGNORECASE)
_BIO = re.compile(
    rf"(?P<name>{_WORD_OF_NAME}(?:[ \xa0]{_WORD_OF_NAME}){{1,3}}?),?[ \xa0](?:{_any_of(_WORDS['bio_verb'])})\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"^(?:about|über|à propos de|sobre|over|om)(?: the author| den autor| l'auteur| el autor)?:?\s{{1,3}}{_NAME}$"
    rf"|\babout the authors?:?\s{{0,3}}(?P<name2>{_WORD_OF_NAME}(?:[ \xa0]{_WORD_OF_NAME}){{0,4}})",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\by\b|\bet\b|\be\b|\bи\b|\bés\b|\boch\b|\bog\b|\ben\b)\s*")
_NO_NAME_MARK = re.compile(r"[:/|<>@#()\[\]\"“”!?,;]|\.\w{2}")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}|uhr)\b)?", re.IGNORECASE)
_EDITED = re.compile(r"\b(?:edited|reviewed|fact.checked|translated) by\b", re.IGNORECASE)

FOOT = 9
"""Last lines in which bios and signatures stand."""

BIO_REACH = 60
"""Characters after `X is` in which a bio names the role."""

LONGEST = 4
"""Words of a name at most, particles not counted."""


def byline_of(text: str, outlet: str | None = None) -> tuple[str, ...]:
    """Return the authors' names as printed, in the order of the text, each once; never the outlet's own name."""
    lines = lines_of(text)
    head = head_of(lines)
    foot = lines[len(head) :][-FOOT:]
    found = [*_after_by(lines, head)] or [*_bare(head, text)]
    if not found:
        found = [*_after_by(foot, foot), *_bios(foot, text)]
    kept: list[str] = []
    for name in found:
        if flat(name) == flat(outlet):
            continue
        if not any(name.casefold() in other.casefold() for other in kept):
            kept.append(name)
    return tuple(kept)


def is_name(words: str, single: bool = False) -> bool:
    """Whether words have the shape of a person's name and none of them is a word of desks, houses or sections."""
    tokens = words.split()
    if not tokens or len(tokens) > LONGEST + 2 or (len(tokens) == 1 and not single):
        return False
    folded = [token.casefold().strip(".,") for token in tokens]
    if any(token in _NO_NAME and token not in _PARTICLES for token in folded):
        return False
    if _NO_NAME_MARK.search(words) or _BY_ALONE.match(f"{words} "):
        return False
    core = [token for token, fold in zip(tokens, folded, strict=True) if fold not in _PARTICLES]
    return 1 <= len(core) <= LONGEST and all(
        token[0].isupper() and not any(c.isdigit() for c in token) for token in core
    )


def _clip(words: str) -> str | None:
    """The longest start of `words` that is a name: a byline may run on into a date, a role or an outlet."""
    tokens = words.split()
    for length in range(min(len(tokens), LONGEST + 2), 0, -1):
        name = (
            " ".join(tokens[:length]).rstrip(".,-–")
            if len(tokens[length - 1]) > 2
            else " ".join(tokens[:length]).rstrip(",-–")
        )
        if is_name(name, single=length == len(tokens)):
            return name
    return None


def _names(words: str) -> Iterator[str]:
    for part in _SEPARATOR.split(words):
        name = _clip(part)
        if name:
            yield name


def _after_by(lines: list[Line], head: list[Line]) -> Iterator[str]:
    for index, line in enumerate(head):
        if len(line.text) > 200:
            continue
        shown = _undated(_EDITED.split(line.text)[0])
        match = _BY.search(shown)
        if match:
            yield from _names(_until_stop(shown[match.start("name") :]))
        elif _BY_ALONE.fullmatch(shown) and index + 1 < len(lines):
            yield from _names(_until_stop(_undated(lines[index + 1].text)))


_STOP = re.compile(
    r"\s{2,}|[|·•(\[]|\s[-–—]\s|\s@|\bfor\b|\bpublished\b|\bupdated\b|\bat\b|\d|\bwrites\b|\bfollow\b", re.IGNORECASE
)


def _until_stop(words: str) -> str:
    return _STOP.split(words, maxsplit=1)[0][:120]


def _undated(line: str) -> str:
    """The line with a bar in place of its dates."""
    for date in reversed(list(printed_dates(line))):
        line = f"{line[: date.start]}|{line[date.end :]}"
    return line.strip()


def _bare(head: list[Line], text: str) -> Iterator[str]:
    """Names alone on a line of the head, with or beside a date, beside a role or a reading time, or told only there."""
    begun = next((index for index, line in enumerate(head) if len(line.text) >= RUNNING), len(head))
    for index, line in enumerate(head):
        shown = _undated(line.text) if len(line.text) < 90 else ""
        name = _CLOCK.sub("", shown).strip("|·•–—-, ")
        before, _, role = name.partition(",")
        if role and is_name(before) and _ROLE.search(role) and len(role) < 40:
            yield before
            continue
        if not is_name(name) or len(name) > 60:
            continue
        near = [head[i].text for i in (index - 1, index + 1) if 0 <= i < len(head)]
        marked = any(_marks(other) for other in near if len(other) < 90)
        if marked or (index < begun and text.count(name) == 1):
            yield name


def _marks(line: str) -> bool:
    return bool(_BESIDE.search(line) or next(printed_dates(line), None) or (len(line) < 40 and _ROLE.search(line)))


def _bios(foot: list[Line], text: str) -> Iterator[str]:
    """Names in sentences about authors, names over such a sentence, names on the last line."""
    for index, line in enumerate(foot):
        about = _ABOUT.search(line.text)
        match = _BIO.match(line.text)
        after = foot[index + 1].text if index + 1 < len(foot) else ""
        if about:
            yield from _names(_until_stop(about["name"] or about["name2"]))
        elif match and is_name(match["name"]) and _ROLE.search(line.text[match.end("name") : match.end() + BIO_REACH]):
            yield match["name"]
        elif len(line.text) >= 60:
            continue
        elif after and is_name(line.text):
            if (
                line.text in after
                or _ROLE.search(after[:200])
                or (index == len(foot) - 2 and text.count(line.text) == 1)
            ):
                yield line.text
        elif not after:
            names = _SEPARATOR.split(line.text)
            if len(names) <= 3 and all(is_name(name) and text.count(name) == 1 for name in names):
                yield from names
