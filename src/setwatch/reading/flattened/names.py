"""Names in running text, as far as a poster needs one: capitalised words, the full name where only a surname stands."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_WORDS = tomllib.loads(files(__package__).joinpath("quoted.toml").read_text(encoding="utf-8"))["names"]
NO_NAME = frozenset(_WORDS["no_name"])
_TITLES = frozenset(_WORDS["title"])
_PARTICLE = "|".join(re.escape(word) for word in _WORDS["particle"])
_PART = r"[^\W\d_a-zà-öø-ÿа-я][\w’'-]{0,24}"
_NAME = re.compile(rf"(?<![\w@#’'.“„«\"-]){_PART}(?:(?:[ \xa0](?:{_PARTICLE}))?[ \xa0]{_PART}|[ \xa0][A-Z]\.){{0,4}}")
_POSSESSIVE = re.compile(r"['’]s?$|-[a-zà-öø-ÿ]{1,4}$")


READ = 20_000
"""Characters of a text in which the full form of a name is looked for."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its offsets."""

    text: str
    start: int
    end: int


def names_in(text: str, start: int, end: int) -> list[Name]:
    """Return the names between two offsets, in order. A single word counts only where it is part of a longer name."""
    found = []
    for match in _NAME.finditer(text, start, end):
        words = _words(match.group())
        name = " ".join(words)
        if not name or (name.isupper() and len(name) < 5):
            continue
        first = text.index(words[0], match.start())
        full = name if len(words) > 1 else _full(text, name)
        if full:
            found.append(Name(full, first, first + len(name)))
    return found


def _words(run: str) -> list[str]:
    """The words of a name in a run of capitalised words: a name ends with its possessive and begins after titles."""
    words: list[str] = []
    for word in run.split():
        if word.casefold().rstrip(".") in (_TITLES if words else NO_NAME):
            words.clear()
            continue
        clean = _POSSESSIVE.sub("", word)
        words.append(clean)
        if clean != word:
            break
    while words and words[-1].casefold() in NO_NAME:
        words.pop()
    return words


@lru_cache(maxsize=16)
def _long_names(text: str) -> Counter[str]:
    """How often two or three words stand together in the names of a text."""
    counts: Counter[str] = Counter()
    for match in _NAME.finditer(text):
        words = _words(match.group())
        counts.update(" ".join(words[at : at + size]) for size in (2, 3) for at in range(len(words) - size + 1))
    return counts


def _full(text: str, word: str) -> str | None:
    """The longer name that a text has most often for a surname (or, failing that, for a first name)."""
    counts = _long_names(text[:READ])
    for fits in ([n for n in counts if n.endswith(f" {word}")], [n for n in counts if n.startswith(f"{word} ")]):
        if fits:
            return max(fits, key=lambda name: (counts[name], len(name)))
    return None
