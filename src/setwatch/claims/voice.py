"""Who says so: whom a text credits for the words at a place, None where it is the author.

A post's words are its author's and a quotation's its speaker's. Else the sentence decides: `X reports that ...` reaches
from the verb on, `..., X said` back from it, `according to X` over the whole sentence. Of several the nearest before
the words counts; a person comes before an outlet, and a source without a name is given in the text's own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from setwatch.claims.cues import FALLBACK, lists
from setwatch.claims.scene import Scene
from setwatch.model import Mention, MentionKind, Sentence, Span

_SOURCE = "\ue010"
_VOICE = lists("voice")
_OPENING = re.compile(r"[;]\s")
_SPEAKERS = (MentionKind.PERSON, MentionKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns of a language over sentences in signs: what is told stands ahead of the verb, behind it, or around."""

    ahead: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]
    around: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """One source and the words, as offsets into the sentence, that are told on its word."""

    source: str
    person: bool
    start: int
    end: int
    at: int


def holder(scene: Scene, sentence: Sentence, span: Span) -> str | None:
    """Return whose post or quotation the words are in, None where they are the author's own."""
    if sentence.post is not None and sentence.post < len(scene.document.posts):
        post = scene.document.posts[sentence.post]
        return post.author or post.handle
    quotation = scene.quotation_at(span.start)
    return quotation.speaker if quotation and quotation.span.holds(span) else None


def attribution(scene: Scene, sentence: Sentence, span: Span) -> str | None:
    """Return whom the text credits for the words of `span`, None where it is the author."""
    if (held := holder(scene, sentence, span)) is not None:
        return held
    at = span.start - sentence.span.start
    end = span.end - sentence.span.start
    told = [t for t in _told(scene, sentence) if t.start <= at < t.end or t.start < end <= t.end]
    if not told:
        return None
    return min(told, key=lambda t: (not t.person, abs(at - t.at))).source


def _told(scene: Scene, sentence: Sentence) -> Iterator[_Told]:
    patterns = _patterns(scene.lang)
    names = [m for m in scene.names_in(sentence.span) if m.kind in _SPEAKERS]
    text, places, sources = _signed(sentence, names)
    stop = len(sentence.text)
    for match in _matches(patterns.ahead, text):
        yield from _one(scene, sentence, match, sources, (places[match.end() - 1], stop), places)
    for match in _matches(patterns.behind, text):
        start = max((m.end() for m in _OPENING.finditer(text, 0, match.start())), default=0)
        yield from _one(scene, sentence, match, sources, (places[start], places[match.start()]), places)
    for match in _matches(patterns.around, text):
        yield from _one(scene, sentence, match, sources, (0, stop), places)


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(text)


def _one(
    scene: Scene,
    sentence: Sentence,
    match: re.Match[str],
    sources: dict[int, Mention],
    scope: tuple[int, int],
    places: list[int],
) -> Iterator[_Told]:
    start = match.start("source")
    at = places[start]
    if (named := sources.get(start)) is not None:
        yield _Told(named.name, named.kind is MentionKind.PERSON, *scope, at)
    elif match.groupdict().get("pronoun"):
        if (person := _spoken_of(scene, sentence.span.start + at)) is not None:
            yield _Told(person, True, *scope, at)
    else:
        words = sentence.text[at : places[match.end("source") - 1] + 1].strip()
        yield _Told(words, False, *scope, at)


def _spoken_of(scene: Scene, before: int) -> str | None:
    """Return the person that `he` or `she` at an offset stands for: the one named last before it."""
    people = scene.names_in(Span(max(0, before - 400), before), MentionKind.PERSON)
    return people[-1].name if people else None


def _signed(sentence: Sentence, names: list[Mention]) -> tuple[str, list[int], dict[int, Mention]]:
    """Return the sentence with a sign for each run of names, the offset of each of its characters, and the first names."""
    signs: list[str] = []
    places: list[int] = []
    sources: dict[int, Mention] = {}
    at = 0
    for name in names:
        start, end = name.span.start - sentence.span.start, name.span.end - sentence.span.start
        if start < at or end > len(sentence.text):
            continue
        between = sentence.text[at:start]
        if signs and signs[-1] == _SOURCE and re.fullmatch(r",? (?:and|&|und|et|y|e|og|och|en|и|és|i) |, ", between):
            at = end
            continue
        signs += between
        places += range(at, start)
        sources[len(signs)] = name
        signs.append(_SOURCE)
        places.append(start)
        at = end
    signs += sentence.text[at:]
    places += range(at, len(sentence.text))
    places.append(len(sentence.text))
    return re.sub(r"\s", " ", "".join(signs)).replace("’", "'"), places, sources


@lru_cache(maxsize=32)
def _patterns(lang: str) -> _Patterns:
    words = _VOICE.get(lang, _VOICE[FALLBACK])
    say, by, after, nobody, pre, pronoun = (
        "|".join(words[key]) or "(?!)" for key in ("say", "by", "after", "nobody", "pre", "pronoun")
    )
    source = rf"(?P<source>{_SOURCE}|(?<!\w)(?:{nobody})(?!\w)|(?P<pronoun>(?<!\w)(?:{pronoun})(?!\w)))"
    aside = r"(?:'s (?:\w+ ){0,3}\w+|,? \([^()]{1,60}\)|, [^,;.]{1,50},)?"
    said = rf"(?:(?: (?:{pre})){{0,3}} (?:{say})(?!\w))"
    mark = r"[,;.?!:”\"»“–-] ?"
    return _Patterns(
        ahead=_compiled(rf"{source}{aside}{said}"),
        behind=_compiled(
            rf"{mark}(?:as |so |and )?{source}{aside}{said}(?=[ ,.;:]|$)(?! that)",
            rf"{mark}(?:as |so )?(?:{say}) {source}",
        ),
        around=_compiled(
            rf"(?<!\w)(?:{by})(?: the| le| la| die| das| der| dem| el)?(?: \w+){{0,2}} {source}",
            rf"{source} (?:{after})(?!\w)",
        ),
    )


def _compiled(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)
