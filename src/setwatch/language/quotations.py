"""Quotations and who says them."""

import re
from bisect import bisect_left

from setwatch.language.lexicon import lexicon
from setwatch.language.words import Words, fold_text
from setwatch.model import Mention, MentionKind, Quotation, Span

_WORDS = lexicon(__package__, "quotations.toml")
_VERBS = frozenset(fold_text(word) for word in _WORDS["verbs"])
_PRONOUNS = frozenset(fold_text(word) for word in _WORDS["pronouns"])

_QUOTED = re.compile(
    r"“([^“”\n]{1,1500})[”\n]|„([^„“”\n]{1,1500})[“”]|«([^«»\n]{1,1500})»|»([^«»\n]{1,1500})«|\"([^\"\n]{1,1500})\""
)
_STOP = re.compile(r"[.!?]\s")
REACH = 160
"""Characters before and after a quotation in which its speaker is looked for."""


def quotations(words: Words, names: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """Return the words between quotation marks with their speakers: a person or organisation with a verb of saying."""
    matches = list(_QUOTED.finditer(words.text))
    if not matches:
        return ()
    speech = _Speech(words, names)
    found = []
    for match in matches:
        start, end = next(match.span(group) for group in range(1, 6) if match[group] is not None)
        found.append(Quotation(Span(start, end), speech.speaker(start, end)))
    return tuple(found)


class _Speech:
    """Who can speak in a text, and where its verbs of saying are."""

    def __init__(self, words: Words, names: tuple[Mention, ...]) -> None:
        self._words = words
        self._speakers = [name for name in names if name.kind in (MentionKind.PERSON, MentionKind.ORGANISATION)]
        self._starts = [name.span.start for name in self._speakers]
        self._verbs = words.starts_of(_VERBS)
        self._pronouns = words.starts_of(_PRONOUNS)

    def speaker(self, start: int, end: int) -> str | None:
        """Return who says the words from `start` to `end`: named after them in their sentence, else before them."""
        text = self._words.text
        line_end = text.find("\n", end)
        line_end = min(len(text) if line_end < 0 else line_end, end + REACH)
        if stop := _STOP.search(text, end + 1, line_end):
            line_end = stop.start()
        line_start = max(text.rfind("\n", 0, start) + 1, start - REACH)
        for first, last, forward in ((end, line_end, True), (line_start, start, False)):
            if not _any_in(self._verbs, first, last):
                continue
            near = self._speakers[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
            people = [name for name in near if name.kind is MentionKind.PERSON] or near
            if people:
                return people[0].name if forward else people[-1].name
            if _any_in(self._pronouns, first, last):
                return self._last_named(start)
        return None

    def _last_named(self, before: int) -> str | None:
        earlier = self._speakers[: bisect_left(self._starts, before)]
        return next((name.name for name in reversed(earlier) if name.kind is MentionKind.PERSON), None)


def _any_in(offsets: list[int], first: int, last: int) -> bool:
    at = bisect_left(offsets, first)
    return at < len(offsets) and offsets[at] < last
