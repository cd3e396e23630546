"""The trade's words of one language, made into patterns over sentences in signs.

A lexicon (`<language>.toml` beside this file) holds patterns with these marks:
`{P}` whom it is about (all of a run), `{P1}` the first of the run, `{PL}` the last, `{A}` any other run, `{B}` that or
a single name, `{R}` whom `{P}` replaces, `{T}` a title that is watched, `{F}` that or words for the film, `{O}` another
title, `{C}` a part that somebody plays, `{w2}` up to two words, `<name>` a word list of `[words]`. A blank is a blank;
case is ignored except in `{C}`.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ahocorasick_rs import AhoCorasick

from setwatch.claims.triggers import triggers
from setwatch.model import Modality, Polarity, Property

FALLBACK = "en"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮĶĹŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁ"
_CAPITAL = rf"(?:\ue000|[{_UPPER}0-9][\w'.-]*)"
_PART = (
    rf"(?P<part>(?-i:(?:(?:<the>) )?(?:(?!(?:<job>|of|de|von|di)\b)[^\W\d{_UPPER}]\w*[ -]){{0,2}}"
    rf"{_CAPITAL}(?: (?:(?:of|von|di|de) (?:the )?)?{_CAPITAL}){{0,3}}))"
)
_ASIDE = (
    "(?:, (?:meanwhile|however|too|though|of course|in turn|reportedly|apparently|for (?:his|her|their) part|lui|elle|"
    "quant à (?:lui|elle)|en revanche|de son côté|por su parte|en cambio|dal canto suo|invece|dagegen|jedoch|"
    "hingegen),)?"
)
"""Words between commas that may stand behind a name whatever is said of it: `Ann Lee, meanwhile, has joined`."""
_SIGNS = {
    "{P}": "(?P<p>\ue000)" + _ASIDE,
    "{P1}": "(?P<first>\ue000)",
    "{PL}": "(?P<last>\ue000)",
    "{A}": "\ue000",
    "{B}": "(?:\ue000|(?-i:[A-Z][\\w'-]+))",
    "{R}": "(?P<whom>\ue000)",
    "{T}": "\ue001",
    "{O}": "\ue002",
    "{S}": "\ue003",
}
_GAP = re.compile(r"\{w(\d)\}")
_LIST = re.compile(r"<(\w+)>")

KINDS = {
    "named": (Modality.CERTAIN, Polarity.AFFIRMED),
    "said": (None, Polarity.AFFIRMED),
    "weak": (None, Polarity.AFFIRMED),
    "at_work": (None, Polarity.AFFIRMED),
    "shown": (Modality.CERTAIN, Polarity.AFFIRMED),
    "elsewhere": (Modality.CERTAIN, Polarity.AFFIRMED),
    "by": (Modality.CERTAIN, Polarity.AFFIRMED),
    "owner": (Modality.CERTAIN, Polarity.AFFIRMED),
    "takes": (None, Polarity.AFFIRMED),
    "probable": (Modality.PROBABLE, Polarity.AFFIRMED),
    "possible": (Modality.POSSIBLE, Polarity.AFFIRMED),
    "denied": (Modality.CERTAIN, Polarity.DENIED),
    "left": (Modality.CERTAIN, Polarity.DENIED),
}
"""What a list of patterns says of a person in a job; None: the sentence's own hedges decide."""
MERE = frozenset(("weak", "shown"))
"""Kinds that tell a fact by the way."""
SIGNS = MERE | {"at_work"}
"""Kinds that are mere signs of a job: they yield to what a document says plainly of the person."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a job. `job` None: of whatever job the person has elsewhere in the document."""

    job: Property | None
    kind: str
    regex: re.Pattern[str]
    triggers: frozenset[str] | None
    loose: bool = False
    """Whether it leaps over words: another title among them is then none that the match is about."""


class Picked:
    """Patterns that a sentence is worth, by one look for the words that they need."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._always = frozenset(at for at, pattern in enumerate(patterns) if not pattern.triggers)
        needing: dict[str, list[int]] = defaultdict(list)
        for at, pattern in enumerate(patterns):
            for word in pattern.triggers or ():
                needing[word].append(at)
        self._needing = list(needing.values())
        self._words = AhoCorasick(list(needing))

    def of(self, lowered: str) -> list[Pattern]:
        """Return the patterns, in order, of which a word stands in a text in lower case, and those that need none."""
        picked = set(self._always)
        for word, _, _ in self._words.find_matches_as_indexes(lowered, overlapping=True):
            picked.update(self._needing[word])
        return [self.patterns[at] for at in sorted(picked)]


@dataclass(frozen=True, slots=True)
class Words:
    """All patterns of one language."""

    picked: Picked
    joint: re.Pattern[str]
    as_part: re.Pattern[str]
    job: re.Pattern[str]
    elliptic: re.Pattern[str]
    elliptic_part: re.Pattern[str]
    pronoun: re.Pattern[str]
    not_a_part: re.Pattern[str]

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """All patterns, in the order of the lexicon."""
        return self.picked.patterns

    def names_a_part(self, words: str) -> bool:
        """Whether words in brackets behind a name look like the part played."""
        return (
            bool(re.match(rf"(?:[a-zа-я]+ )?[{_UPPER}0-9]", words))
            and not self.not_a_part.search(words)
            and not re.fullmatch(r"[^\W\d_a-z]{3,6}", words)
        )


@lru_cache(maxsize=32)
def words_of(lang: str) -> Words:
    """Return the words of a language, those of English where there is no lexicon."""
    source = files(__package__) / f"{lang}.toml"
    if not source.is_file():
        source = files(__package__) / f"{FALLBACK}.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    shared = tomllib.loads((files(__package__) / f"{FALLBACK}.toml").read_text(encoding="utf-8"))
    lists = {name: "|".join(words) for name, words in (shared["words"] | data["words"]).items()}
    patterns = []
    for name, kinds in data.items():
        if name in ("words", "run"):
            continue
        job = None if name == "any" else Property(name)
        patterns += [_pattern(job, kind, p, lists) for kind, found in kinds.items() for p in found]
    run: dict[str, Any] = data["run"]
    return Words(
        Picked(patterns),
        _compiled(r"\s?(?:[,;]|[,;]?\s(?:<and>)|[,;]\s(?:<and>))\s(?:(?:<fellow>)\s)?", lists),
        _compiled(run["as"], lists),
        _compiled(r"(?:(?:<the>) )?(?:[\w-]+ ){0,2}(?:<job>)\b", lists),
        _compiled(run["elliptic"], lists),
        _compiled(run["elliptic"].partition("{P}")[2], lists),
        re.compile(rf"(?<!\w)(?:{run['pronoun']})(?!\w)"),
        re.compile(r"[@|:]|//|\d{3,}|\b(?:" + lists["not_part"] + r")\b", re.IGNORECASE),
    )


def _pattern(job: Property | None, kind: str, source: str, lists: dict[str, str]) -> Pattern:
    regex = _compiled(source, lists)
    return Pattern(job, kind, regex, triggers(regex.pattern), "[^." in source)


def _compiled(pattern: str, lists: dict[str, str]) -> re.Pattern[str]:
    source = pattern.replace("{C}", _PART).replace("{F}", "(?:{T}|(?:<det>) (?:[\\w'-]+ ){0,3}?(?:<film>))")
    for _ in range(3):
        source = _LIST.sub(lambda match: f"(?:{lists[match[1]]})" if match[1] in lists else match[0], source)
    source = _GAP.sub(r"(?:[\\w'-]+,? ){0,\1}", source)
    for sign, regex in _SIGNS.items():
        source = source.replace(sign, regex)
    start = r"(?<!\w)" if source.removeprefix("(").removeprefix("?:").removeprefix("(?:")[0].isalpha() else ""
    end = r"(?!\w)" if source[-1].isalnum() or source[-1] in ")?" else ""
    return re.compile(f"{start}(?:{source}){end}", re.IGNORECASE)
