"""The words of a text with their offsets, and folded forms in which two spellings of a word are equal."""

import re
import unicodedata
from bisect import bisect_left
from itertools import accumulate

_WORD = re.compile(r"[^\W\d_]+|\d+")
HEADING_SHARE = 0.8
"""Share of capitals among a line's longer words from which it counts as title-cased."""
HEADING_WORDS = 4
"""Longer words that a line needs to be judged at all; a longer word has more letters than `SHORT`."""
SHORT = 3
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


def fold_text(text: str) -> str:
    """Return `text` in lower case without accents, character for character."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def folded(text: str) -> str:
    """Return the folded words of `text` with blanks between."""
    return " ".join(_WORD.findall(fold_text(text)))


class Words:
    """Runs of letters and runs of digits of a text, in order.

    `starts` and `ends` are their offsets, `folded` themselves, folded; `capital` tells whether one begins with a
    capital, `capitals` are the indices of those that do. `joined` is the folded ones with blanks around each.
    """

    __slots__ = (
        "_capital_long",
        "_long",
        "_offsets",
        "capital",
        "capitals",
        "ends",
        "folded",
        "joined",
        "starts",
        "text",
    )

    def __init__(self, text: str) -> None:
        plain = fold_text(text)
        spans = [match.span() for match in _WORD.finditer(plain)]
        self.text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.folded = [plain[start:end] for start, end in spans]
        self.capital = [text[start].isupper() for start in self.starts]
        self.capitals = [at for at, capital in enumerate(self.capital) if capital]
        self.joined = f" {' '.join(self.folded)} "
        self._offsets = list(accumulate([len(word) + 1 for word in self.folded], initial=0))
        long = [len(word) > SHORT and not word.isdecimal() for word in self.folded]
        self._long = list(accumulate(long, initial=0))
        self._capital_long = list(accumulate([a and b for a, b in zip(long, self.capital, strict=True)], initial=0))

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the indices of the first and last word that a match `start` to `end` in `joined` covers."""
        return bisect_left(self._offsets, start), bisect_left(self._offsets, end - 1) - 1

    def at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after this offset of the text."""
        return bisect_left(self.starts, offset)

    def gap(self, at: int) -> str:
        """Return what stands between this word and the next."""
        return self.text[self.ends[at] : self.starts[at + 1]]

    def is_heading(self, start: int, end: int) -> bool:
        """Whether the words `start` to `end` (excluded) are a title-cased line, whose capitals mark no names.

        A line that ends with a full stop or that is a list of names (a comma to every three words) is none.
        """
        long = self._long[end] - self._long[start]
        if long < HEADING_WORDS or self._capital_long[end] - self._capital_long[start] < HEADING_SHARE * long:
            return False
        line = self.text[self.starts[start] : self.ends[end - 1] + 2]
        return not line.rstrip().endswith(".") and line.count(",") * 3 < end - start
