"""The figures and words of tracing across documents, from the TOML files beside this module."""

import tomllib
from importlib.resources import files


def _text(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


_FIGURES: dict[str, dict[str, float]] = tomllib.loads(_text("thresholds.toml"))
_WORDS: dict[str, list[str]] = tomllib.loads(_text("words.toml"))

COPIES = _FIGURES["copies"]
STORIES = _FIGURES["stories"]
FOOTAGE = _FIGURES["footage"]
FIRSTS = _FIGURES["firsts"]
HOMES = _FIGURES["homes"]

FURNITURE = tuple(_WORDS["furniture"])
PLAIN = frozenset(_WORDS["plain"])

_THINGS: dict[str, list[str]] = tomllib.loads(_text("things.toml"))


def _starts() -> dict[str, list[tuple[str, bool, str]]]:
    """Return what begins with each two letters: the word, whether it stands for itself alone, what it shows."""
    found: dict[str, list[tuple[str, bool, str]]] = {}
    for thing, words in _THINGS.items():
        for word in words:
            plain = word.removesuffix(".")
            found.setdefault(plain[:2], []).append((plain, plain != word, thing))
    return found


THINGS = _starts()
