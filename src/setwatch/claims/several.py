"""What is said of several productions at once: `both films`, `X and Y`."""

import re

from setwatch.claims.scene import Scene
from setwatch.model import ProductionMention, Sentence, Span

_BOTH = re.compile(
    r"(?<!\w)(?:both(?: (?:films|movies|parts|pictures|sequels|seasons|are|will|of them)|(?=[.,;]|$))|"
    r"beide(?: Filme| Teile)|les deux (?:films|\w+ épisodes)|entrambi|ambas|обеих|обе част\w+)(?!\w)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[\"'”’“‘]?,?[\"'”’“‘]? (?:and|&|und|et|y|e|och|og|en|и|és|i) [\"'”’“‘]?")


def productions_at(scene: Scene, sentence: Sentence, at: int) -> tuple[str, ...]:
    """Return the watched productions that the words at this offset of `sentence` are about, most often one.

    Several where the sentence says `both`, or where the title that decides is joined to another by `and`.
    """
    about = scene.production_at(sentence, at)
    if not scene.productions_in(sentence.span) or (about is None and not _named_before(scene, sentence, at)):
        about = scene.named(scene.analysis.main_production)
    if about is None:
        return ()
    earlier = scene.productions_in(Span(0, sentence.span.end))
    if _BOTH.search(sentence.text):
        names = dict.fromkeys(m.production for m in reversed(earlier) if m.production)
        return tuple(list(names)[:2])[::-1]
    for index in range(len(earlier) - 1, -1, -1):
        if earlier[index].production == about.name:
            return _joined(scene, earlier, index)
    return (about.name,)


def _named_before(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Whether the sentence names a title before an offset; a later one is mostly where people are known from."""
    return bool(scene.productions_in(Span(sentence.span.start, at)))


def _joined(scene: Scene, mentions: tuple[ProductionMention, ...], index: int) -> tuple[str, ...]:
    """Return the production of a mention and of those that only `and` parts from it."""
    first = last = index
    text = scene.document.text
    while first and _JOINT.fullmatch(text[mentions[first - 1].span.end : mentions[first].span.start]):
        first -= 1
    while last + 1 < len(mentions) and _JOINT.fullmatch(text[mentions[last].span.end : mentions[last + 1].span.start]):
        last += 1
    return tuple(dict.fromkeys(m.production for m in mentions[first : last + 1] if m.production))
