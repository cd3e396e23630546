"""How surely a sentence says something, and whether it denies it.

A cue reaches over its clause: to the words behind it, and, less far, to those before it. A denial reaches forward to
the next words only, and is lifted by words such as `until` between it and what it would deny.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from setwatch.claims.cues import Cue
from setwatch.claims.near import distance, same_clause
from setwatch.claims.scene import Scene
from setwatch.model import Modality, Polarity, Sentence, Span

_WHOLE = frozenset({"hearsay", "rumour"})
"""Classes that reach over the whole sentence."""
_FORWARD, _BACKWARD = 160, 45
"""How many characters a hedge reaches to words behind it and before it, within its clause; set by hand."""
_CLAUSE = re.compile(
    r",\s(?:and|but|und|et|y|e|en|och|og|и|i)\s(?:[\w'’.-]+\s){1,5}?(?:has|have|had|is|are|was|were|will|hat|ist|wird|a|est|ha|è)\s|"
    r"\s(?:once|since|sobald|seit|puisque|depuis)\s(?!more|again)"
)
"""What opens a clause with a subject of its own, or one of time, that a hedge before it does not reach."""
_PHRASE = re.compile(r"\s?\S.*,\s(?!(?:and|or|und|oder|et|ou|y|o|e)\s)[^\W\d_A-ZÄÖÜÉÀ]", re.DOTALL)
"""A comma after which the words go on in lower case: an adverb's phrase ends there, a list of names does not."""
_AND = re.compile(r"\s(?:and|but|und|aber|et|mais|y|pero|ma)\s", re.IGNORECASE)
"""What opens another predicate right behind words: `will produce and might appear`."""
_DENIAL = 45.0
"""How far a denial reaches, in the measure of `near`."""


def sureness(scene: Scene, sentence: Sentence, span: Span) -> tuple[Modality, Polarity]:
    """Return how surely `sentence` says the words of `span`, and whether it denies them."""
    text = scene.plain
    cues = _hedges_and_denials(scene, sentence)
    if not cues:
        return (Modality.POSSIBLE if _asked(sentence, span) else Modality.CERTAIN), Polarity.AFFIRMED
    polarity = Polarity.DENIED if any(_denies(text, cue, cues, span) for cue in cues) else Polarity.AFFIRMED
    kinds = {cue.kind for cue in cues if cue.kind in _WHOLE or _reaches(text, cue, cues, span)}
    if kinds & {"possible", "rumour"} or _asked(sentence, span):
        return Modality.POSSIBLE, polarity
    return (Modality.PROBABLE if kinds & {"probable", "hearsay"} else Modality.CERTAIN), polarity


def refuted(scene: Scene, sentence: Sentence, span: Span) -> bool:
    """Whether words behind those of `span` say that they are not true (`proved false`)."""
    text = scene.plain
    return any(cue.kind == "refuted" and _denies(text, cue, (), span) for cue in _hedges_and_denials(scene, sentence))


@lru_cache(maxsize=256)
def _hedges_and_denials(scene: Scene, sentence: Sentence) -> tuple[Cue, ...]:
    """Return the cues of a sentence without those that only look like one; kept, for it makes several claims."""
    cues = scene.cues("surely", sentence)
    if not cues:
        return ()
    text = scene.plain
    cues = tuple(cue for cue in cues if not scene.is_title(cue.span))
    plain = [cue.span for cue in cues if cue.kind == "plain"]
    idle = [cue.span for cue in cues if cue.kind == "idle"]
    return tuple(
        cue
        for cue in cues
        if not any(span.holds(cue.span) and cue.kind != "possible" for span in plain)
        and not any(span.holds(cue.span) for span in idle)
        and not _month(text, cue)
    )


def _reaches(text: str, cue: Cue, cues: Sequence[Cue], span: Span) -> bool:
    """Whether a hedge covers `span`: over its clause, an adverb over its phrase, a verb not back into an aside."""
    if cue.kind not in {"probable", "possible"}:
        return False
    if cue.span.start < span.end and span.start < cue.span.end:
        return True
    adverb = any(other.kind == "adverb" and other.span == cue.span for other in cues)
    if cue.span.end <= span.start:
        if span.start - cue.span.end > _FORWARD or not same_clause(text, cue.span, span):
            return False
        between = text[cue.span.end : span.start]
        return not (_opens_clause(text[cue.span.end : span.end], len(between)) or (adverb and _PHRASE.match(between)))
    between = text[span.end : cue.span.start]
    if len(between) > _BACKWARD or _AND.match(between) or not same_clause(text, span, cue.span):
        return False
    return "," not in between or (adverb and between.strip() == ",")


def _opens_clause(words: str, before: int) -> bool:
    """Whether a clause of its own begins before `before` in words without a list before it: `, and the film has`."""
    found = _CLAUSE.search(words)
    return found is not None and found.start() < before and "," not in words[: found.start()]


def _denies(text: str, cue: Cue, cues: Sequence[Cue], span: Span) -> bool:
    if cue.kind == "refuted":
        return cue.span.start >= span.end and distance(text, span, cue.span) <= _DENIAL
    if cue.kind != "denied":
        return False
    if span.holds(cue.span):
        return True
    if cue.span.end > span.start or distance(text, cue.span, span) > _DENIAL:
        return False
    return not any(
        other.kind == "lifted" and cue.span.end <= other.span.start and other.span.end <= span.end for other in cues
    )


def _asked(sentence: Sentence, span: Span) -> bool:
    """Whether the words stand in a question, and not in front of it."""
    if not sentence.text.rstrip(" \"'”’»)").endswith("?"):
        return False
    behind = sentence.text[span.end - sentence.span.start :]
    return not any(mark in behind for mark in (": ", "; ", " – ", " — "))


def _month(text: str, cue: Cue) -> bool:
    """Whether an English `may` is the month."""
    return cue.words == "may" and text[cue.span.start : cue.span.end] == "May"
