"""What a production is called, where that is news: its official title and its working title.

What it reads: a name in quotation marks, a known title or words with capitals beside `official title`, `will be
called`, `working title`, `code name`; a name that it will not have is denied. What it leaves alone: a title that is
merely used.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from setwatch.claims.scene import Scene
from setwatch.claims.surely import sureness
from setwatch.claims.triggers import Look
from setwatch.claims.voice import attribution
from setwatch.language.words import low_of
from setwatch.model import Claim, MentionKind, Modality, Polarity, Property, Sentence, Span

_WORDS: dict[str, Any] = tomllib.loads((files(__package__) / "titles.toml").read_text(encoding="utf-8"))
LONGEST = 2000
"""Characters of a sentence; what is longer is none that somebody wrote."""
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁŐŰ0-9"
_WORD = rf"[{_UPPER}][\w'’.&-]*"
_SMALL = "of|the|to|and|in|for|on|at|from|with|der|die|und|de|la|le|du|di"
_VALUE = (
    r"(?:[\"“„«‘'_*]{1,2}(?P<quoted>[^\"“”„«»_*\n]{1,70}?)[,.]?[\"”“»’'_*]{1,2}(?!\w)"
    rf"|(?P<bare>(?-i:{_WORD}(?:(?:[:,]? | [–-] )(?:(?:{_SMALL}) )?{_WORD}){{0,8}})))"
)
_KINDS = {
    "official": (Property.OFFICIAL_TITLE, None, Polarity.AFFIRMED),
    "probable": (Property.OFFICIAL_TITLE, Modality.PROBABLE, Polarity.AFFIRMED),
    "denied": (Property.OFFICIAL_TITLE, None, Polarity.DENIED),
    "working": (Property.WORKING_TITLE, None, Polarity.AFFIRMED),
}


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    regex: re.Pattern[str]


@lru_cache(maxsize=32)
def _patterns(lang: str) -> tuple[re.Pattern[str], Look, tuple[_Pattern, ...]]:
    words = _WORDS.get(lang, _WORDS["en"])
    found = [
        _Pattern(kind, re.compile(rf"(?<!\w){source.replace('V', _VALUE)}", re.IGNORECASE))
        for kind in ("working", "denied", "probable", "official")
        for source in words[kind]
    ]
    return re.compile(words["cue"]), Look(words["cue"]), tuple(found)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the claims on titles."""
    cue, look, patterns = _patterns(scene.lang)
    for sentence in look.worth(low_of(scene.document.text), scene.analysis.sentences):
        if len(sentence.text) <= LONGEST and cue.search(sentence.text):
            yield from _in_sentence(scene, sentence, patterns)


def _in_sentence(scene: Scene, sentence: Sentence, patterns: tuple[_Pattern, ...]) -> Iterator[Claim]:
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in pattern.regex.finditer(sentence.text):
            group = "quoted" if match["quoted"] else "bare"
            start, end = match.span(group)
            if any(start < there[1] and there[0] < end for there in taken):
                continue
            taken.append((start, end))
            yield from _claim(scene, sentence, pattern.kind, match, Span(start, end))


def _claim(scene: Scene, sentence: Sentence, kind: str, match: re.Match[str], value: Span) -> Iterator[Claim]:
    base = sentence.span.start
    name = sentence.text[value.start : _value_end(scene, sentence, match, value)].rstrip(" .,;:")
    inside = scene.productions_in(Span(base + value.start, base + value.end))
    about = next((scene.named(m.production) for m in inside if m.production), None)
    before = scene.productions_in(Span(base, base + match.start()))
    told = kind == "official" and bool(before) and before[-1].production is not None
    if not told and any(m.production is None and m.surface == name for m in inside):
        return
    about = about or scene.production_at(sentence, base + match.start())
    if about is None:
        return
    span = Span(base + match.start(), base + match.end())
    prop, modality, polarity = _KINDS[kind]
    hedge, denied = sureness(scene, sentence, span)
    if polarity is Polarity.AFFIRMED and kind == "official" and denied is Polarity.DENIED:
        polarity = denied
    yield Claim(
        about.name,
        prop,
        name,
        modality or hedge,
        polarity,
        attribution(scene, sentence, span),
        scene.evidence(span.start, span.end),
    )


def _value_end(scene: Scene, sentence: Sentence, match: re.Match[str], value: Span) -> int:
    """Return where a title ends: one without quotation marks before a comma and a name, `Harbour Lights, A24 said`."""
    if match["quoted"]:
        return value.end
    base = sentence.span.start
    for name in scene.names_in(Span(base + value.start, base + value.end)):
        at = name.span.start - base
        if name.kind is not MentionKind.OTHER and sentence.text[at - 2 : at] == ", ":
            return at - 2
    return value.end
