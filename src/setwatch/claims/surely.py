"""How surely a sentence says something, and whether it denies it.

A cue reaches over its clause: to the words behind it, and, less far, to those before it. A denial reaches forward to
the next words only, and is lifted by words such as `until` between it and what it would deny.
"""

from collections.abc import Sequence

from setwatch.claims.cues import Cue
from setwatch.claims.near import distance, same_clause
from setwatch.claims.scene import Scene
from setwatch.model import Modality, Polarity, Sentence, Span

_FORWARD, _BACKWARD = 160, 45
"""How many characters a hedge reaches to words behind it and before it, within its clause; set by hand."""
_DENIAL = 45.0
"""How far a denial reaches, in the measure of `near`."""


def sureness(scene: Scene, sentence: Sentence, span: Span) -> tuple[Modality, Polarity]:
    """Return how surely `sentence` says the words of `span`, and whether it denies them."""
    text = scene.plain
    cues = _hedges_and_denials(scene, sentence)
    polarity = Polarity.DENIED if any(_denies(text, cue, cues, span) for cue in cues) else Polarity.AFFIRMED
    kinds = {cue.kind for cue in cues if _reaches(text, cue, span)}
    if "possible" in kinds or _asked(sentence, span):
        return Modality.POSSIBLE, polarity
    hedged = "probable" in kinds or any(cue.kind == "hearsay" for cue in cues)
    return (Modality.PROBABLE if hedged else Modality.CERTAIN), polarity


def refuted(scene: Scene, sentence: Sentence, span: Span) -> bool:
    """Whether words behind those of `span` say that they are not true (`proved false`)."""
    text = scene.plain
    return any(cue.kind == "refuted" and _denies(text, cue, (), span) for cue in _hedges_and_denials(scene, sentence))


def _hedges_and_denials(scene: Scene, sentence: Sentence) -> tuple[Cue, ...]:
    """Return the cues of a sentence without those that only look like one."""
    text = scene.plain
    cues = scene.cues("surely", sentence)
    plain = [cue.span for cue in cues if cue.kind == "plain"]
    return tuple(
        cue
        for cue in cues
        if not any(span.holds(cue.span) and cue.kind != "possible" for span in plain) and not _month(text, cue)
    )


def _reaches(text: str, cue: Cue, span: Span) -> bool:
    """Whether a hedge covers `span`."""
    if cue.kind not in {"probable", "possible"}:
        return False
    if cue.span.start < span.end and span.start < cue.span.end:
        return True
    if cue.span.end <= span.start:
        return same_clause(text, cue.span, span) and span.start - cue.span.end <= _FORWARD
    return same_clause(text, span, cue.span) and cue.span.start - span.end <= _BACKWARD


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
