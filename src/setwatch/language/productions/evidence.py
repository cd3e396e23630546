"""Candidates: places where the text has the words of a name, and what speaks for the name being meant."""

import re
from dataclasses import dataclass

from setwatch.language.productions.cues import WORKS, Cues
from setwatch.language.productions.watchlist import Form, Strength, Watchlist
from setwatch.language.words import Words, fold_word
from setwatch.model import Production, Span

THRESHOLD = 3.0
"""Evidence from which a name counts; see `weigh`."""

_GAP = re.compile(r"[\s:;,.\-–—‑&+/|'’‘´`\"“”„*_#()…·!?]{0,5}")
_STOP = re.compile(r"[.;!?]\s|\n\s*\n")
_HASHTAG = re.compile(r"#([^\W_]\w{2,60})")
_MARKS = {
    "“": "”",
    "„": "“",
    "«": "»",
    "»": "«",
    "‘": "’",
    "'": "'",
    '"': '"',
    "_": "_",
    "*": "*",
    "”": "”",
    "‚": "‘",
    "’": "’",
}
_CLOSERS = {**_MARKS, "„": '“”"', "“": '”"“'}
_YEAR = re.compile(r"[\"”’'_*]?,?\s?\((?:19|20)\d\d\)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """The words of a name in the text. `shaped`: written with capitals as the name is, or with no need for them."""

    production: int
    span: Span
    strength: Strength
    shaped: bool
    quoted: bool
    caps: bool
    first: int
    last: int


def candidates(text: str, words: Words, watch: Watchlist) -> list[Candidate]:
    """Return the longest readings of the watched names in the text, none overlapping, in order."""
    found: list[Candidate] = []
    for start, end, forms in watch.matches(words.joined):
        first = words.places[start]
        last = words.places.get(end - 1, len(words.folded)) - 1
        if _continuous(text, words, first, last):
            found += (candidate for form in forms for candidate in _candidate(text, words, first, last, form))
    for tag in _HASHTAG.finditer(text):
        span = Span(tag.start(), tag.end())
        for form in watch.squashed.get(fold_word(tag[1]), ()):
            found.append(Candidate(form.production, span, Strength.NUMBERED, True, True, False, 0, -1))
    found.sort(key=lambda c: (c.span.start, -c.span.end, c.production))
    return _longest(found)


def _longest(found: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in found:
        if not kept or kept[-1].span.end <= candidate.span.start:
            kept.append(candidate)
        elif _better(candidate, kept[-1]):
            kept[-1] = candidate
    return kept


def _better(new: Candidate, old: Candidate) -> bool:
    """Whether a later candidate replaces the one that it overlaps: a surer one of the same place, or a longer one."""
    if new.shaped != old.shaped:
        return new.shaped
    return new.span.end - new.span.start > old.span.end - old.span.start


def _continuous(text: str, words: Words, first: int, last: int) -> bool:
    for at in range(first, last):
        gap = text[words.ends[at] : words.starts[at + 1]]
        if gap != " " and (_GAP.fullmatch(gap) is None or _STOP.search(gap)):
            return False
    return True


def _candidate(text: str, words: Words, first: int, last: int, form: Form) -> list[Candidate]:
    start, end = words.starts[first], words.ends[last]
    if form.initials and not text[start].isupper():
        return []
    if text[start - 1 : start] in ("@", "/") or text[end : end + 1] in ("/", "@") or _in_word(text, start, end):
        return []
    capital = [text[words.starts[at]].isupper() for at in range(first, last + 1)]
    shaped = form.strength is Strength.NUMBERED or all(
        is_ or not wanted for is_, wanted in zip(capital, form.cased, strict=True)
    )
    surface = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[end : end + 1] == ",":
        after = text[end + 1 : end + 2]
    quoted = before in _MARKS and bool(after) and after in _CLOSERS[before] if before else False
    if before == "#":
        start -= 1
    caps = surface.isupper() and len(surface) > 3
    return [Candidate(form.production, Span(start, end), form.strength, shaped, quoted, caps, first, last)]


def _in_word(text: str, start: int, end: int) -> bool:
    """Whether the words are a piece of an address or of a longer word (`10mi7`, `dune.com`)."""
    after = text[end : end + 1]
    if after == "." and text[end + 1 : end + 2].islower():
        return True
    return text[start - 1 : start] == "." and start > 1 and text[start - 2].isalnum()


def weigh(candidate: Candidate, cues: Cues, watched: tuple[Production, ...]) -> float:
    """Return how much speaks for a candidate by itself.

    A numbered name of a franchise: 3. Else one point for each word after the first, at most two, if written with the
    name's capitals; two for quotation marks or a year after it; up to two for words of the trade in its sentence
    (twice where one stands beside it), one for a text full of them; one for capitals where the others have none.
    """
    if candidate.strength is Strength.NUMBERED:
        return THRESHOLD
    if not candidate.shaped:
        return 0
    words, span = cues.words, candidate.span
    weight = float(candidate.strength)
    weight += 2 if candidate.quoted else 0
    weight += 2 if _YEAR.match(words.text, span.end) else 0
    sentence = cues.sentence_at(span.start)
    if sentence is not None:
        weight += min(2.0, cues.within(sentence.span.start, sentence.span.end, (span.start, span.end)))
        weight += 1 if candidate.caps and not sentence.text.isupper() else 0
    weight += 1 if _beside(words, candidate) else 0
    weight += min(1.0, cues.density / 8)
    return weight


def _beside(words: Words, candidate: Candidate) -> bool:
    around = words.folded[max(0, candidate.first - 1) : candidate.first]
    around += words.folded[candidate.last + 1 : candidate.last + 2]
    return any(word in WORKS for word in around)
