"""Runs of words with capitals: what a name may be."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from setwatch.language.names.gazetteer import gazetteer
from setwatch.language.names.vocabulary import (
    ABBREVIATIONS,
    FIRST_NAMES,
    ORGANISATION_LAST,
    PARTICLES,
    PLACE_FIRST,
    PLACE_LAST,
    STOP,
    SURNAMES,
)
from setwatch.language.words import Words
from setwatch.model import Sentence, Span

_JOINTS = frozenset((" ", "-", "‑", "\u00a0", "’", "'", " & ", ". ", "."))


_HYPHENS = ("-", "‑")
_OF = frozenset(("de", "del", "d", "du", "des", "di", "da", "do", "am", "an", "im", "upon", "on", "la", "sul", "sur"))
"""Small words inside names of places."""
LONGEST = 16
"""Words after which a run is cut: no name is so long."""


class Run(Struct, frozen=True, gc=False):
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
    starts = [sentence.span.start for sentence in sentences]
    done = -1
    start = end = 0
    heading = False
    for at in words.capitals:
        if at < done or at in blocked:
            continue
        if at >= end:
            number = bisect_right(starts, words.starts[at]) - 1
            if number < 0 or words.starts[at] >= sentences[number].span.end:
                continue
            start, end = words.at(starts[number]), words.at(sentences[number].span.end)
            heading = language != "de" and words.is_heading(start, end)
        last = at
        while last - at < LONGEST and (following := _next(words, at, last, end, blocked)) is not None:
            last = following
        done = last + 1
        yield from _trimmed(words, Run(at, last, at == start, heading))


def _blocked(words: Words, taken: list[Span]) -> set[int]:
    blocked: set[int] = set()
    for span in taken:
        first = words.at(span.start)
        blocked.update(range(first - (first > 0 and words.ends[first - 1] > span.start), words.at(span.end)))
    return blocked


def _trimmed(words: Words, run: Run) -> Iterator[Run]:
    """Take words that are no names off both ends, and cut a run at those inside it."""
    first, last = run.first, run.last
    while first <= last and is_stop(words, first) and not _begins_place(words, first, last):
        first += 1
    while last >= first and is_stop(words, last) and not _ends_organisation(words, last, run):
        last -= 1
    if first <= last:
        yield from _pieces(words, Run(first, last, run.opens and first == run.first, run.heading))


def _pieces(words: Words, run: Run) -> Iterator[Run]:
    """Cut a run at stop words inside it: `Netflix Will Show` is none in one piece."""
    first = run.first
    for at in range(run.first, run.last + 2):
        if at > run.last or (
            at > run.first
            and is_stop(words, at)
            and words.folded[at] not in PARTICLES
            and words.gap(at - 1) not in _HYPHENS
            and not _initial(words, at, run)
            and not _ends_organisation(words, at, run)
        ):
            if first < at:
                yield Run(first, at - 1, run.opens and first == run.first, run.heading)
            first = at + 1


def is_stop(words: Words, at: int) -> bool:
    """Whether a word with a capital begins and ends no name; `US` in capitals is a country, `Jane Best` a name."""
    word = words.folded[at]
    if word not in STOP or (
        word in SURNAMES and at and words.folded[at - 1] in FIRST_NAMES and words.gap(at - 1) == " "
    ):
        return False
    return words.text[words.starts[at] : words.ends[at]] != "US"


def _begins_place(words: Words, first: int, last: int) -> bool:
    """Whether a common word begins the name of a known place: `Los Angeles`."""
    if last == first or words.folded[first] not in PLACE_FIRST:
        return False
    return " ".join(words.folded[first : first + 2]) in gazetteer().strong


def _ends_organisation(words: Words, at: int, run: Run) -> bool:
    """Whether a word ends the name of an organisation though it is a common one: `Northlight Pictures`."""
    before = at - 1
    return (
        at > run.first
        and not run.heading
        and words.folded[at] in ORGANISATION_LAST
        and words.folded[before] not in STOP
    )


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
    if gap in _HYPHENS:
        return _after_hyphens(words, at, end, blocked)
    if (further := _in_known_place(words, first, at, end, blocked)) is not None:
        return further
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


def _after_hyphens(words: Words, at: int, end: int, blocked: set[int]) -> int | None:
    """Return the word after small ones between hyphens: the `Mer` of `Orrin-sur-Mer`, of `Orrin-de-la-Mer`."""
    for further in (at + 1, at + 2):
        if further >= end or further in blocked or words.gap(further - 1) not in _HYPHENS:
            return None
        if words.capital[further]:
            return further
    return None


def _in_known_place(words: Words, first: int, at: int, end: int, blocked: set[int]) -> int | None:
    """Return the word after small ones that known places have inside: the `Compostela` of `Santiago de Compostela`."""
    if words.folded[at] not in _OF or words.gap(at - 1) != " ":
        return None
    for further in (at + 1, at + 2):
        if further >= end or further in blocked or words.gap(further - 1) not in (" ", "’", "'"):
            return None
        if words.capital[further]:
            return further if gazetteer().knows(" ".join(words.folded[first : further + 1])) else None
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
