"""What is said of several productions at once: `both films`, `X and Y`."""

import re
from functools import lru_cache

from setwatch.claims.scene import Scene
from setwatch.model import Production, ProductionMention, Sentence, Span

_BOTH = re.compile(
    r"(?<!\w)(?:both(?: (?:films|movies|parts|pictures|sequels|seasons|are|will|of them)|(?=[.,;]|$))|"
    r"(?:next|upcoming|coming) two|two (?:next|upcoming|more|\w+ tentpoles)|"
    r"beide(?: Filme| Teile)|les deux (?:films|prochains|\w+ épisodes)|entrambi|ambas|обеих|обе част\w+)(?!\w)",
    re.IGNORECASE,
)
_KNOWN_FOR = re.compile(
    r"[\"'”’“‘*_]{0,2}(?:['’]s)? (?:co-)?"
    r"(?:stars?|actor|actress|alum|director|filmmaker|helmer|creator|writer|breakout|veteran)s? $"
)
_OBJECT = re.compile(r"(?: (?:in|the|a|an|for|his|her|their|on|of|to|into)){0,2} ?[\"'“‘«„*_]{0,2}", re.IGNORECASE)
_JOINT = re.compile(r"[\"'”’“‘]?,?[\"'”’“‘]? (?:and|&|und|et|y|e|och|og|en|и|és|i) [\"'”’“‘]?")


def productions_at(scene: Scene, sentence: Sentence, at: int, end: int | None = None) -> tuple[str, ...]:
    """Return the watched productions that the words from `at` to `end` of `sentence` are about, most often one.

    Several where the sentence says `both`, or where the title that decides is joined to another by `and`.
    """
    about = _about(scene, sentence, at, at if end is None else end)
    if about is None:
        return ()
    if _says_both(sentence.text):
        named = dict.fromkeys(m.production for m in scene.analysis.productions if m.production)
        before = [m.production for m in scene.productions_in(Span(0, sentence.span.end)) if m.production]
        near = dict.fromkeys(reversed(before)) | named
        return tuple(sorted(list(near)[:2], key=list(named).index))
    earlier = scene.productions_in(Span(0, sentence.span.end))
    for index in range(len(earlier) - 1, -1, -1):
        if earlier[index].production == about.name:
            return _joined(scene, earlier, index)
    return (about.name,)


@lru_cache(maxsize=256)
def _says_both(text: str) -> bool:
    return _BOTH.search(text) is not None


def _about(scene: Scene, sentence: Sentence, at: int, end: int) -> Production | None:
    """Return the one that the words are about; what somebody is known for (`X star Y`) is passed over."""
    main = scene.main_at(sentence)
    mentions = [m for m in scene.productions_in(sentence.span) if m.production or not scene.is_origin(m)]
    before = [m for m in mentions if m.span.start < at]
    passed = 0
    while before and before[-1].production is None and _KNOWN_FOR.fullmatch(_between(scene, before[-1], at)):
        before.pop()
        passed += 1
    if before:
        return scene.named(before[-1].production) if passed else scene.production_at(sentence, at)
    after = next((m for m in mentions if m.span.start >= end), None)
    if passed or after is None:
        return main
    if _OBJECT.fullmatch(scene.document.text[end : after.span.start]):
        return scene.named(after.production)
    return scene.production_at(sentence, end) or main


def _between(scene: Scene, mention: ProductionMention, at: int) -> str:
    return scene.document.text[mention.span.end : at]


def _joined(scene: Scene, mentions: tuple[ProductionMention, ...], index: int) -> tuple[str, ...]:
    """Return the production of a mention and of those that only `and` parts from it."""
    first = last = index
    text = scene.document.text
    while first and _JOINT.fullmatch(text[mentions[first - 1].span.end : mentions[first].span.start]):
        first -= 1
    while last + 1 < len(mentions) and _JOINT.fullmatch(text[mentions[last].span.end : mentions[last + 1].span.start]):
        last += 1
    return tuple(dict.fromkeys(m.production for m in mentions[first : last + 1] if m.production))
