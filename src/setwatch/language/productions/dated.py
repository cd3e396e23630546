"""Release dates as evidence: a name in a sentence that tells when something opens is likely the name of a film."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from setwatch.language.lexicon import lexicon
from setwatch.language.names.organisations import known_organisations, tails
from setwatch.language.words import Words, fold_text
from setwatch.model import DateMention, Sentence, Span

_LISTS = lexicon(__package__, "dated.toml")
_WEIGHTS = _LISTS["weights"]


def _phrases(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold_text(phrase).split()) for phrase in _LISTS["words"][name])


_RELEASE, _PLANS, _SAID = _phrases("release"), _phrases("plans"), _phrases("said")
_DATELESS, _BEFORE, _ADVERBS = _phrases("dateless"), _phrases("before"), _phrases("adverbs")
_TITLED, _UNDATED, _MOVED = _phrases("titled"), _phrases("undated"), _phrases("moved")
_SMALL = frozenset(word for phrase in _phrases("small") for word in phrase)
_MOST_SMALL = 4
_LONGEST = max(len(phrase) for phrase in _RELEASE | _PLANS | _SAID | _TITLED | _UNDATED | _BEFORE)
_LIST_MARK = re.compile(r"[\"”’'*_]{0,2}\s?(?:[(:\-–—|]|->|→){1,2}\s?$")
"""What stands between a name and its date in a list: `Lantern (May 5)`, `Lantern – May 5`."""
_ROW_DATE = re.compile(r"[\"”’'*_]{0,2}(?: on| in)? ")
_ROW_GAP = re.compile(r"[,;]? (?:and |with |then |followed by )?(?:the |The )?[\"“‘'_*]?")
_LED = frozenset((("followed", "by"), ("joining", "are")))
"""What leads from one title with its date to another."""
_TO = re.compile(r",? to ")
_ENTRY = re.compile(r"[:;] (?:and )?$")
"""What stands before a title that a comma parts from its date: `the dates: Lantern, May 5; Rook, June 2`."""
_QUOTED_ON = re.compile(r"[\"”’'] (?:on|for) $")
_DATE_FIRST = re.compile(r"\s?[:–—|-]\s?[\"“‘'_*]?")
_LIST_GAP = 6
_ROW = re.compile(r"(?:^|\n)[^\n]{2,80}[:(–—|-]\s?$")
_LONGEST_ROW, _CALENDAR = 90, 3
"""Characters of a line of a calendar before its date, and how many such lines make one."""
_LONGEST_DATE = 40
_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")


class Dated:
    """The dates of a text, and what its sentences tell beside them."""

    def __init__(self, words: Words, dates: Sequence[DateMention]) -> None:
        self._words = words
        text = words.text
        spans = (mention.span for mention in dates)
        # `Five years ago` dates whatever is talked about, `5 May` what is planned.
        self._dates = [span for span in spans if _names_time(text[span.start : span.end])]
        self._starts = [span.start for span in self._dates]
        self._told: dict[int, tuple[float, bool]] = {}
        self._rows = sum(_ROW.search(text[max(0, start - _LONGEST_ROW) : start]) is not None for start in self._starts)

    def weight(self, sentence: Sentence, span: Span) -> float:
        """Return how much the dates of a sentence speak for the name at `span` in it; nothing where it tells none."""
        if sentence.span.start not in self._told:
            self._told[sentence.span.start] = self._tell(sentence.span)
        weight, dated = self._told[sentence.span.start]
        listed = _WEIGHTS["listed"] + _WEIGHTS["rows"] * (self._rows >= _CALENDAR)
        return weight + (listed if dated and self._listed(span) else 0.0)

    def in_calendar(self, span: Span) -> bool:
        """Whether the name at `span` stands in a line of a calendar, its date behind it."""
        return self._rows >= _CALENDAR and self._listed(span)

    def says(self, sentence: Sentence, last: int) -> bool:
        """Whether the words after the word `last` say, with a date, what is said of a work that opens."""
        if self.weight(sentence, Span(0, 0)) == 0:
            return False
        start = last + 1
        while tuple(self._words.folded[start : start + 1]) in _ADVERBS:
            start += 1
        after = tuple(self._words.folded[start : start + _LONGEST])
        return any(after[:size] in _SAID for size in range(1, len(after) + 1))

    def asks(self, sentence: Sentence, first: int) -> bool:
        """Whether the words before the word `first` say, with a date, whose release it is: `the release of Lantern`."""
        if self.weight(sentence, Span(0, 0)) == 0:
            return False
        before = tuple(self._words.folded[max(0, first - _LONGEST) : first])
        return any(before[-size:] in _BEFORE for size in range(1, len(before) + 1))

    def in_sentence(self, sentence: Sentence) -> bool:
        """Whether a sentence has a date."""
        return bool(self._between(sentence.span.start, sentence.span.end))

    def names_another(self, first: int, last: int) -> bool:
        """Whether the words `first` to `last`, a run of capitals, are a title by the date that is told of them.

        It stands right behind them as in a list, or behind what is said of a work that opens or is moved.
        """
        span = Span(self._words.starts[first], self._words.ends[last])
        if any(
            date.start < span.end
            for date in self._between(span.start - _LONGEST_DATE, span.end)
            if date.end > span.start
        ):
            return False
        if self._listed(span) or self._in_row(first, last):
            return True
        moved = first > 0 and tuple(self._words.folded[first - 1 : first]) in _MOVED
        if moved and self._starts_after(last):
            return True
        words = self._words.folded
        after = tuple(words[last + 1 : last + 1 + _LONGEST])
        for size in range(len(after), 0, -1):
            if after[:size] in _UNDATED:
                return True
            if after[:size] in _TITLED and self._starts_after(last + size):
                return True
        return False

    def _in_row(self, first: int, last: int) -> bool:
        """Whether the words go on a row of titles with dates: `Lantern on May 5, Harbour on June 2 and Rook July 7`."""
        words = self._words
        start, end = words.starts[first], words.ends[last]
        at = bisect_left(self._starts, end)
        if at == len(self._dates) or _ROW_DATE.fullmatch(words.text[end : self._starts[at]]) is None:
            return False
        led = tuple(words.folded[max(0, first - 2) : first]) in _LED
        before = words.text[self._dates[at - 1].end : start] if at else "none"
        return led or _ROW_GAP.fullmatch(before) is not None

    def _starts_after(self, at: int) -> bool:
        """Whether a date begins behind the word `at`, small words between."""
        words = self._words
        for index in range(at + 1, min(at + 2 + _MOST_SMALL, len(words.folded))):
            place = bisect_left(self._starts, words.starts[index])
            if place < len(self._starts) and self._starts[place] == words.starts[index]:
                return True
            if words.folded[index] not in _SMALL:
                return False
        return False

    def before_date(self, first: int, last: int) -> int:
        """Return the last capital among the words `first` to `last` before a date among them: `Lantern to May 5`."""
        words = self._words
        dates = self._between(words.starts[first], words.ends[last])
        if dates:
            last = words.at(dates[0].start) - 1
            while last >= first and not words.capital[last]:
                last -= 1
        return last

    def says_plan(self, at: int) -> bool:
        """Whether the word `at` tells of a plan: in a headline its capital makes it no piece of the name before it."""
        return tuple(self._words.folded[at : at + 1]) in _PLANS | _SAID

    def _tell(self, span: Span) -> tuple[float, bool]:
        dates = self._between(span.start, span.end)
        words = self._words.folded[self._words.at(span.start) : self._words.at(span.end)]
        if not dates:
            return (_WEIGHTS["dateless"] if _has(words, _DATELESS) else 0.0), False
        weight = 0.0
        if _has(words, _RELEASE):
            weight = _WEIGHTS["release"]
        elif _has(words, _PLANS):
            weight = _WEIGHTS["plans"] + _WEIGHTS["two_dates"] * (len(dates) > 1)
        if not weight and self._is_row_or_pair(dates):
            weight = _WEIGHTS["plans"] + _WEIGHTS["two_dates"]
        if weight and self._names_studio(span):
            weight += _WEIGHTS["studio"]
        return weight, True

    def _is_row_or_pair(self, dates: Sequence[Span]) -> bool:
        """Whether two dates are told as from which to which something went, or each of a title in quotation marks."""
        text = self._words.text
        pairs = (text[one.end : other.start] for one, other in pairwise(dates))
        if any(_TO.fullmatch(between) for between in pairs):
            return True
        return sum(_QUOTED_ON.search(text[: date.start][-_LIST_GAP:]) is not None for date in dates) > 1

    def _names_studio(self, span: Span) -> bool:
        words = self._words
        first, last = words.at(span.start), words.at(span.end)
        return any(
            words.capital[at]
            and (
                words.folded[at] in known_organisations()
                or (at > first and words.capital[at - 1] and words.folded[at] in tails())
            )
            for at in range(first, last)
        )

    def _between(self, start: int, end: int) -> list[Span]:
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _listed(self, span: Span) -> bool:
        """Whether a date stands right behind the name, or before it, as in a list."""
        at = bisect_left(self._starts, span.end)
        if at and self._dates[at - 1].end <= span.start <= self._dates[at - 1].end + _LIST_GAP:
            between = self._words.text[self._dates[at - 1].end : span.start]
            if _DATE_FIRST.fullmatch(between):
                return True
        if at == len(self._dates) or self._starts[at] - span.end > _LIST_GAP:
            return False
        if self._words.text[span.end : self._starts[at]] == ", ":
            return _ENTRY.search(self._words.text[: span.start][-_LIST_GAP:]) is not None
        return _LIST_MARK.fullmatch(self._words.text[span.end : self._starts[at]]) is not None


def _names_time(words: str) -> bool:
    return any(c.isdecimal() for c in words) or _MONTH.search(words) is not None


def _has(words: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    opening = _opening(phrases)
    return any(
        tuple(words[at : at + size]) in phrases
        for at, word in enumerate(words)
        if word in opening
        for size in range(1, _LONGEST + 1)
    )


@cache
def _opening(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    """Return the words with which one of the phrases begins."""
    return frozenset(phrase[0] for phrase in phrases)
