"""Release dates taken away: the production is off the calendar, and no other date is given."""

import re
from collections.abc import Iterator, Mapping

from setwatch.claims.scene import Scene
from setwatch.claims.surely import sureness
from setwatch.claims.voice import attribution
from setwatch.model import Channel, Claim, Kind, Modality, Polarity, Production, Property, Sentence, Span, When

_SPOKEN_OF = re.compile(
    r"(?i)^\W?it(?:s|\b)|^\W?(?:a|no) new (?:release )?date\b|"
    r"^(?:k?ein neuer (?:start|kino)?termin|(?:une|aucune) nouvelle date|la nuova data|la nueva fecha)\b|"
    r"\b(?:the|this|der|le|la|il|el)\s(?:film|movie|picture|sequel|feature|pel[ií]cula|cinta|pellicola)\b"
)
"""How a sentence speaks of a production that it does not name; another name in its place is another production."""
_PLURAL = re.compile(r"(?i)\b(?:are|were|have (?:all |both )?been|sont|sind|wurden|son|sono)\b")
"""What is said of several at once."""


_OF_ANOTHER = re.compile(
    r"[;,] (?:mientras(?: que)?|while|whereas|mentre|tandis que|alors que|während) "
    r"(?:the|la|el|il|le|les|der|die|das|l[’'])"
)
"""What opens a clause about something else, which is not named: `while the adaptation of the musical is undated`."""


def is_undated(scene: Scene, sentence: Sentence, production: Production) -> bool:
    """Whether a sentence takes a production off the calendar: a date in it is the one that was left."""
    cues = scene.cues("release_undated", sentence)
    return any(scene.production_at(sentence, cue.span.start) == production for cue in cues)


def undated(scene: Scene, standing: Mapping[str, int]) -> Iterator[Claim]:
    """Yield a claim without a date for each watched production that the text takes off the calendar.

    `standing` says where the last date stands that the text gives each production: one that comes later stands, and
    what was said before it is history.
    """
    told: set[str] = set()
    for sentence in scene.analysis.sentences:
        for cue in scene.cues("release_undated", sentence):
            if scene.is_furniture(cue.span):
                continue
            modality, _ = sureness(scene, sentence, cue.span)
            for production in _concerned(scene, sentence, cue.span.start):
                later = standing.get(production.name, -1) > cue.span.start
                if modality is not Modality.POSSIBLE and not later and production.name not in told:
                    told.add(production.name)
                    yield _claim(scene, sentence, cue.span, production, modality)


def _concerned(scene: Scene, sentence: Sentence, at: int) -> Iterator[Production]:
    """Yield what a sentence takes off the calendar: all that it named before `are`, else what its words are about."""
    mentions = [m for m in scene.productions_in(sentence.span) if m.span.start < at]
    if mentions and _PLURAL.search(scene.document.text[mentions[-1].span.end : at]):
        named = (scene.named(name) for name in dict.fromkeys(m.production for m in mentions))
        yield from (production for production in named if production)
        return
    production = scene.production_at(sentence, at)
    if production is None or (mentions and _OF_ANOTHER.search(scene.document.text[mentions[-1].span.end : at])):
        return
    named_here = any(m.production == production.name for m in scene.productions_in(sentence.span))
    if named_here or _SPOKEN_OF.search(sentence.text):
        yield production


def _claim(scene: Scene, sentence: Sentence, span: Span, production: Production, modality: Modality) -> Claim:
    return Claim(
        production=production.name,
        property=Property.RELEASE_DATE,
        value=Claim.UNDATED,
        modality=modality,
        polarity=Polarity.AFFIRMED,
        attribution=attribution(scene, sentence, span),
        evidence=scene.evidence(span.start, span.end),
        when=When.CURRENT,
        channel=Channel.THEATRICAL if production.kind is Kind.FILM else None,
    )
