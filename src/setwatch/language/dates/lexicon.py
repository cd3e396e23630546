"""The words of the calendar, a TOML file for each language, as one table from word to kind of token."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from setwatch.language.dates import kinds

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "sv", "nb", "ru", "hu", "pt", "pl")
LETTERS = re.compile(r"[^\W\d_]+")
PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word means: its kind, and its number or its name."""

    kind: str
    number: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of several tokens; `rest` are those after the first."""

    rest: tuple[str, ...]
    entry: Entry
    key: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the grammar knows of one language, with the months of the others behind it."""

    order: str
    """`mdy`, `dmy` or `ymd`: how dates of numbers alone are read."""
    dotted: bool
    """Whether a number with a full stop is an ordinal, as in `19. November`."""
    words: dict[str, Entry]
    phrases: dict[str, tuple[Phrase, ...]]
    anchors: frozenset[str]
    """Words without which, and without digits, there is no date."""
    postposed: bool
    """Whether `next` may stand after its noun, as in `vendredi prochain`."""
    capitals: bool
    """Whether months and weekdays are written with a capital, so that other words are not."""
    anchor_phrases: dict[str, frozenset[str]]
    """Phrases that are anchors, by their first word where that alone is none."""
    suffixes: frozenset[str]
    own: frozenset[str]
    """`my` and the like: before `week` in a note."""
    year_cues: frozenset[str]
    """Words after which four digits, or a word that may be a month, are a date."""
    season_cues: frozenset[str]
    """Words after which a season is a date: `in the fall`."""
    day_cues: frozenset[str]
    """Words after which `the 27th` is a date."""
    short: frozenset[str]
    """Short forms, which a full stop may follow."""
    first_names: frozenset[str]
    """Months that people are called by."""
    counted: frozenset[str]
    """What four digits before it count."""
    named: frozenset[str]
    """Words that make a name of a weekday after them: `Black Friday`."""
    not_in: frozenset[str]
    """Words after which `in two years` is a length: `for the first time in`."""
    lower: frozenset[str]
    """Words that are of the calendar only in lower case (`morgen`, not `Morgen`)."""
    lean: dict[str, int]
    """Words and pairs of words that say that a date is to come (2) or past (-2; -1 weakly)."""


@dataclass(slots=True)
class _Draft:
    words: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)

    def add(self, key: str, entry: Entry) -> None:
        first, *rest = PIECE.findall(key.lower())
        if rest:
            self.phrases.setdefault(first, []).append(Phrase(tuple(rest), entry, key.lower()))
        else:
            self.words.setdefault(first, entry)


TABLES = {
    "months": kinds.MONTH,
    "weekdays": kinds.WEEKDAY,
    "seasons": kinds.SEASON,
    "quarters": kinds.QUARTER,
    "halves": kinds.HALF,
    "relative": kinds.RELATIVE,
    "adverbs": kinds.ADVERB,
    "years": kinds.YEAR_ADVERB,
    "ordinals": kinds.ORDINAL_WORD,
    "decades": kinds.DECADE,
    "numbers": kinds.CARDINAL,
}
WEAK = {
    kinds.MONTH: kinds.WEAK_MONTH,
    kinds.WEEKDAY: kinds.WEAK_WEEKDAY,
    kinds.SEASON: kinds.WEAK_SEASON,
}
ANCHORS = frozenset(
    {
        *(kinds.MONTH, kinds.WEAK_MONTH, kinds.FOREIGN_MONTH, kinds.FOREIGN_SEASON, kinds.WEEKDAY, kinds.WEAK_WEEKDAY),
        *(kinds.SEASON, kinds.WEAK_SEASON, kinds.ADVERB, kinds.YEAR_ADVERB, kinds.HOLIDAY, kinds.QUARTER, kinds.HALF),
        *kinds.UNITS.values(),
    }
)


FEW = 3
"""What `a few` is reckoned as, where it must be a number."""
THOUSAND = 1000
"""Years in words have it."""


@lru_cache(maxsize=32)
def _table(lang: str) -> dict[str, Any]:
    path = files("setwatch.language.dates") / "lexicons" / f"{lang}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _weak(lang: str) -> frozenset[str]:
    return frozenset(_table(lang).get("weak", {}).get("words", ()))


def _fill(draft: _Draft, table: dict[str, Any], weak: frozenset[str]) -> None:
    for name, kind in TABLES.items():
        for word, number in table.get(name, {}).items():
            draft.add(word, Entry(WEAK.get(kind, kind) if word in weak else kind, number))
    for word in table.get("few", {}).get("words", ()):
        draft.add(word, Entry(kinds.CARDINAL, FEW, "few"))
    for word, unit in table.get("units", {}).items():
        one = unit.removesuffix("s")
        draft.add(word, Entry(kinds.UNITS[one], number=1 + (one != unit), name=one))
    for word, edge in table.get("edges", {}).items():
        draft.add(word, Entry(kinds.EDGE, name=edge))
    for word, rule in table.get("holidays", {}).items():
        draft.add(word, Entry(kinds.HOLIDAY, name=rule))
    for name, kind in kinds.WORDS.items():
        for word in table.get("words", {}).get(name, ()):
            draft.add(word, Entry(kind))


def _lean(table: dict[str, list[str]]) -> dict[str, int]:
    return {
        " ".join(LETTERS.findall(word.lower())): cue
        for name, cue in (("weak_past", -1), ("past", -2), ("future", 2))
        for word in table.get(name, ())
    }


def _short(table: dict[str, int]) -> set[str]:
    """Return the words of a table that begin a longer one of the same number: `oct`, not `may`."""
    return {
        word
        for word, number in table.items()
        if any(other != word and other.startswith(word) and table[other] == number for other in table) and len(word) < 6
    }


def _anchor_phrases(draft: _Draft, anchors: set[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for first, many in draft.phrases.items():
        if first not in anchors:
            keys = {phrase.key for phrase in many if phrase.entry.kind in ANCHORS}
            if keys:
                found[first] = frozenset(keys)
    return found


@lru_cache(maxsize=32)
def lexicon_for(lang: str) -> Lexicon:
    """Return the lexicon of a BCP 47 tag; English where there is none for its language."""
    code = lang.lower().replace("_", "-").split("-")[0]
    code = {"no": "nb", "nn": "nb"}.get(code, code)
    if code not in LANGUAGES:
        code = "en"
    own = _table(code)
    draft = _Draft()
    _fill(draft, own, _weak(code))
    never = set(own.get("never", ()))
    lower = frozenset(own.get("weak", {}).get("lower", ()))
    known = set(draft.words) | never
    for other in LANGUAGES:
        for word, number in _table(other)["months"].items():
            if word not in known and (len(word) > 3 or other == "en") and word not in _weak("en"):
                draft.words.setdefault(word, Entry(kinds.FOREIGN_MONTH, number))
    for word, number in _table("en")["seasons"].items():
        if word not in known:
            draft.words[word] = Entry(kinds.FOREIGN_SEASON, number)
    words = own.get("words", {})
    anchors = {word for word, each in draft.words.items() if each.kind in ANCHORS or each.number == THOUSAND}
    phrases = _anchor_phrases(draft, anchors)
    short = _short(own["months"]) | _short(own.get("weekdays", {})) | _short(_table("en")["months"])
    return Lexicon(
        order=own["order"],
        dotted=own["dotted"],
        words=draft.words,
        phrases={
            first: tuple(sorted(many, key=lambda p: len(p.rest), reverse=True)) for first, many in draft.phrases.items()
        },
        anchors=frozenset(anchors | phrases.keys()),
        anchor_phrases=phrases,
        postposed=own.get("postposed", False),
        capitals=own.get("capitals", False),
        suffixes=frozenset(own.get("suffixes", ())),
        own=frozenset(words.get("own", ())),
        year_cues=frozenset(words.get("year_cue", ())),
        season_cues=frozenset(words.get("season_cue", ())),
        day_cues=frozenset(words.get("day_cue", ())),
        short=frozenset(short),
        lower=lower,
        counted=frozenset(own.get("weak", {}).get("counted", ())),
        named=frozenset(own.get("weak", {}).get("named", ())),
        not_in=frozenset(own.get("weak", {}).get("not_in", ())),
        first_names=frozenset(own.get("weak", {}).get("first_names", ())),
        lean=_lean(own.get("lean", {})),
    )
