"""Whether a release date still stands in the words of its sentence, or was left behind."""

import re
from collections.abc import Sequence
from enum import StrEnum

from setwatch.claims.cues import Cue, lists, longest
from setwatch.claims.scene import Scene
from setwatch.model import DateMention, Sentence, Span

_LISTS = lists("release_when")
_BEFORE = frozenset({"former", "current", "moved", "mild"})
"""Classes that tell of the date behind them."""
_AFTER = 30
"""How many characters behind a date its `originally` may begin."""

_DIRECTLY = 14
"""How many characters may stand between such a word and its date: `from the old date of`."""
_OPEN = frozenset(word for words in _LISTS.values() for word in words["open"])
"""Words that leave a date behind only right before it, in a sentence with another date."""


_WAS = frozenset(word for words in _LISTS.values() for word in words.get("was", ()))
"""Those of former that also tell what still holds in a tale of the past: `filming stopped; it was due on May 5`."""
_OF = frozenset(("du", "del", "dal", "vom", "von"))
_ASIDE = re.compile(
    r"[(\[](?:was|were|formerly|previously|originally|from|moved from|old date:?)\s(?:set for |due |on )?$", re.I
)
"""What opens a bracket for a date that was left: `May 23 (was June 28)`."""
_LEADS_ON = re.compile(r"\s(?:to|until|auf|au|al|till)\s")
"""What leads from the date that was left, in whatever words, to the next: `from that day to May 5`."""
_ARROW = re.compile(r"\s?(?:-+>|=+>|→|⟶|➜|>)\s?")


class Stand(StrEnum):
    """How a date stands: as standing, left behind, due in a tale of the past, or the aim of a past move."""

    CURRENT = "current"
    FORMER = "former"
    WAS = "was"
    MOVED = "moved"


def stand_of(
    scene: Scene, sentence: Sentence, left: Span, date: DateMention, before: Stand | None, *, goes_on: bool = True
) -> Stand:
    """Return how `date` stands; `left` is what the sentence says between the date before and this one.

    The last cue on the left decides, then one right behind; without any, dates of a list stand as the one before.
    `goes_on`: only small words stand between the two, as in a list.
    """
    behind = Span(date.span.end, min(sentence.span.end, date.span.end + _AFTER))
    back = is_back(scene, sentence, left)
    if not back and any(cue.kind == "after" for cue in _not_idle(scene.cues("release_when", sentence, behind))):
        return Stand.FORMER
    if _ASIDE.search(scene.document.text[left.start : left.end]):
        return Stand.FORMER
    cues = [cue for cue in _not_idle(scene.cues("release_when", sentence, left)) if cue.kind in _BEFORE]
    if not cues:
        return (before if goes_on else None) or Stand.CURRENT
    firm = [cue for cue in cues if cue.kind != "mild"]
    if not firm:
        return Stand.CURRENT
    cue = max(firm, key=_strength)
    between = scene.document.text[cue.span.end : date.span.start]
    if cue.words in _OPEN and (
        len(between) > _DIRECTLY or _LEADS_ON.search(between) or not _goes_on(scene, sentence, date, cue.words)
    ):
        return before or Stand.CURRENT
    return Stand.WAS if cue.words in _WAS and before is None else Stand(cue.kind)


def _not_idle(cues: Sequence[Cue]) -> list[Cue]:
    """Return the cues without those that are part of a phrase that says nothing of the kind."""
    idle = [cue.span for cue in cues if cue.kind == "idle"]
    return [cue for cue in cues if not any(span.holds(cue.span) for span in idle)]


def is_back(scene: Scene, sentence: Sentence, left: Span) -> bool:
    """Whether the words before a date say that the production has it again."""
    return any(cue.kind == "back" for cue in scene.cues("release_when", sentence, left))


def is_new(scene: Scene, sentence: Sentence, left: Span) -> bool:
    """Whether the words before a date call it the new one."""
    return any(cue.kind == "new" for cue in scene.cues("release_when", sentence, left))


def is_changed(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence sets its date against one before: `a week earlier than planned`."""
    return any(cue.kind == "changed" for cue in scene.cues("release_when", sentence))


def gives_way(scene: Scene, sentence: Sentence, date: DateMention, following: DateMention) -> bool:
    """Whether the words between two dates say that the first was moved to the second."""
    between = Span(date.span.end, following.span.start)
    if _ARROW.fullmatch(scene.document.text[between.start : between.end]):
        return True
    cues = longest(scene.cues("release_when", sentence, between))
    return any(cue.kind == "gives_way" for cue in cues)


def _strength(cue: Cue) -> tuple[int, int]:
    """Later in the text is nearer to the date; of two that end together, the longer phrase says more."""
    return cue.span.end, cue.span.end - cue.span.start


def _goes_on(scene: Scene, sentence: Sentence, date: DateMention, word: str) -> bool:
    """Whether another date follows in the sentence, or one stands before this one.

    Words that also mean `of` (`la sortie du 5 mai`) need one that follows.
    """
    if len(scene.dates_in(sentence.span)) < 2:
        return False
    behind = bool(scene.dates_in(Span(date.span.end, sentence.span.end)))
    return behind or (word not in _OF and bool(scene.dates_in(Span(sentence.span.start, date.span.start))))
