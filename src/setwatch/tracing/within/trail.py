"""Who had footage: the steps that one sentence tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from setwatch.model import Role, Step
from setwatch.tracing.within.page import Actor, Page, Stretch, Who

_REACH = 110
"""Characters between a verb and the one who did it, at most."""

BY_REACH = 45
"""Characters between a participle and its `by`, at most."""

_BREAK = re.compile(r"[;:–—]|(?<!\d)\.\s")
"""The end of a clause; the stop of `am 5. Mai` is none."""


class Deed(StrEnum):
    """What was done with footage."""

    SHARE = "share"
    REPOST = "repost"
    PICKUP = "pickup"
    TAKE = "take"
    CIRCULATE = "circulate"
    AGAIN = "again"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Event:
    """A deed told of in a stretch, by whom and where; `at` is the offset of the verb."""

    deed: Deed
    actor: Actor | None
    platforms: tuple[str, ...]
    at: int
    start: int
    end: int
    back: bool = False
    """Whether its object is a pronoun, and so something told of before: `re-posted it`."""
    by: bool = False
    """Whether it is told as done by somebody: `taken by Jo Berg`."""


@dataclass(frozen=True, slots=True)
class Told:
    """A step of a trail, the sort of actor and deed it rests on, and the stretch that tells it (None: a post)."""

    step: Step
    who: Who | None
    deed: Deed
    index: int | None


def events_in(page: Page, index: int) -> list[Event]:
    """Return what a stretch tells of footage being taken, shown and passed on, in the order of the text."""
    if index in page.events:
        return page.events[index]
    stretch = page.stretches[index]
    found: list[Event] = []
    taken: list[tuple[int, int]] = []
    for deed, match in _verbs(page, stretch):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        taken.append(match.span())
        found.append(_event(page, index, deed, match))
    page.events[index] = sorted(found, key=lambda e: e.at)
    return page.events[index]


def _passings(page: Page, stretch: Stretch, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what a part of a stretch says of footage being passed on or going round."""
    for words in (page.lexicon.again, page.lexicon.repost, page.lexicon.pickup, page.lexicon.circulate):
        yield from words.finditer(stretch.text, start - stretch.start, end - stretch.start)


def _verbs(page: Page, stretch: Stretch) -> Iterator[tuple[Deed, re.Match[str]]]:
    # The more telling deeds first: "re-posted" is no plain post.
    lexicon, english = page.lexicon, page.document.lang.startswith("en")
    for deed, words in (
        (Deed.AGAIN, lexicon.again),
        (Deed.REPOST, lexicon.repost),
        (Deed.PICKUP, lexicon.pickup),
        (Deed.CIRCULATE, lexicon.circulate),
        (Deed.TAKE, lexicon.take),
        (Deed.SHARE, lexicon.share),
    ):
        for match in words.finditer(stretch.text):
            if not (english and _is_no_deed(stretch.text, match)):
                yield deed, match


_NOUNS = frozenset(
    (
        "post",
        "posts",
        "share",
        "shares",
        "tweet",
        "tweets",
        "shot",
        "shots",
        "release",
        "releases",
        "leak",
        "leaks",
        "drop",
    )
)
_ARTICLE = re.compile(
    r"(?:\b(?:an?|the|this|that|his|her|their|its|my|our|each|every|another|one|some|press|media)|['’]s)\s(?:\w+\s)?$",
    re.I,
)
_SHARED_ELSE = re.compile(
    r"\s(?:an?\s|the\s|his\s|her\s|their\s|some\s|more\s|that\s)?(?:\w+\s)?"
    r"(?:scenes?\b(?!\sfrom)|kiss(?:es)?|screen|stage|billing|bond|love|thoughts|details|excitement|credit|laughs?|hugs?|meal|drink|duties)\b",
    re.I,
)


def _is_no_deed(text: str, match: re.Match[str]) -> bool:
    """Whether an English word is a noun here (`in the post`), or no footage is shared (`share a scene`)."""
    word = match[0].casefold()
    if word == "used" and text[match.end() : match.end() + 4] == " to ":
        return True
    if word in _NOUNS and _ARTICLE.search(text, max(0, match.start() - 25), match.start()):
        return True
    return word.startswith("shar") and _SHARED_ELSE.match(text, match.end()) is not None


def _event(page: Page, index: int, deed: Deed, match: re.Match[str]) -> Event:
    stretch = page.stretches[index]
    start, end = stretch.start + match.start(), stretch.start + match.end()
    end -= len(by[0]) if (by := _ENDS_ON_BY.search(match[0])) else 0
    actor = _doer(page, index, start, end, deed)
    limit = min(stretch.end, end + _REACH)
    then = _FINAL_AND.search(page.document.text, end, limit)
    limit = then.start() if then else limit
    if deed in (Deed.SHARE, Deed.TAKE, Deed.CIRCULATE):
        limit = min((stretch.start + m.start() for m in _passings(page, stretch, end, limit)), default=limit)
    earliest = max(stretch.start, start - _REACH)
    if deed in (Deed.REPOST, Deed.PICKUP):  # what is told before of another is not where this was done
        earliest = max([earliest, *(m.end() for m in _NEW_CLAUSE.finditer(page.document.text, earliest, start))])
    platforms = page.platforms_in_row(start, limit) or page.platforms(earliest, end)[-1:]
    spans = [(start, end)] + ([(actor.start, actor.end)] if actor else [])
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    if actor and actor.end <= start and page.document.lang[:2] in ("de", "nl"):
        # The participle comes last: what stands between is where it was done.
        platforms = page.platforms(actor.end, start)[-1:] or platforms
    if actor and not platforms:
        platforms = page.platforms(max(stretch.start, actor.start - _DESCRIBED), actor.end)[-1:]
    back = bool(_PRONOUN.match(page.document.text, end))
    return Event(deed, actor, tuple(platforms), start, first, last, back, _taken_by(page, deed, actor, end))


_TAKEN_BY = re.compile(r"\s(?:by|von|par|por|da|dal|dall|door|av|przez)[\s'’](?:[a-zà-ÿ-]+[\s'’]){0,4}$")
_ENDS_ON_BY = re.compile(r"\s(?:by|par|por|przez)$", re.I)
_NEW_CLAUSE = re.compile(r"[,;]\s|\s(?:before|and|und|y|e|et|en|och|i|bevor|antes)\s")


def _taken_by(page: Page, deed: Deed, actor: Actor | None, end: int) -> bool:
    """Whether a picture or video is told to be taken by somebody: a film is shot by its cinematographer."""
    between = page.document.text[end : actor.start] if actor and end < actor.start <= end + BY_REACH else ""
    return deed is Deed.TAKE and bool(_TAKEN_BY.search(between)) and not page.document.text[:end].endswith("shot")


_DESCRIBED = 30
"""Characters before a name that say what it is: `the YouTuber Jo Berg`."""

_PRONOUN = re.compile(r"\s(?:it|them|this|one)\b", re.I)


def _doer(page: Page, index: int, start: int, end: int, deed: Deed) -> Actor | None:
    """Return who did what the verb at these offsets says: after `by`, else the nearest before it, else just after."""
    stretch, actors = page.stretches[index], page.actors[index]
    after = [a for a in actors if end <= a.start <= end + _REACH]
    by = page.lexicon.by.search(page.document.text, end, min(stretch.end, end + BY_REACH))
    posting = _AFTER_POSTING.search(page.document.text, max(stretch.start, start - 20), start)
    subject = next((a for a in actors if a.name and a.end <= start and a.who is not Who.CROWD), None)
    if posting and subject is not None and page.document.text[start:end].endswith("ing"):
        return subject
    if by and not _is_apart(page, page.document.text[end : by.start()]):
        first = next((a for a in after if by.end() <= a.start <= by.end() + 50), None)
        if first is not None:
            return first
    if deed in (Deed.CIRCULATE, Deed.AGAIN):
        return None
    if _IS_DONE.search(page.document.text, max(stretch.start, start - 40), start):
        return next((a for a in after if _has_account(page, a)), None)
    before = [a for a in actors if a.end <= start and start - a.end <= _REACH]
    if _comes_after(page, before, after, start, end):
        return after[0]
    passive = next((a for a in before[::-1] if _is_agent(page, stretch, a, start)), None)
    if passive is not None:
        return passive
    # German and Dutch put the participle last and the subject first.
    order = before if page.document.lang[:2] in ("de", "nl") else before[::-1]
    for actor in order:
        between = page.document.text[actor.end : start]
        if not _BREAK.search(between) and not is_object(page, stretch, actor):
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
    return near and (not before or "," in text[before[-1].end : start])


_IS_DONE = re.compile(
    r"\b(?:was|were|been|being|is|are|got|getting)\s(?:\w+ly\s|first\s|later\s|then\s|also\s|since\s|only\s){0,2}$",
    re.I,
)
"""Before an English participle: the subject is what was shown, and who showed it stands after `by` or nowhere."""

_PASSIVE = re.compile(r"\b(?:wurden?|wird|werden|worden|werd|wordt)\b", re.I)
_AGENT = re.compile(r"(\w+)\s(?:von|vom|durch|door)\s(?:\w+\s){0,2}$", re.I)


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


_ALSO = re.compile(r"(?:\b(?:and|und|e|y|et|en|och|és|и)|,)\s+(?:also\s|then\s)?$", re.I)


_FINAL_AND = re.compile(r"\b(?:und|en)\s(?:dann|später|danach|later|vervolgens|daarna|daraufhin|anschließend)\b")


def _is_apart(page: Page, between: str) -> bool:
    """Whether words between a participle and a `by` give the `by` to something else."""
    words = (page.lexicon.pickup, page.lexicon.repost, page.lexicon.take, page.lexicon.share)
    return bool(
        "," in between
        or _FINAL_AND.search(between)
        or _BREAK.search(between)
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


_OBJECT = re.compile(
    r"\b(?:of|with|for|at|to|in|featuring|starring|showing|about|against|di|de|von|mit|avec|con|för|met)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_RELATIVE = re.compile(r"\s(?:who|that|die|der|che|que|qui|som|aki|котор\w+)\b")


_CALLED = re.compile(r"\b(?:by the name of|named|called|namens|di nome|llamad[oa]|nommée?)\s+$", re.I)
_AFTER_OBJECT = re.compile(r"\b(?:a|al|ni|de|di|del|von|mit|con|à)\s+(?:\w+\s)?$", re.I)


def is_object(page: Page, stretch: Stretch, actor: Actor) -> bool:
    """Whether an actor stands after a preposition, and so does nothing here."""
    text = page.document.text
    if _RELATIVE.match(text, actor.end) or _CALLED.search(text[max(stretch.start, actor.start - 20) : actor.start]):
        return False
    return bool(_OBJECT.search(text[max(stretch.start, actor.start - 40) : actor.start]))


def told_by(page: Page, event: Event, index: int) -> list[Told]:
    """Return the steps of a trail that an event of a stretch is: one for each of those who did it together."""
    who = event.actor.who if event.actor else None
    each = _each(page, event, index)
    if each:
        line = page.document.text.rfind("\n", 0, event.at) + 1
        event = replace(event, actor=each[-1], platforms=event.platforms or tuple(page.platforms(line, event.at)[-1:]))
    others = each[:-1] or _together(page, event, index)
    return [
        Told(step, who, event.deed, index)
        for one in (*(replace(event, actor=actor) for actor in others), event)
        for step in _steps(page, one, index)
    ]


_WITH = re.compile(r"\s?,\s(?:and\s)?|\s(?:and|und|e|y|et|en|och|és|и|&)\s")


def _together(page: Page, event: Event, index: int) -> list[Actor]:
    """Return those named in one row before the one who did something: `A, B and C posted`."""
    found: list[Actor] = []
    if event.actor is None or event.actor.who is not Who.PERSON or event.deed is not Deed.SHARE:
        return found
    last = event.actor
    for actor in reversed([a for a in page.actors[index] if a.end <= event.actor.start and a.who is Who.PERSON]):
        if not _WITH.fullmatch(page.document.text[actor.end : last.start]):
            break
        found.append(actor)
        last = actor
    # A comma alone may be an apposition; a row has its `and`.
    rowed = found and "," not in page.document.text[found[0].end : event.actor.start].strip(" ")[:1]
    return found[::-1] if rowed else []


_EACH = re.compile(
    r"\b(?:each|both|all\s(?:two|three|four|five|of\sthem)|the\s(?:two|three|four|five|trio|pair|duo))\s(?:\w+\s){0,2}$",
    re.I,
)
"""`each posted a picture`, of those named in a row before."""


def _each(page: Page, event: Event, index: int) -> list[Actor]:
    """Return those of the last row of people up to a deed that was done by `each` of them or by `all three`."""
    earliest = max(page.stretches[index].start, event.at - 30)
    if event.deed is not Deed.SHARE or not _EACH.search(page.document.text, earliest, event.at):
        return []
    for at in range(index, max(-1, index - 2), -1):
        people = [a for a in page.actors[at] if a.who is Who.PERSON and a.name and a.end <= event.at]
        row: list[Actor] = []
        for actor in people:
            joined = row and _WITH.fullmatch(page.document.text[row[-1].end : actor.start])
            row = [*row, actor] if joined else row if len(row) > 1 else [actor]
        if len(row) > 1:
            return row
    return []


def _steps(page: Page, event: Event, index: int) -> list[Step]:
    role = _role(event)
    if role is None or (event.deed is Deed.SHARE and _merely_shows(page, event, index)):
        return []
    name = event.actor.name if event.actor else None
    evidence = page.evidence(event.start, event.end)
    first = event.platforms[0] if event.platforms else None
    steps = [Step(name, first, role, evidence)]
    if name and len(event.platforms) == 2 and role is Role.ORIGIN:
        steps.append(Step(name, event.platforms[1], Role.REPOST, evidence))
    return steps


def _merely_shows(page: Page, event: Event, index: int) -> bool:
    """Whether the verb may say what a picture shows, and no platform tells otherwise."""
    if event.platforms:
        return False
    stretch = page.stretches[index]
    verb = page.lexicon.share.match(stretch.text, event.at - stretch.start)
    shown = page.lexicon.shows.match(stretch.text, event.at - stretch.start)
    return bool(verb and shown and verb.end() == shown.end())


def _role(event: Event) -> Role | None:
    who = event.actor.who if event.actor else None
    if event.deed is Deed.AGAIN or event.deed is Deed.REPOST:
        return Role.REPOST
    if event.deed is Deed.PICKUP:
        return None if event.actor is None else Role.ORIGIN if event.actor.agency else Role.PICKUP
    if event.deed is Deed.TAKE:
        return Role.ORIGIN if who in (Who.CROWD, Who.ACCOUNT) or event.by else None
    if event.deed is Deed.CIRCULATE:
        return Role.ORIGIN
    if event.deed is Deed.OWN:
        return Role.ORIGIN
    if who is Who.PRESS:
        return Role.PICKUP
    return Role.ORIGIN if event.actor or event.platforms else None
