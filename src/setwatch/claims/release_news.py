"""What a whole text tells of dates: that some were moved, or that one was set. Then the dates that it gives are new."""

from functools import lru_cache

from setwatch.claims.near import same_clause
from setwatch.claims.scene import Scene
from setwatch.model import Sentence

_LEAD = 600
"""Characters in which a report of moved dates says so; set by hand."""


@lru_cache(maxsize=4)
def tells_moves(scene: Scene) -> bool:
    """Whether a text says early on that dates were moved or set: of whatever film, so each of its dates is news."""
    return any(
        _tells(scene, sentence)
        for sentence in scene.analysis.sentences
        if sentence.span.start < _LEAD and not scene.is_furniture(sentence.span)
    )


def _tells(scene: Scene, sentence: Sentence) -> bool:
    cues = scene.cues("release_date", sentence)
    moved = [c for c in cues if c.kind == "move" and not scene.is_title(c.span)]
    shoots = [c for c in cues if c.kind == "film"]
    if any(not any(same_clause(scene.plain, s.span, c.span) for s in shoots) for c in moved):
        return True
    return any(c.kind == "news" for c in scene.cues("release_when", sentence))
