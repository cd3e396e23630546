"""Who did what a verb says: after `by`, else the nearest subject before it, else just after."""

import re

from setwatch.tracing.within.lexicon import any_of
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import Actor, Stretch, Who

REACH = 110
"""Characters between a verb and the one who did it, at most."""

BY_REACH = 45
"""Characters between a participle and its `by`, at most."""

BREAK = re.compile(r"[;:–—]|(?<!\d)\.\s")
"""The end of a clause; the stop of `am 5. Mai` is none."""

DESCRIBED = 30
"""Characters before a name that say what it is: `the YouTuber Jo Berg`."""


def doer_of(page: Page, index: int, start: int, end: int, *, by_alone: bool) -> Actor | None:
    """Return who did what the verb at these offsets says: after `by`, else the nearest before it, else just after.

    `by_alone`: what goes round by itself is nobody's, unless a `by` says so.
    """
    stretch, actors = page.stretches[index], page.actors[index]
    half = start + len(page.document.text[start:end].split(maxsplit=1)[0])
    within = (a for a in actors if start < a.start and a.end <= end)
    inside = next((a for a in within if a.who is Who.CROWD or a.start <= half + 1), None)
    if inside is not None and not by_alone:
        return inside  # between the halves of a verb: `stellte eine Passantin ein Video ein`
    after = [a for a in actors if end <= a.start <= end + REACH]
    by = page.lexicon.by.search(page.document.text, end, min(stretch.end, end + BY_REACH))
    posting = _AFTER_POSTING.search(page.document.text, max(stretch.start, start - 20), start)
    subject = next((a for a in actors if a.name and a.end <= start and a.who is not Who.CROWD), None)
    if posting and subject is not None and page.document.text[start:end].endswith("ing"):
        return subject
    if by and not _is_apart(page, page.document.text[end : by.start()]):
        first = next((a for a in after if by.end() <= a.start <= by.end() + 50), None)
        if first is not None:
            return first
    if by_alone:
        return None
    doing = page.document.text[start:end].split(maxsplit=1)[0].endswith("ing")
    if not doing and _IS_DONE.search(page.document.text, max(stretch.start, start - 40), start):
        return next((a for a in after if _has_account(page, a)), None)
    before = [a for a in actors if a.end <= start and start - a.end <= REACH]
    if _comes_after(page, before, after, start, end):
        return after[0]
    passive = next((a for a in before[::-1] if _is_agent(page, stretch, a, start)), None)
    if passive is not None:
        return passive
    # German and Dutch put the participle last and the subject first.
    order = before if page.document.lang[:2] in ("de", "nl") else before[::-1]
    for actor in order:
        between = page.document.text[actor.end : start]
        if not BREAK.search(between) and not is_object(page, stretch, actor):
            return _described(page, actor, before, between)
    owner = next((a for a in after if _has_account(page, a)), None)
    if owner is not None:
        return owner
    if not after or after[0].start - end > 40 or page.document.lang.startswith("en"):
        return None
    return None if _AFTER_OBJECT.search(page.document.text[end : after[0].start]) else after[0]


_AFTER_POSTING = re.compile(r"\b(?:after|by|while|when|before)\s(?:\w+ly\s)?$", re.I)
"""Before a participle that is the subject's: `Berg delighted fans after posting a photo`."""


def _comes_after(page: Page, before: list[Actor], after: list[Actor], start: int, end: int) -> bool:
    """Whether an account named just after did it, after another clause: `, a udostępnił je @reel`."""
    if not after or after[0].who is not Who.ACCOUNT or page.document.lang.startswith("en"):
        return False
    text = page.document.text
    near = after[0].start - end <= 40 and "," not in text[end : after[0].start]
    if near and _CLITIC.search(text, max(0, start - 20), start):
        return True  # `lo recogió el perfil Puerto Hoy`
    return near and (not before or "," in text[before[-1].end : start])


_CLITIC = re.compile(rf"\b{any_of('clitic')}\s(?:ha\s|han\s|había\s)?$", re.I)

_IS_DONE = re.compile(
    r"\b(?:was|were|been|being|is|are|got|getting)\s(?:\w+ly\s|first\s|later\s|then\s|also\s|since\s|only\s){0,2}$",
    re.I,
)
"""Before an English participle: the subject is what was shown, and who showed it stands after `by` or nowhere."""

_PASSIVE = re.compile(rf"\b{any_of('passive')}\b", re.I)
_AGENT = re.compile(rf"(\w+)\s{any_of('agent')}\s(?:\w+\s){{0,2}}$", re.I)


def _is_agent(page: Page, stretch: Stretch, actor: Actor, verb: int) -> bool:
    """Whether an actor did what a participle at the end says: `wurde zuerst von Berg geteilt`."""
    text = page.document.text
    before, between = text[stretch.start : actor.start], text[actor.end : verb]
    agent = _AGENT.search(before[-60:])
    if agent is None or _PASSIVE.search(before) is None or _is_apart(page, between):
        return False
    return not any(nouns.fullmatch(agent[1]) for nouns in (*page.lexicon.nouns.values(), page.lexicon.either))


_ACCOUNT_AFTER = re.compile(
    r"(?:['’]s)?\s(?:official\s)?(?:Facebook|Twitter|X|Instagram|Telegram|Reddit|YouTube|TikTok)\s"
    r"(?:group|page|account|channel|feed)\b"
)


def _has_account(page: Page, actor: Actor) -> bool:
    """Whether an actor's account is meant: `on the actress's Instagram feed`."""
    text = page.document.text
    if actor.who is Who.ACCOUNT and _ACCOUNT_AFTER.match(text, actor.end):
        return True
    possessed = text[actor.end : actor.end + 1] in ("'", "’") or text[actor.end - 2 : actor.end - 1] in ("'", "’")
    return possessed and page.platform(actor.end, actor.end + 25) is not None


_ALSO = re.compile(rf"(?:\b{any_of('and')}|,)\s+(?:also\s|then\s)?$", re.I)


FINAL_AND = re.compile(r"\b(?:und|en)\s(?:dann|später|danach|later|vervolgens|daarna|daraufhin|anschließend)\b")


def _is_apart(page: Page, between: str) -> bool:
    """Whether words between a participle and a `by` give the `by` to something else."""
    words = (page.lexicon.pickup, page.lexicon.repost, page.lexicon.take, page.lexicon.share)
    return bool(
        "," in between
        or FINAL_AND.search(between)
        or BREAK.search(between)
        or any(verbs.search(between) for verbs in words)
    )


def _described(page: Page, actor: Actor, before: list[Actor], between: str) -> Actor:
    """Return who is the subject: `A thanked B and posted`, `A, who plays B in the film, has posted` are of A."""
    people = [a for a in before if a.who is Who.PERSON and a.start < actor.start]
    if _ALSO.search(between) and people and actor.who is Who.PERSON and not _ALSO.search(between[:6]):
        return people[0]
    if "," not in between:
        return actor
    for other in before:
        if other.end < actor.start and page.document.text[other.end : other.end + 1] == "," and other.who is Who.PERSON:
            return other
    return actor


_OBJECT = re.compile(rf"\b{any_of('object')}\s+(?:\w+\s+){{0,2}}$", re.I)
_RELATIVE = re.compile(rf"\s{any_of('relative')}\b")
_CALLED = re.compile(rf"\b{any_of('called')}\s+$", re.I)
_AFTER_OBJECT = re.compile(rf"\b{any_of('after_object')}\s+(?:\w+\s)?$", re.I)


def is_object(page: Page, stretch: Stretch, actor: Actor) -> bool:
    """Whether an actor stands after a preposition, and so does nothing here."""
    text = page.document.text
    if _RELATIVE.match(text, actor.end) or _CALLED.search(text[max(stretch.start, actor.start - 20) : actor.start]):
        return False
    return bool(_OBJECT.search(text[max(stretch.start, actor.start - 40) : actor.start]))
