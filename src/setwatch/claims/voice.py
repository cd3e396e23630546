"""Who says so: whom a text credits for the words at a place, None where it is the author.

A post's words are its author's and a quotation's its speaker's. Else the sentence decides: `X reports that ...` reaches
from the verb on, `..., X said` back from it, `according to X` over the whole sentence. Of several the nearest before
the words counts; a person comes before an outlet, and a source without a name is given in the text's own words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from setwatch.claims.antecedent import poster_before, spoken_of
from setwatch.claims.cues import FALLBACK
from setwatch.claims.scene import Scene
from setwatch.claims.triggers import triggers
from setwatch.claims.voice_patterns import SOURCE, VOICE, Patterns, patterns_of
from setwatch.language.words import low_of
from setwatch.model import Mention, MentionKind, Sentence, Span, fold

_AGENCIES = frozenset(fold(name) for name in VOICE["agencies"])
_SPACE = re.compile(r"[^\S ]")
"""A blank that is not a plain one."""
_JOINT = re.compile(r",? (?:and|&|und|et|y|e|og|och|en|и|és|i) |, ")
_WORD = re.compile(r"\S")
_OPENING = re.compile(r"[;]\s")
_SPEAKERS = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.OTHER)
_NEVER = frozenset(fold(name) for name in VOICE["never"])
_OWN = ("his", "her")
LONGEST = 2000
"""Characters of a sentence; what is longer is none that somebody wrote, and its sources are not looked for."""
_VERB, _AROUND, _INDIRECT = 1, 2, 4
"""Kinds of words of telling: verbs, what names a source outright, and the forms of indirect speech."""
NEAR = 400
"""Characters before a sentence in which `the studio` finds its name."""
BACK = 4
"""Sentences before one in which `the trade` finds its name."""
_LEAD = 40
"""Characters of a clause ahead of `, X said,` that are enough to be what X said: the words behind are not."""


class _Told(Struct, frozen=True, gc=False):
    """One source and the words, as offsets into the sentence, that are told on its word.

    `kind` is `person` or `name` for a name, `pronoun`, `house` or `outlet` for what stands for one, else `words`.
    """

    source: str
    kind: str
    start: int
    end: int
    at: int


class _Signed(Struct, frozen=True, gc=False):
    """A sentence with a sign for each run of names; `places` are offsets into the sentence of each character."""

    sentence: Sentence
    text: str
    places: list[int]
    sources: dict[int, Mention]


def holder(scene: Scene, sentence: Sentence, span: Span) -> str | None:
    """Return whose post or quotation the words are in, None where they are the author's own."""
    if sentence.post is not None and sentence.post < len(scene.document.posts):
        post = scene.document.posts[sentence.post]
        return post.author or post.handle
    quotation = scene.quotation_at(span.start)
    return quotation.speaker if quotation and quotation.span.holds(span) else None


def attribution(scene: Scene, sentence: Sentence, span: Span, aside: bool = False) -> str | None:
    """Return whom the text credits for the words of `span`, None where it is the author.

    What is said by the way (`aside`: `directed by X` in `Y reports that Z, directed by X, moves`) is the author's,
    unless a source is named for all of the sentence.
    """
    if (held := holder(scene, sentence, span)) is not None:
        return held
    if len(sentence.text) > LONGEST:
        return None
    at = span.start - sentence.span.start
    end = span.end - sentence.span.start
    told = [
        (t, source) for t, source in _sources(scene, sentence, aside) if t.start <= at < t.end or t.start < end <= t.end
    ]
    if told:
        return min(told, key=lambda pair: (pair[0].kind not in ("person", "pronoun"), abs(at - pair[0].at)))[1]
    return None if aside else _from_beyond(scene, sentence)


@lru_cache(maxsize=256)
def _sources(scene: Scene, sentence: Sentence, aside: bool) -> tuple[tuple[_Told, str], ...]:
    """Return what a sentence tells on whose word; kept, for a sentence makes several claims."""
    told = _tells(scene, sentence) & (_AROUND if aside else _AROUND | _VERB)
    if not told:
        return ()
    signed = _signed(sentence, [m for m in scene.names_in(sentence.span) if _may_speak(m)])
    found = [(told, _named(scene, sentence, told)) for told in _told(patterns_of(scene.lang), signed, told)]
    return tuple((told, source) for told, source in found if source is not None and not _is_own(scene, source))


def _is_own(scene: Scene, source: str) -> bool:
    """Whether a source is the document's own outlet: `Deadline has learned` in Deadline is the author's word."""
    outlet = scene.document.outlet
    return outlet is not None and fold(outlet) == fold(source)


@lru_cache(maxsize=256)
def _from_beyond(scene: Scene, sentence: Sentence) -> str | None:
    """Return who is credited for a sentence that names no source: by the next one, or by indirect speech."""
    if (after := _says_so(scene, sentence)) is not None:
        return after
    indirect = _tells(scene, sentence) & _INDIRECT and any(
        p.search(sentence.text) for p in patterns_of(scene.lang).indirect
    )
    return spoken_of(scene, sentence, sentence.span.start) if indirect else None


def _tells(scene: Scene, sentence: Sentence) -> int:
    """Return which words of telling may stand in a sentence, `_VERB`, `_AROUND` and `_INDIRECT` added up."""
    telling = _telling(scene)
    return _VERB | _AROUND | _INDIRECT if telling is None else telling.get(sentence.span.start, 0)


@lru_cache(maxsize=4)
def _telling(scene: Scene) -> dict[int, int] | None:
    """Return what `_tells` says of each sentence, by its start, from one look at all; None: not known."""
    words = _words_of_telling(scene.lang)
    if words is None:
        return None
    automaton, kinds = words
    told: dict[int, int] = {}
    for word, start, end in automaton.find_matches_as_indexes(_plain(low_of(scene.document.text)), overlapping=True):
        if sentence := scene.sentence_at((start + end) // 2):
            told[sentence.span.start] = told.get(sentence.span.start, 0) | kinds[word]
    return told


@lru_cache(maxsize=32)
def _words_of_telling(lang: str) -> tuple[AhoCorasick, list[int]] | None:
    """Return the words without which nothing is told, with their kinds; None where a language has too short ones."""
    words = VOICE.get(lang, VOICE[FALLBACK])
    kinds: dict[str, int] = {}
    for kind, names in ((_VERB, ("say", "stated")), (_AROUND, ("by", "after")), (_INDIRECT, ("indirect",))):
        entries = [entry for name in names for entry in words.get(name, ())]
        found = triggers("|".join(entries)) if entries else frozenset()
        if found is None:
            return None
        for word in found:
            kinds[word] = kinds.get(word, 0) | kind
    return AhoCorasick(list(kinds)), list(kinds.values())


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).replace("’", "'")


def _says_so(scene: Scene, sentence: Sentence) -> str | None:
    """Return who takes the words of `sentence` upon himself at the start of the next: `X says so`."""
    following = scene.sentence_at(_next(scene, sentence.span.end))
    if following is None or following.post != sentence.post or len(following.text) > LONGEST:
        return None
    if not _tells(scene, following) & (_VERB | _AROUND):
        return None
    signed = _signed(following, [m for m in scene.names_in(following.span) if _may_speak(m)])
    if not any(p.match(signed.text) for p in patterns_of(scene.lang).so):
        return None
    return next((mention.name for mention in signed.sources.values()), None)


def _next(scene: Scene, at: int) -> int:
    """Return where the next word begins at or behind an offset."""
    found = _WORD.search(scene.document.text, at)
    return found.start() if found else at


def _named(scene: Scene, sentence: Sentence, told: _Told) -> str | None:
    """Return the name of a source: `he` and `the studio` stand for one that the text gives before."""
    at = sentence.span.start + told.at
    if told.kind == "pronoun":
        owned = scene.document.text[at : at + len(_OWN[0])].casefold() in _OWN
        return (poster_before(scene, sentence) if owned else None) or spoken_of(scene, sentence, at)
    if told.kind == "outlet":
        return _outlet_before(scene, sentence) or (None if fold(told.source) == "it" else told.source)
    if told.kind == "house":
        before = scene.names_in(Span(max(0, sentence.span.start - NEAR), at), MentionKind.ORGANISATION)
        studios = [name.name for name in before if fold(name.name) not in _AGENCIES]
        return studios[-1] if studios else told.source
    return told.source


def _outlet_before(scene: Scene, sentence: Sentence) -> str | None:
    """Return the outlet that the sentences before name: the last that tells something, else the last agency or outlet.

    Of the sentence right before also what it only names: `the Production Weekly listing`, and `It gives ...` after it.
    """
    nearest = True
    at = sentence.span.start
    for _ in range(BACK):
        before = scene.sentence_at(_last(scene, at))
        if before is None or before.post is not None:
            return None
        told = [source for found, source in _sources(scene, before, False) if found.kind == "name"]
        names = [m for m in scene.names_in(before.span, MentionKind.ORGANISATION) if _may_speak(m)]
        known = [name.name for name in names if nearest or fold(name.name) in _AGENCIES]
        if told or known:
            return told[-1] if told else known[-1]
        nearest, at = False, before.span.start
    return None


def _last(scene: Scene, at: int) -> int:
    """Return where the last word before an offset ends."""
    return len(scene.document.text[max(0, at - NEAR) : at].rstrip()) + max(0, at - NEAR) - 1


def _told(patterns: Patterns, signed: _Signed, told: int) -> list[_Told]:
    """Return the sources of a sentence with what is told on their word; `told` are the kinds of words to look for."""
    found = []
    if told & _AROUND:
        for match in _matches(patterns.around, signed.text):
            found.append(_one(signed, match, *_part(signed.text, match)))
    if not told & _VERB:
        return found
    closing = set()
    for match in _matches(patterns.behind, signed.text):
        found.append(_one(signed, match, _part(signed.text, match)[0], match.start()))
        if match.start() > _LEAD and patterns.closed.match(signed.text, match.end()):
            closing.add(match.start("source"))
    for match in _matches(patterns.ahead, signed.text):
        if match.start("source") not in closing:
            found.append(_one(signed, match, match.end() - 1, _part(signed.text, match)[1]))
    return found


def _part(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return where the part of the sentence between semicolons lies that holds a match."""
    start = max((m.end() for m in _OPENING.finditer(text, 0, match.start())), default=0)
    following = _OPENING.search(text, match.end())
    return start, following.start() if following else len(text)


def _may_speak(mention: Mention) -> bool:
    return mention.kind in _SPEAKERS and fold(mention.name) not in _NEVER


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(text)


def _one(signed: _Signed, match: re.Match[str], start: int, end: int) -> _Told:
    """Return the source of a match for the words from `start` to `end`, offsets into the signed sentence."""
    first, last = match.span("source")
    at = signed.places[first]
    scope = signed.places[start], signed.places[end]
    if (named := signed.sources.get(first)) is not None:
        return _Told(named.name, "person" if named.kind is MentionKind.PERSON else "name", *scope, at)
    kind = next((kind for kind in ("outlet", "house", "pronoun") if match[kind]), "words")
    return _Told(signed.sentence.text[at : signed.places[last]].strip().removeprefix("@"), kind, *scope, at)


def _signed(sentence: Sentence, names: Sequence[Mention]) -> _Signed:
    """Return the sentence with one sign for each run of names; the first name of a run is its source."""
    signs: list[str] = []
    places: list[int] = []
    sources: dict[int, Mention] = {}
    at = 0
    for name in names:
        start, end = name.span.start - sentence.span.start, name.span.end - sentence.span.start
        if start < at or end > len(sentence.text):
            continue
        if signs and signs[-1] == SOURCE and _JOINT.fullmatch(sentence.text, at, start):
            at = end
            continue
        signs += sentence.text[at:start]
        places += range(at, start)
        sources[len(signs)] = name
        signs.append(SOURCE)
        places.append(start)
        at = end
    signs += sentence.text[at:]
    places += range(at, len(sentence.text) + 1)
    return _Signed(sentence, _plain("".join(signs)), places, sources)
