"""Cue words and phrases in a text, by class, from word lists kept as TOML beside the code.

A list maps languages to classes to phrases: `{"en": {"release": ["hits theaters", "premier*"]}}`. A phrase is words
with single spaces; `*` at the end of a word stands for any ending, `*` alone for up to five words and marks.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from setwatch.model import Span

FALLBACK = "en"
"""The language whose lists are read where there are none for a document's own."""

_GAP = "*"
_GAP_WORDS = 5
_WORDS_KEPT = 20_000
_SENTENCES_KEPT = 256
_TOKEN = re.compile(
    r"\b(?:l|d|qu|n|s|c|j|m|t|dell|nell|all|dall|sull|un|quest|quell|jusqu|lorsqu)['’](?=\w)|\w+(?:['’]\w+)?|[^\w\s]",
    re.I,
)
"""Words and marks; French and Italian words that lean on the next with an apostrophe stand alone."""

Lists = Mapping[str, Mapping[str, Sequence[str]]]


class Token(NamedTuple):
    """A word or mark; `word` is in lower case with straight apostrophes."""

    word: str
    start: int
    end: int


class Cue(NamedTuple):
    """A phrase of the class `kind` at `span`, offsets into the document's text. `words` is the phrase of the list."""

    kind: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class _Node:
    """What may come next in a phrase: whole words, beginnings of words, or a gap."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    stems: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[tuple[str, str]] = field(default_factory=list)


def lists(name: str) -> Lists:
    """Return the word lists `name` of this folder (no suffix)."""
    found: Lists = tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    return found


class _Root:
    """The beginning of all phrases of a language; what a word may begin is looked up once."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._node = _trie(classes)
        self._known: dict[str, list[_Node]] = {}

    def steps(self, word: str) -> list[_Node]:
        """Return what may follow when `word` begins a phrase."""
        if (steps := self._known.get(word)) is None:
            if len(self._known) > _WORDS_KEPT:
                self._known.clear()
            steps = self._known[word] = _steps(self._node, word)
        return steps


class Lexicon:
    """Word lists ready to be looked for."""

    def __init__(self, lists: Lists) -> None:
        self._roots = {lang: _Root(classes) for lang, classes in lists.items()}
        self._found = lru_cache(maxsize=_SENTENCES_KEPT)(self._find)

    def find(self, text: str, lang: str, offset: int = 0) -> tuple[Cue, ...]:
        """Return the cues of `text` in order, the longest where several begin; `offset` is where `text` begins."""
        return self._found(text, lang, offset)

    def _find(self, text: str, lang: str, offset: int) -> tuple[Cue, ...]:
        return self.find_in(tokens(text), lang, offset)

    def find_in(self, words: Sequence[Token], lang: str, offset: int = 0) -> tuple[Cue, ...]:
        """Return the cues among `words`, as `find` does."""
        root = self._roots.get(lang) or self._roots.get(FALLBACK)
        return tuple(_scan(root, words, offset)) if root else ()


def longest(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return the cues that lie in no longer one: `set in` is not `set`, `roll again` not `roll`."""
    return tuple(
        cue for cue in cues if not any(other.span != cue.span and other.span.holds(cue.span) for other in cues)
    )


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and marks of `text`."""
    return tuple(Token(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _TOKEN.finditer(text))


def _trie(classes: Mapping[str, Sequence[str]]) -> _Node:
    root = _Node()
    for kind, phrases in classes.items():
        for phrase in phrases:
            node = root
            for part in (token for piece in phrase.lower().split(" ") for token in _parts(piece)):
                stem = part.endswith("*") and part != _GAP
                branch = node.stems if stem else node.words
                node = branch.setdefault(part[:-1] if stem else part, _Node())
            node.ends.append((kind, phrase))
    return root


def _parts(piece: str) -> list[str]:
    if piece == _GAP:
        return [piece]
    found = [m.group() for m in _TOKEN.finditer(piece.removesuffix("*"))]
    return [*found[:-1], found[-1] + "*"] if piece.endswith("*") else found


def _scan(root: "_Root", words: Sequence[Token], offset: int) -> Iterator[Cue]:
    for first, token in enumerate(words):
        steps = root.steps(token.word)
        if not steps:
            continue
        ends: dict[str, tuple[int, str]] = {}
        _follow(steps, words, first, ends)
        for kind, (last, phrase) in ends.items():
            yield Cue(kind, Span(offset + token.start, offset + words[last].end), phrase)


def _follow(steps: Sequence[_Node], words: Sequence[Token], at: int, ends: dict[str, tuple[int, str]]) -> None:
    """Note in `ends` by class the last word and the phrase that took `steps` at the word `at`, the longest of each."""
    for step in steps:
        for kind, phrase in step.ends:
            if kind not in ends or at > ends[kind][0]:
                ends[kind] = at, phrase
        if at + 1 == len(words) or not (step.words or step.stems):
            continue
        if following := _steps(step, words[at + 1].word):
            _follow(following, words, at + 1, ends)
        if (gap := step.words.get(_GAP)) is not None:
            for behind in range(at + 1, min(at + 2 + _GAP_WORDS, len(words))):
                if following := _steps(gap, words[behind].word):
                    _follow(following, words, behind, ends)


def _steps(node: _Node, word: str) -> list[_Node]:
    whole = node.words.get(word) if word != _GAP else None
    steps = [] if whole is None else [whole]
    for stem, found in node.stems.items():
        if word.startswith(stem):
            steps.append(found)
    return steps
