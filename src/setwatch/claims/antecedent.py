"""Whom `he` or `she` stands for."""

import re

from setwatch.claims.scene import Scene
from setwatch.model import MentionKind, Sentence, Span

NEAR = 300
"""Characters before a sentence in which a pronoun finds its name."""

_POSTS = re.compile(
    r"(?:['’]s? )(?:[\w-]+ ){0,3}?(?:image|photo|still|picture|post|tweet|instagram|twitter|video|clip|caption|snap|"
    r"shot|account|feed)\b|(?:,? (?:who|has|had|also|then|later|first|recently|himself|herself)){0,3} "
    r"(?:posted|posts|shared|shares|tweeted|tweets|captioned|took to|uploaded|released|put up)\b",
    re.IGNORECASE,
)
"""What follows the name of somebody who shows a picture."""
_STOP = re.compile(r"[.!?:]\s|\n")


def spoken_of(scene: Scene, sentence: Sentence, at: int) -> str | None:
    """Return the person whom a pronoun at an offset of `sentence` stands for.

    That is whom the sentence names first before it, else the first person of the nearest sentence that names one: a
    sentence's first name is mostly whom it is about.
    """
    if here := scene.names_in(Span(sentence.span.start, at), MentionKind.PERSON):
        return here[0].name
    start = sentence.span.start
    names = scene.names_in(Span(max(0, start - NEAR), start), MentionKind.PERSON)
    if not names:
        return None
    text = scene.document.text
    index = len(names) - 1
    while index and not _STOP.search(text, names[index - 1].span.end, names[index].span.start):
        index -= 1
    return names[index].name


def poster_before(scene: Scene, sentence: Sentence) -> str | None:
    """Return who was last said to show a picture before `sentence`: whose caption `his caption` is."""
    start = sentence.span.start
    names = scene.names_in(Span(max(0, start - NEAR), start), MentionKind.PERSON)
    text = scene.document.text
    return next((name.name for name in reversed(names) if _POSTS.match(text, name.span.end)), None)
