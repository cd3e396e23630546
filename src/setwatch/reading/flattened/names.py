"""Names in running text, as far as a poster needs one: capitalised words, the full name where only a surname stands."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_WORDS = tomllib.loads(files(__package__).joinpath("quoted.toml").read_text(encoding="utf-8"))["names"]
_NO_NAME = frozenset(_WORDS["no_name"])
_PARTICLE = "|".join(re.escape(word) for word in _WORDS["particle"])
_PART = r"[^\W\d_a-zà-öø-ÿа-я][\w’'-]{0,24}"
_NAME = re.compile(rf"(?<![\w@#’'.“„«\"-]){_PART}(?:(?:[ \xa0](?:{_PARTICLE}))?[ \xa0]{_PART}|[ \xa0][A-Z]\.){{0,3}}")
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
        first, last = match.span()
        words = match.group().split()
        while words and words[0].casefold().rstrip(".") in _NO_NAME:
            first += len(words.pop(0)) + 1
        clean = _POSSESSIVE.sub("", " ".join(words))
        if not clean or (clean.isupper() and len(clean) < 5):
            continue
        full = clean if " " in clean else _full(text, clean)
        if full:
            found.append(Name(full, first, last))
    return found


@lru_cache(maxsize=16)
def _long_names(text: str) -> tuple[str, ...]:
    """All names of more than one word, in order, each once."""
    found: dict[str, None] = {}
    for match in _NAME.finditer(text):
        words = match.group().split()
        while words and words[0].casefold().rstrip(".") in _NO_NAME:
            words.pop(0)
        if len(words) > 1:
            found.setdefault(_POSSESSIVE.sub("", " ".join(words)))
    return tuple(found)


def _full(text: str, word: str) -> str | None:
    """The longer name that a text has for a surname (or, failing that, for a first name)."""
    names = _long_names(text[:READ])
    return next(
        (n for n in names if n.endswith(f" {word}")), next((n for n in names if n.startswith(f"{word} ")), None)
    )
