"""Release dates taken away: the production is off the calendar, and no other date is given."""

import re
from collections.abc import Iterator, Mapping

from setwatch.claims.scene import Scene
from setwatch.claims.surely import sureness
from setwatch.claims.voice import attribution
from setwatch.model import Channel, Claim, Kind, Modality, Polarity, Production, Property, Sentence, When

_SPOKEN_OF = re.compile(
    r"(?i)^\W?it(?:s|\b)|^\W?(?:a|no) new (?:release )?date\b|"
    r"\b(?:the|this|der|le|la|il|el)\s(?:film|movie|picture|sequel|feature|pel[ií]cula|cinta|pellicola)\b"
)
"""How a sentence speaks of a production that it does not name; another name in its place is another production."""


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
            production = scene.production_at(sentence, cue.span.start)
            if production is None or production.name in told or scene.is_furniture(cue.span):
                continue
            named = any(m.production == production.name for m in scene.productions_in(sentence.span))
            if not named and not _SPOKEN_OF.search(sentence.text):
                continue
            modality, _ = sureness(scene, sentence, cue.span)
            if modality is Modality.POSSIBLE or standing.get(production.name, -1) > cue.span.start:
                continue
            told.add(production.name)
            yield Claim(
                production=production.name,
                property=Property.RELEASE_DATE,
                value=Claim.UNDATED,
                modality=modality,
                polarity=Polarity.AFFIRMED,
                attribution=attribution(scene, sentence, cue.span),
                evidence=scene.evidence(cue.span.start, cue.span.end),
                when=When.CURRENT,
                channel=Channel.THEATRICAL if production.kind is Kind.FILM else None,
            )
