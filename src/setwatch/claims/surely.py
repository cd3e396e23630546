"""How surely a sentence says something, and whether it denies it."""

import re

from setwatch.claims.cues import Cue, Lexicon, lists
from setwatch.claims.scene import Scene
from setwatch.model import Modality, Polarity, Sentence, Span

_CUES = Lexicon(lists("surely"))
_CLAUSE_END = re.compile(r"[;:]\s|\s[–—-]\s|,\s(?:but|and|while|which|who|though|although|whereas)\s")


def sureness(scene: Scene, sentence: Sentence, span: Span) -> tuple[Modality, Polarity]:
    """Return how surely `sentence` says the words of `span`, from the cues of the clause around them."""
    clause = clause_around(sentence, span)
    kinds = {cue.kind for cue in _CUES.find(clause, scene.lang) if not _month(clause, cue)}
    polarity = Polarity.DENIED if "denied" in kinds else Polarity.AFFIRMED
    if "possible" in kinds or clause.rstrip().endswith("?"):
        return Modality.POSSIBLE, polarity
    return (Modality.PROBABLE if "probable" in kinds else Modality.CERTAIN), polarity


def _month(clause: str, cue: Cue) -> bool:
    """Whether an English `may` is the month."""
    return cue.words == "may" and clause[cue.span.start : cue.span.end] == "May"


def clause_around(sentence: Sentence, span: Span) -> str:
    """Return the words of the clause of `sentence` that holds the beginning of `span`."""
    at = span.start - sentence.span.start
    start, end = 0, len(sentence.text)
    for boundary in _CLAUSE_END.finditer(sentence.text):
        if boundary.end() <= at:
            start = boundary.end()
        elif boundary.start() >= span.end - sentence.span.start:
            end = boundary.start()
            break
    return sentence.text[start:end]
