"""People who go by one name: single words that stand in a run of people's names somewhere in the document."""

import re
from collections.abc import Iterator
from itertools import pairwise

from setwatch.claims.scene import Scene
from setwatch.model import Mention, MentionKind, Span

_JOINT = re.compile(r"(?: \([^()]{1,40}\))?(?:,| and| &|, and| und| et| y| e| en| och| og| и| és| i) ")


def single_names(scene: Scene) -> Iterator[Mention]:
    """Yield the places of single names that the document puts beside people's in a run, but inside longer names."""
    names = scene.analysis.names
    text = scene.document.text
    found = set()
    for left, right in pairwise(names):
        if not _JOINT.fullmatch(text, left.span.end, right.span.start):
            continue
        if right.kind is MentionKind.PERSON and _single(left):
            found.add(left.name)
        elif left.kind is MentionKind.PERSON and _single(right) and _listed(text, right):
            found.add(right.name)
    if not found:
        return
    taken = [mention.span for mention in names if mention.kind is MentionKind.PERSON]
    for match in re.finditer(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, sorted(found)))})(?![\w-])", text):
        span = Span(*match.span())
        if not any(other.holds(span) for other in taken):
            yield Mention(MentionKind.PERSON, match[0], span)


def _single(mention: Mention) -> bool:
    return mention.kind is MentionKind.OTHER and len(mention.name) > 3 and mention.name.isalpha()


def _listed(text: str, mention: Mention) -> bool:
    """Whether a run goes on or ends after the name, as it does not in `X and Marvel films`."""
    return bool(re.match(r" \(|,|\.|;| and | return| star| join| are ", text[mention.span.end : mention.span.end + 8]))
