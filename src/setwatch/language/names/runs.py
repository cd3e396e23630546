"""Runs of words with capitals: what a name may be."""

from collections.abc import Iterator
from dataclasses import dataclass

from setwatch.language.names.vocabulary import ABBREVIATIONS, PARTICLES, STOP
from setwatch.language.words import Words
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


def runs(words: Words, sentences: tuple[Sentence, ...], taken: list[Span]) -> Iterator[Run]:
    """Yield the longest runs of capital words, with particles inside, that touch none of `taken`, in order."""
    blocked = _blocked(words, taken)
    at = 0
    for sentence in sentences:
        while at < len(words.starts) and words.starts[at] < sentence.span.start:
            at += 1
        start = at
        while at < len(words.starts) and words.starts[at] < sentence.span.end:
            at += 1
        if start < at:
            yield from _in_sentence(words, start, at, blocked)


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


def _in_sentence(words: Words, start: int, end: int, blocked: set[int]) -> Iterator[Run]:
    heading = is_heading(words, start, end)
    at = start
    while at < end:
        if not words.capital[at] or at in blocked:
            at += 1
            continue
        last = at
        while last - at < LONGEST and (following := _next(words, last, end, blocked)) is not None:
            last = following
        first = at
        at = last + 1
        while first <= last and words.folded[first] in STOP:
            first += 1
        while last >= first and words.folded[last] in STOP:
            last -= 1
        if first <= last:
            yield from _pieces(words, Run(first, last, first == start, heading))


def _pieces(words: Words, run: Run) -> Iterator[Run]:
    """Cut a run at stop words inside it: `Netflix Will Show` is none in one piece."""
    first = run.first
    for at in range(run.first, run.last + 2):
        if at > run.last or (
            words.folded[at] in STOP and words.folded[at] not in PARTICLES and not _initial(words, at, run)
        ):
            if first < at:
                yield Run(first, at - 1, run.opens and first == run.first, run.heading)
            first = at + 1


def _initial(words: Words, at: int, run: Run) -> bool:
    """Whether a single letter stands between two words, as in `Jane A Roe`."""
    return run.first < at < run.last and words.ends[at] - words.starts[at] == 1


def _next(words: Words, last: int, end: int, blocked: set[int]) -> int | None:
    """Return the index of the word that goes on with a run that is at `last`, or None."""
    at = last + 1
    if at >= end or at in blocked:
        return None
    gap = words.text[words.ends[last] : words.starts[at]]
    if gap not in _JOINTS or (gap[0] == "." and not _dotted(words, last)):
        return None
    if words.capital[at]:
        return at
    if gap in ("’", "'") or words.folded[at] not in PARTICLES:
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


def _dotted(words: Words, at: int) -> bool:
    """Whether a full stop after this word belongs to it: an initial or an abbreviation."""
    return words.ends[at] - words.starts[at] == 1 or words.folded[at] in ABBREVIATIONS


def is_heading(words: Words, start: int, end: int) -> bool:
    """Whether most longer words of a sentence have capitals, so that they mark no names.

    A sentence with a full stop is none, and commas part a list of names.
    """
    long = [
        at
        for at in range(start, end)
        if words.ends[at] - words.starts[at] > 3 and words.text[words.starts[at]].isalpha()
    ]
    if len(long) < 4 or sum(words.capital[at] for at in long) < 0.75 * len(long):
        return False
    after = words.text[words.ends[end - 1] : words.ends[end - 1] + 2]
    return not after.startswith(".") and words.text.count(",", words.starts[start], words.ends[end - 1]) < LIST
