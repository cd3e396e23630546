"""Sentences of a text, with their offsets: running text, headlines, list items, captions and posts."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from setwatch.language.lexicon import lexicon
from setwatch.model import Document, Sentence, Span

_WORDS = lexicon(__package__, "sentences.toml")
_ALWAYS = frozenset(_WORDS["always"])
_NUMBER = frozenset(_WORDS["number"])
_MONTHS = frozenset(_WORDS["months"])
_MAYBE = frozenset(_WORDS["maybe"])
_STARTERS = frozenset(_WORDS["starters"])

ABBREVIATIONS = _ALWAYS | _NUMBER
"""Words, folded, whose full stop ends no sentence, the second only before a digit."""

MARK = re.compile(r"[.!?…]")
"""A mark that may end a sentence."""

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_END = re.compile(r"([.!?…。！？]{1,8})([\"”’'»«“)\]]{0,3})(\s{1,20}|(?=[^\W\d_a-z]))")
"""Where a sentence may end: marks and white space, or marks to which a capital is glued."""
_GLUED = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{1,12} ")
_OPENING = "\"“”‘'«»„‚([*_—–-•"
_WORD_BEFORE = re.compile(r"(?:\w{1,3}\. ?){0,3}[\w№º]{1,20}$")
_LOOK_BACK = 32
_LONGEST_WORD = 20
_TITLE = 50
"""Characters of a title on either side of a mark in it."""
_YEAR = re.compile(r"\((?:19|20)\d\d\)")
"""What belongs to a title in quotation marks before it: `"Lantern!" (2019)`."""
_CLOSES = re.compile(r"[^\"“”.!?\n]{1,50}[\"”](?:,[\"”]?)?\s[a-z]")


class Whole(NamedTuple):
    """A name with marks in it that end no sentence, from `start` to `end`; its last mark, if any, ends at `closed`."""

    start: int
    end: int
    closed: int


def sentences(document: Document, names: Sequence[Whole] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of a document in order; none crosses a line break or the edge of a post.

    None ends inside one of `names`, and behind its last mark only where a capital follows.
    """
    text = document.text
    found = []
    for start, end, post in _regions(document):
        for line in _LINE.finditer(text, start, end):
            for first, last in _split(text, line.start(), line.end(), names):
                found.append(Sentence(Span(first, last), text[first:last], post))
    return tuple(found)


def _regions(document: Document) -> Iterator[tuple[int, int, int | None]]:
    """Cut the text at the edges of posts. Of overlapping posts the first, larger one has the words."""
    at, length = 0, len(document.text)
    posts = sorted(enumerate(document.posts), key=lambda item: (item[1].evidence.start, -item[1].evidence.end))
    for index, post in posts:
        start, end = max(at, post.evidence.start), min(length, post.evidence.end)
        if start >= end:
            continue
        if at < start:
            yield at, start, None
        yield start, end, index
        at = end
    if at < length:
        yield at, length, None


def _split(text: str, start: int, end: int, names: Sequence[Whole]) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _END.finditer(text, start, end):
        if names and _within(text, stop, names):
            continue
        if _ends(text, first, stop, end) if stop[3] else _glued(text, stop):
            yield from _trimmed(text, first, stop.end(2))
            first = stop.end()
    yield from _trimmed(text, first, end)


def _within(text: str, stop: "re.Match[str]", names: Sequence[Whole]) -> bool:
    """Whether marks belong to a name, and not to the end of a sentence."""
    at = stop.start()
    if any(name.start <= at < name.end for name in names):
        return True
    follows = text[stop.end() : stop.end() + 1].islower()
    return follows and any(name.end <= at < name.closed for name in names)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _glued(text: str, stop: "re.Match[str]") -> bool:
    """Whether the next sentence begins without a blank: `over.The`. An address or an abbreviation is none."""
    at = stop.start()
    return not stop[2] and at > 2 and text[at - 3 : at].isalpha() and _GLUED.match(text, stop.end()) is not None


def _ends(text: str, first: int, stop: "re.Match[str]", end: int) -> bool:
    """Whether a sentence that began at `first` ends with the marks of `stop`."""
    at = stop.end()
    while at < end and text[at] in _OPENING:
        at += 1
    if at >= end:
        return True
    following = text[at]
    if stop[2] and _YEAR.match(text, stop.end()):
        return False
    if stop[1] in "!?" and not stop[2] and _in_title(text, first, stop.start()):
        return False
    if stop[1] != ".":
        return not following.islower() or (not stop[2] and "…" not in stop[1] and ".." not in stop[1])
    if following.islower() or (text[at + 1 : at + 2] == "." and _single(text, stop.start())):
        return False
    if stop[2] and stop[2][0] in '"”»“':
        return True
    blank = text.rfind(" ", max(first, stop.start() - _LONGEST_WORD), stop.start())
    word = text[blank + 1 : stop.start()]
    if blank > first and text[blank - 1] != "." and word.isalpha():
        return _word_ends(word, following, text[at : at + 16])
    match = _WORD_BEFORE.search(text, max(first, stop.start() - _LOOK_BACK), stop.start())
    return match is None or _word_ends(match[0], following, text[at : at + 16])


def _in_title(text: str, first: int, at: int) -> bool:
    """Whether a title in quotation marks that began shortly before goes on: `"Lantern! The Return" opens`."""
    opened = max(text.rfind(mark, max(first, at - _TITLE), at) for mark in '"“')
    if opened < 0 or text.count('"', first, at) % 2 != text.startswith('"', opened):
        return False
    closed = _CLOSES.match(text, at + 1, at + _TITLE)
    return closed is not None


def _single(text: str, at: int) -> bool:
    """Whether the word before `at` is a single letter, as in `z. B.`"""
    return at > 0 and text[at - 1].isalpha() and (at < 2 or not text[at - 2].isalnum())


def _word_ends(before: str, following: str, after: str) -> bool:
    """Whether a full stop after the word `before` ends a sentence when `after` comes next, not in lower case."""
    word = before.lower()
    last = word.rsplit(" ", 1)[-1]
    last_dotless = last.rsplit(".", 1)[-1]
    if word in _ALWAYS or last in _ALWAYS:
        return False
    if following.isdigit() and (last_dotless in _NUMBER or last_dotless in _MONTHS):
        return False
    if last_dotless.isdigit() and len(last_dotless) <= 2 and " " not in last:
        return _ordinal_ends(after)
    if word in _MAYBE or last in _MAYBE:
        return after.split(" ", 1)[0] in _STARTERS
    return not (len(last_dotless) == 1 and last_dotless.isalpha() and before[-1].isupper() and last_dotless != "i")


def _ordinal_ends(after: str) -> bool:
    """Whether a new sentence starts after `3.`: not where a month follows, as in `3. Oktober`."""
    return after[:3].lower() not in _MONTH_HEADS


_MONTH_HEADS = frozenset(month[:3] for month in _MONTHS)
