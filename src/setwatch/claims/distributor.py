"""Who brings a production out.

What it reads: a studio named in a sentence about the production, as its owner, as announcing, moving or having it, or
as not wanting to comment; a service or broadcaster only where it has, says or shows it. What it leaves alone: picture
credits, studios of other titles in the sentence, sites named after a studio, companies that only co-produce.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from setwatch.claims.scene import Scene
from setwatch.claims.several import productions_at
from setwatch.claims.surely import sureness
from setwatch.claims.triggers import Look
from setwatch.language.words import low_of
from setwatch.model import Claim, MentionKind, Modality, Polarity, Property, Sentence, Span

_WORDS: dict[str, Any] = tomllib.loads((files(__package__) / "distributor.toml").read_text(encoding="utf-8"))
_FIRST = "".join(sorted({name[0] for kind in ("studios", "services", "news") for name in _WORDS[kind]}))
assert _FIRST.isalnum(), "a name in distributor.toml begins with no letter"
_STUDIO = re.compile(
    rf"(?=[{_FIRST}])(?<![\w@#/-])(?:(?P<studio>{'|'.join(_WORDS['studios'])})|(?P<service>{'|'.join(_WORDS['services'])})|(?P<news>{'|'.join(_WORDS['news'])}))(?![\w+])"
)
_LOOK = Look(_STUDIO.pattern)
_CREDIT = re.compile(
    r"(?:photo|image|picture|bild|foto|credit|courtesy|crédito|crédit|source|quelle|fonte|copyright|©|\(c\)|kép)\b|getty",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:'s|’s)? (?:Studios?(?! (?:has|have|said))(?: \w+)?|lot|Studio Tour|theme park|Orlando|Hollywood|store|Tower|"
    r"backlot|Leavesden)\b"
)
_OWNS = re.compile(r"(?:['’]s?|s['’])? (?:upcoming |own |new |next |big |\d{4} )?[\"“”‘'«„_*]*$")
_GOVERNS = re.compile(r" (?:[\w'’-]+ ){1,5}[\"“”‘'«„_*]*")
_ON = re.compile(r",? (?:on|auf|bei|sur|su|en|op|på|na|em) (?:the )?$")
_LONGEST_ON, _LONGEST_DATE = 12, 40
"""Characters of such a word with its blanks, and of a date."""
LONGEST = 2000
"""Characters of a sentence; what is longer is none that somebody wrote."""
_NAME = 60
"""Characters before a studio's name in which a person's of that studio begins."""
_SHORT = 60
"""Characters of a line without a verb that is a caption, a tag or a credit rather than a sentence."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What may stand behind a studio's name, with what it has or does, and before it."""

    owns: re.Pattern[str]
    does: re.Pattern[str]
    on: re.Pattern[str]


@lru_cache(maxsize=32)
def _beside(lang: str) -> _Beside:
    words = _WORDS.get(lang, _WORDS["en"])
    film, does, on = ("|".join(words[key]) for key in ("film", "does", "on"))
    owns = rf"(?:['’]s?)?(?: (?:[\w-]+ ){{0,4}}(?:{film})\b)"
    return _Beside(
        re.compile(owns, re.IGNORECASE),
        re.compile(rf"(?:,? [^.;]{{0,30}}?)? (?:{does})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{on})(?: the)? $", re.IGNORECASE),
    )


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the claims on who distributes."""
    for sentence in _LOOK.worth(low_of(scene.document.text), scene.analysis.sentences):
        matches = list(_STUDIO.finditer(sentence.text)) if len(sentence.text) <= LONGEST else []
        caption = bool(matches) and _caption(sentence)
        for match in matches:
            if caption and not _beside(scene.lang).does.match(sentence.text, match.end()):
                continue
            yield from _of_match(scene, sentence, match)


def _caption(sentence: Sentence) -> bool:
    return (len(sentence.text) < 3 * _SHORT and bool(_CREDIT.search(sentence.text))) or (
        len(sentence.text) < _SHORT
        and not re.search(r"[.!?]['\"”’]?\s*$", sentence.text)
        and len(sentence.text.split()) < 5
    )


def _of_match(scene: Scene, sentence: Sentence, match: re.Match[str]) -> Iterator[Claim]:
    text, start, end = sentence.text, match.start(), match.end()
    if _SITE.match(text, end) or _employs(scene, sentence, start):
        return
    if scene.productions_in(Span(sentence.span.start + max(0, start - 1), sentence.span.start + end)):
        return
    beside = _beside(scene.lang)
    owns = beside.owns.match(text, end)
    does = (
        beside.does.match(text, end) if match["studio"] or (match["service"] and text[end : end + 1] in " ,") else None
    )
    shown = next(beside.on.finditer(text, max(0, start - 40), start), None) if not match["studio"] else None
    shown = shown or (_after_date(scene, sentence, start) if match["service"] else None)
    if not (match["studio"] or owns or does or shown or _OWNS.fullmatch(text, end, _title_after(scene, sentence, end))):
        return
    told = owns or does
    first = shown.start() if shown else start
    span = Span(sentence.span.start + first, sentence.span.start + (told.end() if told else end))
    for name in _about(scene, sentence, match):
        modality, polarity = _sure(scene, sentence, match)
        yield Claim(
            name, Property.DISTRIBUTOR, match[0], modality, polarity, None, scene.evidence(span.start, span.end)
        )


def _after_date(scene: Scene, sentence: Sentence, start: int) -> re.Match[str] | None:
    """Return the word before a service behind a date: the `on` of `in April 2031 on HBO`."""
    led = _ON.search(sentence.text, max(0, start - _LONGEST_ON), start)
    if led is None:
        return None
    at = sentence.span.start + led.start()
    dates = scene.dates_in(Span(max(sentence.span.start, at - _LONGEST_DATE), at))
    return led if dates and dates[-1].span.end == at else None


def _employs(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Whether the studio before whose name the words end at `start` is only where somebody works: `Ann Lee of A24`."""
    before = Span(max(sentence.span.start, sentence.span.start + start - _NAME), sentence.span.start + start)
    return any(
        scene.document.text[name.span.end : before.end] == " of " for name in scene.names_in(before, MentionKind.PERSON)
    )


def _title_after(scene: Scene, sentence: Sentence, end: int) -> int:
    """Return where the next title begins in the sentence, or where the sentence ends."""
    following = scene.productions_in(Span(sentence.span.start + end, sentence.span.end))
    return (following[0].span.start if following else sentence.span.end) - sentence.span.start


def _about(scene: Scene, sentence: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """Return whose distributor it is: the title that the studio's name governs, else what is spoken of there."""
    end = sentence.span.start + match.end()
    following = scene.productions_in(Span(end, min(sentence.span.end, end + 60)))
    if following and (following[0].production or not scene.is_origin(following[0])):
        between = scene.document.text[end : following[0].span.start]
        if _OWNS.fullmatch(between) or _GOVERNS.fullmatch(between):
            return productions_at(scene, sentence, following[0].span.start)
    return productions_at(scene, sentence, sentence.span.start + match.start())


def _sure(scene: Scene, sentence: Sentence, match: re.Match[str]) -> tuple[Modality, Polarity]:
    """Return how surely: whoever speaks for a film has it, however its fate is hedged; a service may be denied."""
    if match["studio"]:
        return Modality.CERTAIN, Polarity.AFFIRMED
    span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
    return Modality.CERTAIN, sureness(scene, sentence, span)[1]
