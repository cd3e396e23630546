"""Runs of words with capitals: what a name may be."""

from collections.abc import Iterator
from dataclasses import dataclass

from setwatch.language.names.vocabulary import ABBREVIATIONS, FIRST_NAMES, PARTICLES, PLACE_LAST, STOP
from setwatch.language.words import Words, is_heading
from setwatch.model import Sentence, Span

_JOINTS = frozenset((" ", "-", "‑", "\u00a0", "’", "'", " & ", ". ", "."))

LIST = 3
"""Commas from which a line is a list of names rather than a headline."""

LONGEST = 16
"""Words after which a run is cut: no name is so long."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (included). `opens`: they begin a sentence; `heading`: they are in a title-cased line."""

    first: int
    last: int
    opens: bool
    heading: bool


def runs(words: Words, sentences: tuple[Sentence, ...], taken: list[Span], language: str) -> Iterator[Run]:
    """Yield the longest runs of capital words, with particles inside, that touch none of `taken`, in order.

    German writes all nouns with capitals, so that no line of it is a heading.
    """
    blocked = _blocked(words, taken)
    at = 0
    for sentence in sentences:
        while at < len(words.starts) and words.starts[at] < sentence.span.start:
            at += 1
        start = at
        while at < len(words.starts) and words.starts[at] < sentence.span.end:
            at += 1
        if start < at:
            yield from _in_sentence(words, start, at, blocked, language)


def _blocked(words: Words, taken: list[Span]) -> set[int]:
    blocked: set[int] = set()
    spans = iter(sorted(taken, key=lambda span: span.start))
    span = next(spans, None)
    for at, start in enumerate(words.starts):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None:
            break
        if words.ends[at] > span.start:
            blocked.add(at)
    return blocked


def _in_sentence(words: Words, start: int, end: int, blocked: set[int], language: str) -> Iterator[Run]:
    heading = language != "de" and is_heading(words, start, end)
    at = start
    while at < end:
        if not words.capital[at] or at in blocked:
            at += 1
            continue
        last = at
        while last - at < LONGEST and (following := _next(words, at, last, end, blocked)) is not None:
            last = following
        first = at
        at = last + 1
        while first <= last and is_stop(words, first):
            first += 1
        while last >= first and is_stop(words, last):
            last -= 1
        if first <= last:
            yield from _pieces(words, Run(first, last, first == start, heading))


def _pieces(words: Words, run: Run) -> Iterator[Run]:
    """Cut a run at stop words inside it: `Netflix Will Show` is none in one piece."""
    first = run.first
    for at in range(run.first, run.last + 2):
        if at > run.last or (is_stop(words, at) and words.folded[at] not in PARTICLES and not _initial(words, at, run)):
            if first < at:
                yield Run(first, at - 1, run.opens and first == run.first, run.heading)
            first = at + 1


def is_stop(words: Words, at: int) -> bool:
    """Whether a word with a capital begins and ends no name; `US` in capitals is a country."""
    return words.folded[at] in STOP and words.text[words.starts[at] : words.ends[at]] != "US"


def _surname(words: Words, at: int, first: int, heading: bool) -> bool:
    """Whether a common word follows a first name as a surname does: `Jane Best`."""
    return not heading and at == first + 1 and words.folded[first] in FIRST_NAMES and words.capital[at]


def _initial(words: Words, at: int, run: Run) -> bool:
    """Whether a word is an initial inside a name: the `Z` of `Jane Z Roe`."""
    return run.first < at < run.last and words.ends[at] - words.starts[at] == 1


def _next(words: Words, first: int, last: int, end: int, blocked: set[int]) -> int | None:
    """Return the index of the word that goes on with a run from `first` that is at `last`, or None."""
    at = last + 1
    if at >= end or at in blocked:
        return None
    gap = words.text[words.ends[last] : words.starts[at]]
    if gap not in _JOINTS or (gap[0] == "." and not _dotted(words, last)):
        return None
    if words.capital[at]:
        return at
    if gap in ("’", "'"):
        return _after_possessive(words, at, end, blocked)
    if words.folded[at] not in PARTICLES or not (
        words.folded[first] in FIRST_NAMES or words.ends[last] - words.starts[last] == 1
    ):
        return None
    for further in (at + 1, at + 2):
        if (
            further >= end
            or further in blocked
            or words.text[words.ends[further - 1] : words.starts[further]] not in (" ", "’", "'", "-")
        ):
            return None
        if words.capital[further]:
            return further
        if words.folded[further] not in PARTICLES:
            return None
    return None


def _after_possessive(words: Words, at: int, end: int, blocked: set[int]) -> int | None:
    """Return the word after a possessive if it makes a place's name of it: `St Orrin's Hall`."""
    further = at + 1
    if words.folded[at] != "s" or further >= end or further in blocked or not words.capital[further]:
        return None
    return further if words.folded[further] in PLACE_LAST and words.text[words.ends[at]] == " " else None


def _dotted(words: Words, at: int) -> bool:
    """Whether a full stop after this word belongs to it: an initial or an abbreviation."""
    return words.ends[at] - words.starts[at] == 1 or words.folded[at] in ABBREVIATIONS
