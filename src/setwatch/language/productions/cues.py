"""Words of the trade in a text: where they stand tells a title from a common word."""

from bisect import bisect_left, bisect_right

from setwatch.language.lexicon import lexicon
from setwatch.language.productions.dated import Dated
from setwatch.language.productions.watchlist import ARTICLES
from setwatch.language.words import Words, fold_text
from setwatch.model import DateMention, Sentence

_CUES = lexicon(__package__, "words.toml")["cues"]
WORKS = frozenset(fold_text(word) for word in _CUES["works"])
SERIES = frozenset(fold_text(word) for word in _CUES["series"])
_NEAR = frozenset(fold_text(word) for word in _CUES["near"]) | WORKS
_MAYBE = frozenset(fold_text(word) for word in _CUES["maybe"])
_FOLLOWS = frozenset(tuple(fold_text(word) for word in phrase.split()) for phrase in _CUES["follows"])
_SAID_SURELY = frozenset(tuple(fold_text(word) for word in phrase.split()) for phrase in _CUES["said_surely"])
_FOLLOWS |= _SAID_SURELY
_LONGEST = max(len(phrase) for phrase in _FOLLOWS)
_POINTING = ARTICLES | {"its", "his", "her", "their", "an"}
_SURELY = frozenset(tuple(fold_text(word) for word in phrase.split()) for phrase in _CUES["surely"])
_LEADS = frozenset(tuple(fold_text(word) for word in phrase.split()) for phrase in _CUES["leads"]) | _SURELY
_LONGEST_LEAD = max(len(phrase) for phrase in _LEADS)
_GENRES = frozenset(fold_text(word) for word in _CUES["genres"]) | WORKS
_APPOSITION = 7
"""Words of the longest apposition that is read."""


class Cues:
    """The trade words of one text, and its sentences, by offset."""

    def __init__(self, words: Words, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...] = ()) -> None:
        self.words = words
        self.sentences = sentences
        self.dated = Dated(words, dates)
        self._headings: dict[int, bool] = {}
        self._starts = [sentence.span.start for sentence in sentences]
        self._near = words.starts_of(_NEAR)
        self._maybe = words.starts_of(_MAYBE)
        self.density = len(self._near) + len(self._maybe) / 2
        self._tells: bool | None = None

    @property
    def tells_release(self) -> bool:
        """Whether some sentence of the text tells, with a date, when something opens or where that was moved."""
        if self._tells is None:
            self._tells = any(self.dated.weight(sentence, sentence.span) > 0 for sentence in self.sentences)
        return self._tells

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds this offset."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].span.end else None

    def is_heading(self, sentence: Sentence) -> bool:
        """Whether a sentence is written with capitals throughout, so that they mark no names."""
        start = sentence.span.start
        if start not in self._headings:
            self._headings[start] = self.words.is_heading(self.words.at(start), self.words.at(sentence.span.end))
        return self._headings[start]

    def within(self, start: int, end: int, but: tuple[int, int]) -> float:
        """Return how many trade words start in `start` to `end` outside `but`; those with other uses count half."""
        return _count(self._near, start, end, but) + _count(self._maybe, start, end, but) / 2

    def follows(self, last: int, surely: bool = False) -> bool:
        """Whether the words after the word `last` say what is said of a work; `surely`: and of nothing else."""
        phrases = _SAID_SURELY if surely else _FOLLOWS
        after = self.words.folded[last + 1 : last + 1 + _LONGEST]
        return any(tuple(after[:size]) in phrases for size in range(1, len(after) + 1))

    def leads(self, first: int, surely: bool = False) -> bool:
        """Whether the words before the word `first`, an article between or not, lead to a work's name.

        `surely`: and to nothing else.
        """
        phrases = _SURELY if surely else _LEADS
        ends = [first, first - 1] if first and self.words.folded[first - 1] in ARTICLES else [first]
        return any(
            tuple(self.words.folded[end - size : end]) in phrases
            for end in ends
            for size in range(1, min(_LONGEST_LEAD, end) + 1)
        )

    def is_explained(self, last: int) -> bool:
        """Whether an apposition behind the word `last` says what kind of work it names: `, the fantasy by Roe,`."""
        words = self.words
        after = words.folded[last + 1 : last + 1 + _APPOSITION]
        owned = len(after) > 3 and words.capital[last + 1] and "s" in after[1:4]
        if not after or not (after[0] in _POINTING or owned) or not words.gap(last).startswith((", ", "”, ", ",” ")):
            return False
        for at, word in enumerate(after, last + 1):
            if word in _GENRES:
                return True
            if at + 1 < len(words.folded) and words.gap(at) not in (" ", "-", "’", "'"):
                return False
        return False


def _count(offsets: list[int], start: int, end: int, but: tuple[int, int]) -> int:
    inside = bisect_left(offsets, end) - bisect_left(offsets, start)
    return inside - max(0, bisect_left(offsets, min(end, but[1])) - bisect_left(offsets, max(start, but[0])))
