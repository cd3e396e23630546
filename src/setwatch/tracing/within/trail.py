"""Who had footage: the steps that one sentence tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from setwatch.model import Role, Step
from setwatch.tracing.within.page import Actor, Page, Stretch, Who

_REACH = 110
"""Characters between a verb and the one who did it, at most."""

_BREAK = re.compile(r"[;:–—]|\.\s")


class Deed(StrEnum):
    """What was done with footage."""

    SHARE = "share"
    REPOST = "repost"
    PICKUP = "pickup"
    TAKE = "take"
    CIRCULATE = "circulate"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Event:
    """A deed told of in a stretch, by whom and where; `at` is the offset of the verb."""

    deed: Deed
    actor: Actor | None
    platforms: tuple[str, ...]
    at: int
    start: int
    end: int


def events_in(page: Page, index: int) -> list[Event]:
    """Return what a stretch tells of footage being taken, shown and passed on, in the order of the text."""
    stretch = page.stretches[index]
    found = []
    taken: list[tuple[int, int]] = []
    for deed, match in _verbs(page, stretch):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        taken.append(match.span())
        found.append(_event(page, index, deed, match))
    return sorted(found, key=lambda e: e.at)


def _verbs(page: Page, stretch: Stretch) -> Iterator[tuple[Deed, re.Match[str]]]:
    # The more telling deeds first: "re-posted" is no plain post.
    lexicon = page.lexicon
    for deed, words in (
        (Deed.AGAIN, lexicon.again),
        (Deed.REPOST, lexicon.repost),
        (Deed.PICKUP, lexicon.pickup),
        (Deed.CIRCULATE, lexicon.circulate),
        (Deed.TAKE, lexicon.take),
        (Deed.SHARE, lexicon.share),
    ):
        for match in words.finditer(stretch.text):
            yield deed, match


def _event(page: Page, index: int, deed: Deed, match: re.Match[str]) -> Event:
    stretch = page.stretches[index]
    start, end = stretch.start + match.start(), stretch.start + match.end()
    actor = _doer(page, index, start, end, deed)
    limit = min(stretch.end, end + _REACH)
    platforms = page.platforms(end, limit)[:2] or page.platforms(max(stretch.start, start - _REACH), end)[-1:]
    spans = [(start, end)] + ([(actor.start, actor.end)] if actor else [])
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    return Event(deed, actor, tuple(platforms), start, first, last)


def _doer(page: Page, index: int, start: int, end: int, deed: Deed) -> Actor | None:
    """Return who did what the verb at these offsets says: after `by`, else the nearest before it, else just after."""
    stretch, actors = page.stretches[index], page.actors[index]
    after = [a for a in actors if end <= a.start <= end + _REACH]
    for by in page.lexicon.by.finditer(page.document.text, end, min(stretch.end, end + 60)):
        first = next((a for a in after if by.end() <= a.start <= by.end() + 50), None)
        if first is not None:
            return first
    before = [a for a in actors if a.end <= start and start - a.end <= _REACH]
    for actor in reversed(before):
        between = page.document.text[actor.end : start]
        if not _BREAK.search(between) and not _is_object(page, stretch, actor):
            return actor
    if deed in (Deed.CIRCULATE, Deed.AGAIN):
        return None
    return after[0] if after and after[0].start - end <= 40 and page.document.lang[:2] != "en" else None


_OBJECT = re.compile(r"(?:\b(?:of|with|for|at|to|in|featuring|starring|showing|and|about|against)\s+(?:\w+\s+){0,2})$", re.I)


def _is_object(page: Page, stretch: Stretch, actor: Actor) -> bool:
    """Whether an actor stands after a preposition, and so does nothing here."""
    return bool(_OBJECT.search(page.document.text[max(stretch.start, actor.start - 40) : actor.start]))


def steps_of(page: Page, event: Event) -> list[Step]:
    """Return the steps of a trail that an event is."""
    role = _role(event)
    if role is None:
        return []
    name = event.actor.name if event.actor else None
    evidence = page.evidence(event.start, event.end)
    first = event.platforms[0] if event.platforms else None
    steps = [Step(name, first, role, evidence)]
    if name and len(event.platforms) == 2 and role is Role.ORIGIN:
        steps.append(Step(name, event.platforms[1], Role.REPOST, evidence))
    return steps


def _role(event: Event) -> Role | None:
    who = event.actor.who if event.actor else None
    if event.deed is Deed.AGAIN or event.deed is Deed.REPOST:
        return Role.REPOST
    if event.deed is Deed.PICKUP:
        return Role.PICKUP if event.actor else None
    if event.deed is Deed.TAKE:
        return Role.ORIGIN if who in (Who.CROWD, Who.ACCOUNT) else None
    if event.deed is Deed.CIRCULATE:
        return Role.ORIGIN
    if who is Who.PRESS:
        return Role.PICKUP
    return Role.ORIGIN if event.actor or event.platforms else None
