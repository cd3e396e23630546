"""Whom `he` or `she` stands for."""

import re

from setwatch.claims.scene import Scene
from setwatch.model import MentionKind, Sentence, Span

NEAR = 300
"""Characters before a sentence in which a pronoun finds its name."""

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
