"""The words of a text with their places, and what of them may be a title."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

LEXICON: dict[str, Any] = tomllib.loads((files(__package__) / "suggest.toml").read_text(encoding="utf-8"))
SMALL = frozenset(LEXICON["small"]["words"])
NEVER = frozenset(LEXICON["never"]["words"])

MOST_WORDS = 10
LONGEST = 80
"""Words and characters of a title."""

LOUDEST = 12
"""Characters of a title all in capitals; longer ones are headlines that shout."""

_WORD = re.compile(r"[^\W_](?:\w|[’'&.-](?=\w))*")
_QUOTED = re.compile(
    r"“([^“”\n]{2,80})”|„([^„“”\n]{2,80})[“”]|«\s?([^«»\n]{2,80}?)\s?»|»([^«»\n]{2,80})«|\"([^\"\n]{2,80})\""
    r"|''([^'\n]{2,80})''|(?<!\w)‘((?:[^‘’\n]|’(?=\w)){2,80})’|(?<!\w)'((?:[^'\n]|'(?=[^\W_])){2,80})'(?!\w)"
)
_POSSESSIVE = re.compile(r"(?:’s|'s)$")
_SPEECH = re.compile(r"[.!?…]$|[.?!;] |\n")
_EDGES = " \t\n,;:–—-"


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut into words: where each begins and ends, and each in small letters."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    low: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Text":
        """Cut a text."""
        found = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(text)]
        return cls(text, tuple(f[0] for f in found), tuple(f[1] for f in found), tuple(f[2] for f in found))

    def at(self, offset: int) -> int:
        """Return the number of the first word that begins at an offset or behind it."""
        return bisect_left(self.starts, offset)

    def word(self, at: int) -> str:
        """Return a word as it is written."""
        return self.text[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital letter or a digit."""
        first = self.text[self.starts[at]]
        return first.isupper() or (first.isdigit() and "-" not in self.low[at])

    def gap(self, at: int) -> str:
        """Return what stands between a word and the next one."""
        return self.text[self.ends[at] : self.starts[at + 1]]


def quoted(text: str, lang: str = "", loud: tuple[int, int] = (0, 0)) -> Iterator[tuple[int, int]]:
    """Yield where words between quotation marks lie that may be a title; `loud` is where all words have capitals."""
    for match in _QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        inside = text[start:end]
        kept = bare(inside)
        titled = may_be_title(kept) or (lang in _SMALL_LETTERS and is_phrase(kept))
        if titled and (loud[0] <= start < loud[1] or not _is_nickname(text, match.start(), match.end())):
            yield start, start + len(kept)


ROMANCE = frozenset(("es", "fr", "it"))
"""Languages that write titles with small letters."""
_SMALL_LETTERS = ROMANCE | {"de"}
_PHRASE = 6
"""Words of a title that is written with small letters."""


def is_phrase(name: str) -> bool:
    """Whether words may be a title where only the first word of one has a capital."""
    words = _WORD.findall(name)
    if not 1 < len(words) <= _PHRASE or len(name) > LONGEST or _SPEECH.search(name) or not name[0].isupper():
        return False
    return "," not in name and words[0].lower() not in _SPEAKING


_SPEAKING = frozenset(LEXICON["small"]["speaking"])


def bare(name: str) -> str:
    """Return a name without the possessive and the marks behind it."""
    return _POSSESSIVE.sub("", name.rstrip(_EDGES)).rstrip(_EDGES)


def _is_nickname(text: str, start: int, end: int) -> bool:
    """Whether a quotation stands between a first and a last name."""
    before = _FIRST_NAME.search(text[max(0, start - 30) : start])
    return before is not None and before[1].isupper() and _LAST_NAME.match(text, end) is not None


_FIRST_NAME = re.compile(r"(?<!\w)([^\W\d_])\w+ $")
_LAST_NAME = re.compile(r" [A-ZÀ-Þ][a-zß-ÿ]")


def may_be_title(name: str) -> bool:
    """Whether words are written as titles are: few, with capitals but for small ones."""
    if name.isupper() and len(name) > LOUDEST:
        return False
    if not 1 < len(name) <= LONGEST or _SPEECH.search(name) or not (name[0].isupper() or name[0].isdigit()):
        return False
    words = _WORD.findall(name)
    if not words or len(words) > MOST_WORDS or all(word.isdigit() for word in words):
        return False
    large = [word for word in words[1:] if word.lower() not in SMALL]
    if len(words) == 2 and words[1].isdigit() and len(words[1]) == len("2031") and words[0].lower() in NEVER | SMALL:
        return False
    return all(word[0].isupper() or word[0].isdigit() for word in large) and not (
        len(words) == 1 and words[0].lower() in NEVER
    )


def run_from(text: Text, first: int, until: int) -> int | None:
    """Return the last word of the capital words that begin with a word, small ones between them; None: there are none.

    Words part at all that is no space, but a colon before a subtitle.
    """
    if first >= until or not text.capital(first):
        return None
    last = at = first
    while at + 1 < until and at - first < MOST_WORDS and text.gap(at) in _JOINS:
        at += 1
        if text.capital(at) and (text.gap(at - 1) == " " or text.low[at] not in NEVER):
            last = at
        elif text.low[at] not in SMALL or text.gap(at - 1) != " ":
            break
    return last


def run_to(text: Text, last: int, since: int) -> int | None:
    """Return the first word of the capital words that end with a word; None: there are none."""
    if last < since or not text.capital(last):
        return None
    first = at = last
    while at > since and last - at < MOST_WORDS and text.gap(at - 1) in _JOINS:
        at -= 1
        if text.capital(at):
            first = at
        elif text.low[at] not in SMALL or text.gap(at) != " ":
            break
    return first


_JOINS = (" ", ": ", " – ", " & ", " - ")


def trimmed(text: Text, first: int, last: int) -> tuple[int, int] | None:
    """Return a run without the words at its ends that belong to no title; None: nothing is left."""
    while first <= last and (text.low[last] in NEVER or (first < last and text.low[last - 1] in _COUNTED)):
        last -= 1
    while first < last and text.low[last] in SMALL and not text.capital(last):
        last -= 1
    while first <= last and (text.low[first] in NEVER and not _article(text, first, last)):
        first += 1
    if first > last or all(text.low[at] in NEVER for at in range(first, last + 1)):
        return None
    return first, last


_COUNTED = frozenset(("season", "seasons", "episode", "staffel", "saison", "temporada", "stagione"))


def _article(text: Text, first: int, last: int) -> bool:
    """Whether a title may begin with this word: an article with a capital before more."""
    return first < last and text.low[first] in {"the", "a", "an", "no", "der", "die", "das", "la", "le", "les", "el"}
