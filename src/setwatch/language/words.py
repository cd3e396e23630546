"""The words of a text with their offsets, and folded forms in which two spellings of a word are equal."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+|\d+")
HEADING_SHARE = 0.8
"""Share of capitals among a line's longer words from which it counts as title-cased."""
_APART = str.maketrans({"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return a word in lower case without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_APART) or word


@dataclass(frozen=True, slots=True)
class Words:
    """Runs of letters and runs of digits of a text, in order.

    `joined` is the folded ones with blanks around each, `capital` tells whether a word begins with a capital,
    `places` maps the offset in `joined` at which a word starts (its blank included) to its index.
    """

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]
    capital: list[bool]
    joined: str
    places: dict[int, int]


def folded(text: str) -> str:
    """Return the folded words of `text` with blanks between."""
    return " ".join([fold_word(word) for word in _WORD.findall(text)])


def words_of(text: str) -> Words:
    """Return the words of `text`."""
    starts, ends, folded, capital, places = [], [], [], [], {}
    at = 0
    for index, match in enumerate(_WORD.finditer(text)):
        start, end = match.span()
        raw = match[0]
        word = fold_word(raw)
        starts.append(start)
        ends.append(end)
        folded.append(word)
        capital.append(raw[0].isupper())
        places[at] = index
        at += len(word) + 1
    return Words(text, starts, ends, folded, capital, " " + " ".join(folded) + " ", places)


def is_heading(words: Words, start: int, end: int) -> bool:
    """Whether the words `start` to `end` (excluded) are a title-cased line, whose capitals mark no names.

    A line that ends with a full stop or that is a list of names (a comma to every three words) is none.
    """
    long = [at for at in range(start, end) if words.ends[at] - words.starts[at] > 3 and words.folded[at].isalpha()]
    if len(long) < 4 or sum(words.capital[at] for at in long) < HEADING_SHARE * len(long):
        return False
    line = words.text[words.starts[start] : words.ends[end - 1] + 2]
    return not line.rstrip().endswith(".") and line.count(",") * 3 < end - start
