"""Places: known ones, those that a place word marks, and those that a preposition marks."""

from setwatch.language.names.gazetteer import MOST_WORDS, gazetteer
from setwatch.language.names.runs import Run
from setwatch.language.names.vocabulary import ENDINGS, FIRST_NAMES, PLACE_FIRST, PLACE_LAST, PREPOSITIONS, THINGS
from setwatch.language.words import Words
from setwatch.model import Mention, MentionKind, Span

_NONE: frozenset[str] = frozenset()
_TELLING = {"en": frozenset(("in", "at", "near", "around", "outside", "across", "throughout"))}
"""Prepositions after which even an unknown name is a place; of other languages all, but none of German."""


def place_in(words: Words, run: Run, language: str) -> Mention | None:
    """Return the place with which a run begins, or that the run is; None where it is none."""
    before = (
        words.folded[run.first - 1] if run.first and words.starts[run.first] - words.ends[run.first - 1] == 1 else ""
    )
    after_preposition = before in PREPOSITIONS.get(language, _NONE)
    known = gazetteer()
    last = run.last
    if words.folded[last] in PLACE_LAST and last > run.first and words.text[words.starts[last] - 1] != "-":
        return _mention(words, run.first, last)
    for end in range(min(last, run.first + MOST_WORDS - 1), run.first - 1, -1):
        name = " ".join(words.folded[run.first : end + 1])
        whole = end == last
        if name in known.strong and (whole or after_preposition or end > run.first):
            return _mention(words, run.first, end)
        if name in known.weak and whole and after_preposition:
            return _mention(words, run.first, end)
        if whole and (base := _base(words, run.first, end, language)) is not None:
            span = Span(words.starts[run.first], words.ends[end])
            return Mention(MentionKind.PLACE, base, span)
    if (
        words.folded[run.first] in PLACE_FIRST
        and last > run.first
        and words.folded[run.first + 1] not in FIRST_NAMES
        and after_preposition
    ):
        return _mention(words, run.first, last)
    if before in _TELLING.get(language, _NONE if language == "de" else PREPOSITIONS.get(language, _NONE)) and _unknown(
        words, run
    ):
        return _mention(words, run.first, last)
    return None


def _mention(words: Words, first: int, last: int) -> Mention:
    span = Span(words.starts[first], words.ends[last])
    return Mention(MentionKind.PLACE, words.text[span.start : span.end], span)


def _base(words: Words, first: int, last: int, language: str) -> str | None:
    """Return the base form of an inflected place that the gazetteer knows: `Budapesten` is `Budapest`."""
    head = " ".join([*words.folded[first:last], ""])
    word = words.folded[last]
    raw = words.text[words.starts[first] : words.ends[last]]
    known = gazetteer()
    for ending, instead in ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            name = head + word[: len(word) - len(ending)] + instead
            if name in known.strong:
                return raw[: len(raw) - len(ending)] + instead
    return None


def _unknown(words: Words, run: Run) -> bool:
    """Whether a run that no list has may be a place after a preposition: few words, no person's, no thing's."""
    if (
        run.heading
        or run.last - run.first > 3
        or words.text[words.ends[run.last] : words.ends[run.last] + 2] in ("’s", "'s")
    ):
        return False
    return words.folded[run.first] not in FIRST_NAMES and not THINGS.intersection(
        words.folded[run.first : run.last + 1]
    )
