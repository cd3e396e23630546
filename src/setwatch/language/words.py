"""The words of a text with their offsets, and folded forms in which two spellings of a word are equal."""

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate, compress
from operator import and_, not_

_WORD = re.compile(r"([^\W\d_]+|\d+)")
_ASCII_WORD = re.compile(r"([a-zA-Z]+|[0-9]+)")
HEADING_SHARE = 0.8
"""Share of capitals among a line's longer words from which it counts as title-cased."""
HEADING_WORDS = 4
"""Longer words that a line needs to be judged at all; a longer word has more letters than `SHORT`."""
SHORT = 3
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_APART = {"ø": "o", "ł": "l", "đ": "d"}


class _Fold(dict[int, int]):
    """Each character in lower case without accents, one for one, so that offsets stay; made when first met."""

    def __missing__(self, code: int) -> int:
        lower = chr(code).lower()
        decomposed = unicodedata.normalize("NFKD", lower)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
        folded = plain if len(plain) == 1 else lower if len(lower) == 1 else chr(code)
        self[code] = ord(_APART.get(folded, folded))
        return self[code]


_FOLD = _Fold()


def lowered(text: str) -> str:
    """Return `text` in lower case, every character in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=4)
def low_of(text: str) -> str:
    """Return `lowered(text)`, kept for the last few texts."""
    return lowered(text)


def fold_text(text: str) -> str:
    """Return `text` in lower case without accents, character for character."""
    return _plain(lowered(text))


def _plain(low: str) -> str:
    if not low.isascii():
        for char in set(_BEYOND_ASCII.findall(low)):
            if (plain := chr(_FOLD[ord(char)])) != char:
                low = low.replace(char, plain)
    return low


def line_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the line begins that holds a stretch of `text`, and where it ends, without its break."""
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text)


def folded(text: str) -> str:
    """Return the folded words of `text` with blanks between."""
    return " ".join(_WORD.findall(fold_text(text)))


class Words:
    """Runs of letters and runs of digits of a text, in order.

    `starts` and `ends` are their offsets, `folded` themselves, folded; `accented` tells whether that took accents off.
    `capital` tells whether one begins with a capital, `capitals` are the indices of those that do. `joined` is the
    folded ones with blanks around each, and `offsets` are those of the blank before each in it, and of the last.
    """

    __slots__ = (
        "_headings",
        "_small",
        "accented",
        "capital",
        "capitals",
        "ends",
        "folded",
        "joined",
        "offsets",
        "starts",
        "text",
    )

    def __init__(self, text: str) -> None:
        low = low_of(text)
        plain = _plain(low)
        self.text = text
        self.accented = plain != low
        self._headings: dict[tuple[int, int], bool] = {}
        self._small: frozenset[str] | None = None
        pieces = _pieces(plain)
        edges = list(accumulate(map(len, pieces)))
        self.folded = pieces[1::2]
        self.starts = edges[:-1:2]
        self.ends = edges[1::2]
        self.capital = [text[start].isupper() for start in self.starts]
        self.capitals = [at for at, capital in enumerate(self.capital) if capital]
        self.joined = f" {' '.join(self.folded)} "
        self.offsets = list(accumulate([len(word) + 1 for word in self.folded], initial=0))

    @property
    def small(self) -> frozenset[str]:
        """All words that are somewhere written without a capital."""
        if self._small is None:
            self._small = frozenset(compress(self.folded, map(not_, self.capital)))
        return self._small

    def starts_of(self, words: frozenset[str]) -> list[int]:
        """Return the offsets at which one of these folded words begins, in order."""
        return [self.starts[at] for at, word in enumerate(self.folded) if word in words]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the indices of the first and last word that a match `start` to `end` in `joined` covers."""
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end - 1) - 1

    def at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after this offset of the text."""
        return bisect_left(self.starts, offset)

    def gap(self, at: int) -> str:
        """Return what stands between this word and the next."""
        return self.text[self.ends[at] : self.starts[at + 1]]

    def is_heading(self, start: int, end: int) -> bool:
        """Whether the words `start` to `end` (excluded) are a title-cased line, whose capitals mark no names.

        A line that ends with a full stop or that is a list of names (a comma to every three words) is none. What was
        judged once is kept, for productions and names ask of the same lines.
        """
        if (known := self._headings.get((start, end))) is None:
            known = self._headings[start, end] = self._is_heading(start, end)
        return known

    def _is_heading(self, start: int, end: int) -> bool:
        capital = self.capital[start:end]
        if sum(capital) < HEADING_SHARE * HEADING_WORDS:
            return False
        long = [len(word) > SHORT and not word.isdecimal() for word in self.folded[start:end]]
        count = sum(long)
        if count < HEADING_WORDS or sum(map(and_, long, capital)) < HEADING_SHARE * count:
            return False
        line = self.text[self.starts[start] : self.ends[end - 1] + 2]
        return not line.rstrip().endswith(".") and line.count(",") * 3 < end - start


def _pieces(plain: str) -> list[str]:
    """Return what stands between the words of a text and the words, in turn.

    Where all that is beyond ASCII in it are marks, a pattern of half the cost finds them.
    """
    if any(map(str.isalnum, set(_BEYOND_ASCII.findall(plain)))):
        return _WORD.split(plain)
    return _ASCII_WORD.split(plain)


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """Return the words of a text, kept for the last few texts: all that read one document share them."""
    return Words(text)
