"""Cue words and phrases in a text, by class, from word lists kept as TOML beside the code.

A list maps languages to classes to phrases: `{"en": {"release": ["hits theaters", "premier*"]}}`. A phrase is words
with single spaces; `*` at the end of a word stands for any ending, `*` alone for up to five words and marks.

All lists of a language are looked for at once, in one pass over the words of a document; a sentence is then asked for
the cues of one list.
"""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from setwatch.language.words import Words, folded, low_of
from setwatch.model import Sentence, Span

FALLBACK = "en"
"""The language whose lists are read where there are none for a document's own."""
LISTS = (
    "release_undated",
    "filming_location",
    "filming_when",
    "production_status",
    "regions",
    "release_date",
    "release_how",
    "release_when",
    "surely",
)
MERE_WORDS = frozenset({"link", "open", "was"})
"""Classes that are read as words only, not looked for."""

_LEANING = "l|d|qu|n|s|c|j|m|t|dell|nell|all|dall|sull|un|quest|quell|jusqu|lorsqu"
"""French and Italian words that lean on the next with an apostrophe; each stands alone."""
_LEANS = re.compile(rf"\b(?:{_LEANING})'$")
_LONGEST_LEANING = 8
_ENDING = r"\w*(?:'\w+)?"
_GAP = rf"(?:\s*(?:(?:{_LEANING})'(?=\w)|(?>\w+(?:'\w+)?)|[^\w\s])){{0,5}}\s*(?<![\w'])"
_MARKS = frozenset((*' \n.,;:!?()"“”…–—-', ""))
"""What most words stand between; elsewhere it is looked at more closely."""
_FIRST_WORD = re.compile(r"[^\W_]")

Lists = Mapping[str, Mapping[str, Sequence[str]]]


class Cue(Struct, frozen=True, gc=False):
    """A phrase of the class `kind` at `span`, offsets into the document's text. `words` is the phrase of the list."""

    kind: str
    span: Span
    words: str


_HYPHENS = "-‑"
"""Stand in words that others write apart: `post-production`, `post production`."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a list: its letters up to the first `*`, and what matches the rest, None where there is none."""

    name: str
    kind: str
    words: str
    head: str
    lead: int
    """Characters of `head` before its first word."""
    rest: re.Pattern[str] | None


_Hits = Mapping[str, Mapping[int, Sequence[tuple[int, _Phrase]]]]
"""By list and start of the sentence: where the first word of what may be a phrase begins, and the phrase."""


def lists(name: str) -> Lists:
    """Return the word lists `name` of this folder (no suffix)."""
    found: Lists = tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    return found


def longest(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return those of the cues, which are in order, that lie in no longer one: `set in` is not `set`."""
    end = -1
    for cue in cues:
        if cue.span.start < end:
            break
        end = cue.span.end
    else:
        return tuple(cues)
    spans = {cue.span for cue in cues}
    held = {span for span in spans if any(other.holds(span) and other is not span for other in spans)}
    return tuple(cue for cue in cues if cue.span not in held) if held else tuple(cues)


class Cues:
    """The cues of one document in one language; what may be one is looked at when its sentence is asked for."""

    def __init__(self, text: str, hits: _Hits) -> None:
        self._low = low_of(text).replace("’", "'")
        self._hits = hits
        self._all: dict[str, dict[int, list[Cue]]] = {name: {} for name in hits}
        self._known: dict[str, dict[int, tuple[Cue, ...]]] = {name: {} for name in hits}

    def of(self, name: str, sentence: Sentence) -> tuple[Cue, ...]:
        """Return the cues of a list in a sentence in order, of each class the longest where several begin."""
        at = sentence.span.start
        if (hits := self._hits.get(name)) is None or at not in hits:
            return ()
        known = self._known[name]
        if at not in known:
            known[at] = _longest_each(self._in(name, sentence))
        return known[at]

    def within(self, name: str, sentence: Sentence, span: Span) -> tuple[Cue, ...]:
        """Return the cues of a list that lie in `span` of a sentence, as `of` does."""
        if (hits := self._hits.get(name)) is None or sentence.span.start not in hits:
            return ()
        return _longest_each([cue for cue in self._in(name, sentence) if span.holds(cue.span)])

    def _in(self, name: str, sentence: Sentence) -> list[Cue]:
        at, limit = sentence.span.start, sentence.span.end
        found = self._all[name].get(at)
        if found is None:
            found = self._all[name][at] = []
            for begin, phrase in self._hits[name][at]:
                end = _end(self._low, begin, phrase, limit)
                if end is not None:
                    found.append(Cue(phrase.kind, Span(begin - phrase.lead, end), phrase.words))
        return found


def _longest_each(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    if len(cues) < 2:
        return tuple(cues)
    best: dict[tuple[int, str], Cue] = {}
    for cue in cues:
        key = cue.span.start, cue.kind
        if key not in best or best[key].span.end < cue.span.end:
            best[key] = cue
    return tuple(sorted(best.values(), key=_start))


def _start(cue: Cue) -> int:
    return cue.span.start


class Phrasebook:
    """Named lists of one language in one automaton over folded words; of a list without it, the fallback's."""

    def __init__(self, named: Mapping[str, Lists], lang: str) -> None:
        phrases: dict[str, list[_Phrase]] = defaultdict(list)
        for name, found in named.items():
            for kind, entries in found.get(lang, found.get(FALLBACK, {})).items():
                for entry in entries if kind not in MERE_WORDS else ():
                    pattern, phrase = _phrase(name, kind, entry)
                    phrases[pattern].append(phrase)
        self._phrases = list(phrases.values())
        self._automaton = AhoCorasick(list(phrases)) if phrases else None

    def read(self, words: Words, sentences: Sequence[Sentence]) -> Cues:
        """Return the cues of a text; none goes beyond its sentence."""
        hits: dict[str, dict[int, list[tuple[int, _Phrase]]]] = defaultdict(_by_sentence)
        starts = [sentence.span.start for sentence in sentences]
        if self._automaton is not None and starts:
            begins, offsets, phrases = words.starts, words.offsets, self._phrases
            for number, start, _ in self._automaton.find_matches_as_indexes(words.joined, overlapping=True):
                begin = begins[bisect_left(offsets, start)]
                at = starts[max(0, bisect_right(starts, begin) - 1)]
                for phrase in phrases[number]:
                    hits[phrase.name][at].append((begin, phrase))
        return Cues(words.text, hits)


def _by_sentence() -> dict[int, list[tuple[int, _Phrase]]]:
    return defaultdict(list)


@lru_cache(maxsize=16)
def phrasebook(lang: str) -> Phrasebook:
    """Return all lists of a language (BCP 47, without its region), made at its first use."""
    return Phrasebook(_all_lists(), lang)


@lru_cache(maxsize=1)
def _all_lists() -> dict[str, Lists]:
    return {name: lists(name) for name in LISTS}


def _phrase(name: str, kind: str, entry: str) -> tuple[str, _Phrase]:
    """Return what the automaton looks for, and the phrase."""
    head, star, rest = entry.lower().partition("*")
    first = _FIRST_WORD.search(head)
    assert first, f"a phrase of {name} has no word before its mark: {entry}"
    stem = bool(star) and not head.endswith(" ")
    pattern = f" {folded(head)}{'' if stem else ' '}"
    after = None
    if star:
        gaps = [re.escape(piece.strip()).replace(r"\*", _ENDING) for piece in rest.split(" * ")]
        tail = _GAP.join([gaps[0] and rf"\s+{gaps[0]}", *gaps[1:]]) if stem else _GAP + _GAP.join(gaps)
        after = re.compile(rf"{_ENDING if stem else ''}{tail}(?!\w|'\w)")
    return pattern, _Phrase(name, kind, entry, head.rstrip(), first.start(), after)


def _end(low: str, begin: int, phrase: _Phrase, limit: int) -> int | None:
    """Return where a phrase ends whose first word begins at `begin`; None where its letters are not there."""
    start = begin - phrase.lead
    end = start + len(phrase.head)
    if not low.startswith(phrase.head, start):
        end = _loose(low, start, phrase.head, limit)
    if end > limit or end <= start or not (low[start - 1 : start] in _MARKS or _opens(low, start)):
        return None
    if phrase.rest is not None:
        rest = phrase.rest.match(low, end, limit)
        return rest.end() if rest else None
    return end if low[end : end + 1] in _MARKS or _closes(low, end) else None


def _loose(low: str, start: int, head: str, limit: int) -> int:
    """Return where the letters end if there are only more blanks or hyphens between them, else -1."""
    end = start
    for word in head.split():
        while end < limit and (low[end].isspace() or low[end] in _HYPHENS):
            end += 1
        if not low.startswith(word, end):
            return -1
        end += len(word)
    return end


def _opens(low: str, at: int) -> bool:
    """Whether a word or mark may begin here."""
    before = low[at - 1] if at else " "
    if before == "'":
        return at < 2 or not low[at - 2].isalnum() or bool(_LEANS.search(low, max(0, at - _LONGEST_LEANING), at))
    return not before.isalnum() and before != "_"


def _closes(low: str, at: int) -> bool:
    """Whether a word or mark ends here."""
    if not low[at - 1].isalnum():
        return True
    after = low[at : at + 1]
    if after == "'":
        return not low[at + 1 : at + 2].isalnum()
    return not after.isalnum() and after != "_"
