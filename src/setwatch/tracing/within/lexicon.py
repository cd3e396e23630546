"""The words of footage, sharing and credit, by language, from the TOML files in `words/`."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from setwatch.model import FootageKind

_GAP = r"(?:\W+\w+){0,5}?\W+"
"""Up to five words in between: `put [it all up] online`."""

NEVER = re.compile(r"(?!)")
_PARTS = re.compile(r"[^\W\d_][^\W\d_A-Z]*")
"""The words of a name or handle: `FilmDaily24` has two."""
_RUN_TOGETHER = re.compile(
    r"(?<![\w@#/.])(?:(?!(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|Fitz|O)['’]?[A-Z])(?:[A-Z][a-z]{2,12}[A-Z][A-Za-z]{1,14}|[A-Z]{2,4}[a-z]{3,12})"
    r"|[A-Z][a-z]{2,15}:[A-Z][a-z]{2,15})(?!\w)"
)
_TELLING = 4
"""Letters of a word that tell it where it ends a longer one: `harbournews`."""


def pattern(entries: list[str], *, cased: bool = False) -> re.Pattern[str]:
    """Return one expression for all `entries`, longest first: a space is white space or a hyphen, `*` any ending."""
    if not entries:
        return NEVER
    parts = sorted({_expression(entry) for entry in entries}, key=lambda part: (-len(part), part))
    return re.compile(rf"(?<!\w)(?:{_by_letter(parts)})(?!\w)", re.NOFLAG if cased else re.IGNORECASE)


def _by_letter(parts: list[str], depth: int = 3) -> str:
    """Return an alternation that reads each of the first letters once, many times as fast as a plain one."""
    groups: dict[str, list[str]] = {}
    for part in parts:
        plain = depth > 0 and part[:1].isalpha() and not part[1:2].startswith(("*", "?", "{", "+"))
        groups.setdefault(part[:1] if plain else "", []).append(part)
    found = [
        letter + (f"(?:{_by_letter([p[1:] for p in rest], depth - 1)})" if len(rest) > 1 else rest[0][1:])
        for letter, rest in groups.items()
        if letter
    ]
    return "|".join([*found, *groups.get("", [])])


def _expression(entry: str) -> str:
    text = re.escape(entry.replace("’", "'")).replace(r"\ …\ ", _GAP).replace(r"\ ", r"[\s-]+")
    return text.replace(r"\*", r"\w*").replace("'", "['’]")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled words of one language; the TOML files say what each list is for."""

    nouns: dict[FootageKind, re.Pattern[str]]
    not_footage: re.Pattern[str]
    share: re.Pattern[str]
    repost: re.Pattern[str]
    pickup: re.Pattern[str]
    take: re.Pattern[str]
    circulate: re.Pattern[str]
    again: re.Pattern[str]
    shows: re.Pattern[str]
    scene: re.Pattern[str]
    point: re.Pattern[str]
    crowd: re.Pattern[str]
    account: re.Pattern[str]
    press: re.Pattern[str]
    by: re.Pattern[str]
    source: re.Pattern[str]
    reaction: re.Pattern[str]
    either: re.Pattern[str]
    another: re.Pattern[str]
    other: re.Pattern[str]
    before: re.Pattern[str]
    new: re.Pattern[str]
    running: re.Pattern[str]
    old: re.Pattern[str]
    possible: re.Pattern[str]
    probable: re.Pattern[str]
    he: re.Pattern[str]
    furniture: re.Pattern[str]
    credit_before: re.Pattern[str]
    credit_after: re.Pattern[str]
    first: re.Pattern[str] = NEVER
    later: re.Pattern[str] = NEVER
    others: re.Pattern[str] = NEVER
    film: re.Pattern[str] = NEVER
    mine: re.Pattern[str] = NEVER
    sharer: re.Pattern[str] = NEVER
    through: re.Pattern[str] = NEVER
    accompanying: re.Pattern[str] = NEVER
    has: re.Pattern[str] = NEVER
    announce: re.Pattern[str] = NEVER
    rumour: re.Pattern[str] = NEVER
    insider: re.Pattern[str] = NEVER
    same_report: re.Pattern[str] = NEVER
    trade: re.Pattern[str] = NEVER
    no_trade: re.Pattern[str] = NEVER
    maker: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the trade, the same in all languages."""

    press: re.Pattern[str]
    press_like: re.Pattern[str]
    """Names that read like a newspaper's or a site's: `The Dockside Herald`, `Lantern.com`."""
    run_together: re.Pattern[str]
    """Words run together, as in the names of sites, not surnames with a particle: `PierBible`, `Kino:Hafen`."""
    plain_too: re.Pattern[str]
    agencies: re.Pattern[str]
    picture_agencies: re.Pattern[str]
    paparazzi: re.Pattern[str]
    paparazzi_short: re.Pattern[str]
    studios: re.Pattern[str]
    platforms: dict[str, re.Pattern[str]]
    any_platform: re.Pattern[str]
    short: dict[str, str]
    passing: frozenset[str]
    """Words in the names of accounts that pass on what others made."""
    days: frozenset[str]
    no_name: frozenset[str]
    small_words: frozenset[str]
    """Words that titles write small."""

    def passes_on(self, name: str) -> bool:
        """Whether a name reads like that of an account which passes on what others made: `Film Daily`."""
        parts = [part.casefold() for part in _PARTS.findall(name)]
        if self.passing.intersection(parts):
            return True
        return any(len(w) >= _TELLING and part.endswith(w) for part in parts for w in self.passing)

    def reads_like_an_outlet(self, name: str) -> bool:
        """Whether a name that no list has reads like a site's or a paper's: `PierBible`, `Leith Beacon`."""
        return self.run_together.fullmatch(name) is not None or self.press_like.fullmatch(name) is not None

    def is_platform(self, name: str) -> bool:
        """Whether a word is the name of a platform."""
        return self.any_platform.fullmatch(name) is not None


def _load(name: str) -> dict[str, list[str]]:
    path = files(__package__) / "words" / f"{name}.toml"
    found: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def _connecting() -> dict[str, list[str]]:
    return _load("connecting")


def any_of(name: str) -> str:
    """Return an expression for any of the small words that `connecting.toml` lists under a name, in all languages."""
    words = sorted(_connecting()[name], key=lambda word: (-len(word), word))
    plain = (re.escape(word).replace(r"\ ", r"\s").replace(r"\*", r"\w*").replace("'", "['’]") for word in words)
    return f"(?:{'|'.join(plain)})"


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    names = (entry.name for entry in (files(__package__) / "words").iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if len(name) == len("en.toml"))


@lru_cache(maxsize=32)
def lexicon_of(lang: str) -> Lexicon:
    """Return the words of a language (BCP 47); those of English where there are none for it."""
    primary = lang.split("-", maxsplit=1)[0].casefold()
    words = _load(primary if primary in _languages() else "en")
    nouns = {kind: pattern(words.pop(kind.value)) for kind in FootageKind}
    return Lexicon(nouns=nouns, **{key: pattern(entries) for key, entries in words.items()})


def _press_like(words: list[str], openings: list[str]) -> re.Pattern[str]:
    before = r"(?:[^\W\d_a-z][\w'’-]{1,20}\s){1,3}"
    site = r"[^\W\d_a-z][\w-]{2,25}\.(?:com|net|org|co\.uk|tv|de|fr|it|es|pl|nl|se|no|hu|ru|br|pt|mx|ar|in)"
    of = r"(?:de\sla|del|della|dell['’]|des|du|de|di|do|da|d['’])\s?"
    romance = rf"(?:{'|'.join(openings)})\s{of}[^\W\d_a-z][\w'’-]{{1,20}}"
    return re.compile(rf"(?<!\w)(?:{before}(?:{'|'.join(words)})|{romance}|{site})(?!\w)")


@lru_cache(maxsize=1)
def names() -> Names:
    """Return the names of the trade."""
    path = files(__package__) / "words" / "names.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    named = found.pop("platforms")
    platforms = {name: pattern(entries, cased=True) for name, entries in named.items()}
    short = found.pop("short")
    press_like = _press_like(found.pop("press_words"), found.pop("press_openings"))
    passing, days, no_name, small = (
        frozenset[str](found.pop(name)) for name in ("passing", "days", "no_name", "small_words")
    )
    lists = {key: pattern(entries, cased=True) for key, entries in found.items()}
    return Names(
        platforms=platforms,
        any_platform=pattern([entry for entries in named.values() for entry in entries], cased=True),
        short=short,
        press_like=press_like,
        run_together=_RUN_TOGETHER,
        passing=passing,
        days=days,
        no_name=no_name,
        small_words=small,
        **lists,
    )
