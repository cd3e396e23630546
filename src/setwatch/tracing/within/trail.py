"""Who had footage: the steps that one sentence tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from setwatch.model import MentionKind, Role, Step
from setwatch.tracing.within.page import Actor, Page, Stretch, Who

_REACH = 110
"""Characters between a verb and the one who did it, at most."""

_BY_REACH = 45
"""Characters between a participle and its `by`, at most."""

_BREAK = re.compile(r"[;:–—]|\.\s")


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
    between = page.document.text[end : actor.start] if actor and end < actor.start <= end + _BY_REACH else ""
    return deed is Deed.TAKE and bool(_TAKEN_BY.search(between)) and not page.document.text[:end].endswith("shot")


_DESCRIBED = 30
"""Characters before a name that say what it is: `the YouTuber Jo Berg`."""

_PRONOUN = re.compile(r"\s(?:it|them|this|one)\b", re.I)


def _doer(page: Page, index: int, start: int, end: int, deed: Deed) -> Actor | None:
    """Return who did what the verb at these offsets says: after `by`, else the nearest before it, else just after."""
    stretch, actors = page.stretches[index], page.actors[index]
    after = [a for a in actors if end <= a.start <= end + _REACH]
    by = page.lexicon.by.search(page.document.text, end, min(stretch.end, end + _BY_REACH))
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
        if not _BREAK.search(between) and not _is_object(page, stretch, actor):
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


def _is_object(page: Page, stretch: Stretch, actor: Actor) -> bool:
    """Whether an actor stands after a preposition, and so does nothing here."""
    text = page.document.text
    if _RELATIVE.match(text, actor.end) or _CALLED.search(text[max(stretch.start, actor.start - 20) : actor.start]):
        return False
    return bool(_OBJECT.search(text[max(stretch.start, actor.start - 40) : actor.start]))


_POSSESSED = re.compile(r"(?:['’]s|s['’]|['’])\s+(?:own\s+)?(?:[\w-]+\s+){0,3}$")


_UNKNOWN = re.compile(
    r"\s([A-Z]{4}\d{0,2}(?!\w)|[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){1,3})(?=[,.;)\n]|\s[a-z])"
)


def _unknown(page: Page, index: int, source: re.Match[str]) -> Actor | None:
    """Return a name of several words right after `by` or `from` that nothing else tells: a small firm, an account."""
    match = _UNKNOWN.match(page.document.text, source.end())
    if match is None:
        return None
    taken = [(a.start, a.end) for a in page.actors[index]]
    taken += [(p.span.start, p.span.end) for p in page.analysis.productions]
    taken += [(m.span.start, m.span.end) for m in page.analysis.names if m.kind is MentionKind.PLACE]
    if any(start < match.end(1) and match.start(1) < end for start, end in taken):
        return None
    return Actor(match[1], Who.ACCOUNT, match.start(1), match.end(1))


_GENITIVE = re.compile(
    r"\s(?:eines|einer|des|der|von|d['’]une?|de\s(?:un|une|una|unos|unas|la|los)|di\sun[ao']?|of\san?|från\sen|van\s(?:een|de))\s",
    re.I,
)
"""`the phone video of a passenger`: whose it is, in the languages that say so."""

_VIEWS_ON = re.compile(
    r"[^.!?\n]\b(?:views|likes|plays|hits|clicks|Aufrufe|Klicks|vues|visualizaciones|reproducciones|visualizzazioni|wyświetleń)"
    r"\s(?:on|auf|sur|en|su|na)\s(?=[A-Z])"
)
"""`the video, now at a million views on TikTok`."""

_WHOSE = re.compile(r",?\swhose\s(?:[\w-]+\s){0,2}$")


def _whose(page: Page, index: int, start: int) -> Actor | None:
    """Return who a relative clause says made something: `Jo Berg, whose photos you see`."""
    text = page.document.text
    for actor in page.actors[index]:
        near = actor.name and actor.end <= start <= actor.end + 40 and actor.who in (Who.PERSON, Who.ACCOUNT)
        if near and _WHOSE.match(text[actor.end : start]):
            return actor
    return None


_WITH_A = re.compile(r"\bwith\s(?:[\w-]+\s){0,3}$", re.I)
_TO_MARK = re.compile(r"\s(?:to\s(?:mark|celebrate|prove|announce|show for|go with)\b|as proof\b)", re.I)


def _marked(page: Page, index: int, start: int, end: int) -> Actor | None:
    """Return who says something with footage: `it has wrapped, says Northlight, with a picture to mark it`."""
    stretch, text = page.stretches[index], page.document.text
    if not _WITH_A.search(text[max(stretch.start, start - 40) : start]) or not _TO_MARK.match(text, end):
        return None
    before = (a for a in page.actors[index] if a.name and a.end <= start and a.who is not Who.CROWD)
    return next((a for a in before if not _is_object(page, stretch, a)), None)


_ON = re.compile(r"(?:\s[\w'’]+){0,4}?\s(?:on|auf|på|su|op|en|sur|az|a)\s", re.I)


def owner_of(page: Page, index: int, start: int, end: int) -> Event | None:
    """Return whose the footage is that a noun at these offsets names: `Berg's own photo`, `a photo by Berg`."""
    stretch, text = page.stretches[index], page.document.text
    source = page.lexicon.source.search(text, end, min(stretch.end, end + _BY_REACH))
    unknown = _unknown(page, index, source) if source else None
    for actor in (*page.actors[index], *((unknown,) if unknown else ())):
        if actor.who is Who.CROWD and 0 <= actor.start - end <= 12 and _GENITIVE.fullmatch(text[end : actor.start]):
            return Event(Deed.OWN, actor, (), start, start, actor.end)
        possessed = actor.end <= start <= actor.end + 40 and _POSSESSED.match(text[actor.end : start])
        if possessed and actor.who is not Who.PRESS:
            return Event(Deed.OWN, actor, _near_platform(page, stretch, start, end), start, actor.start, end)
        if source and source.end() <= actor.start <= source.end() + 20 and actor.name:
            between, after = text[end : source.start()], text[actor.end : actor.end + 2]
            passed = page.lexicon.repost.search(between) or page.lexicon.pickup.search(between)
            apart = "," in between and bool(between.strip(" ,"))
            if actor.who is Who.PRESS and (between.strip(" ,") or page.names.plain_too.fullmatch(actor.name)):
                continue
            if len(between) <= 20 and not apart and not passed and after[:1] not in ("'", "’"):
                platforms = _near_platform(page, stretch, actor.end, actor.end)
                platforms = platforms or tuple(page.platforms(source.end(), actor.start)[:1])
                return Event(Deed.OWN, actor, platforms, start, start, actor.end)
    owner = _whose(page, index, start)
    if owner is not None:
        return Event(Deed.OWN, owner, (), start, owner.start, end)
    marked = _marked(page, index, start, end)
    if marked is not None:
        return Event(Deed.OWN, marked, _near_platform(page, stretch, end, end), start, marked.start, end)
    near = _near_platform(page, stretch, end, min(end, stretch.end))
    if near and (_ON.match(text, end) or _VIEWS_ON.search(text, end, min(len(text), end + 90))):
        return Event(Deed.SHARE, None, near, start, start, end)
    return None


def _near_platform(page: Page, stretch: Stretch, start: int, end: int) -> tuple[str, ...]:
    return tuple(page.platforms(start, min(stretch.end, end + 60))[:1])


_ACCOUNT_OF = re.compile(r"\s(?:account|feed|page|profile|story|channel|stories)\s(?:of|belonging to)\s(?:\w+\s){0,2}$")


_SHOW = re.compile(r"['’]s?\s(?:\w+\s){0,2}(?:presentation|panel|show|showcase|event|reel|stage|booth)\b")
"""`at Northlight's presentation`: what is shown there is the studio's."""

_WAY = re.compile(r"['’]s?\s(?:own\s)?way\s(?:of|to)\b")
"""`a photo was Berg's way of announcing it`."""

_THANKS = re.compile(
    r"\b(?:thanks\s(?:go\s)?to|credit\s(?:goes\s)?to|h/t(?:\sto)?|hat\stip\sto)\s(?:[a-z]+\s){0,3}$", re.I
)
"""`with thanks to @reel`: whom a page thanks for what it shows."""

_COMES_FROM = re.compile(r"\b(?:come|comes|came)\s(?:from|via|courtesy\sof)\s$")

_IS_FROM = re.compile(r"\b(?:(?:is|are)\sfrom|(?:is|are|was|were)\scourtesy\sof)\s$")


def account_of(page: Page, index: int) -> Event | None:
    """Return whose account a stretch says that something comes from: `from the Instagram account of Berg`."""
    stretch, text = page.stretches[index], page.document.text
    for actor in page.actors[index]:
        before = text[max(stretch.start, actor.start - 60) : actor.start]
        match = _ACCOUNT_OF.search(before)
        if actor.name and match:
            platforms = tuple(page.platforms(actor.start - len(before), actor.start)[-1:])
            return Event(Deed.OWN, actor, platforms, actor.start, actor.start - len(before), actor.end)
        if actor.who is Who.STUDIO and _SHOW.match(text, actor.end):
            return Event(Deed.OWN, actor, (), actor.start, actor.start, actor.end)
        if actor.who is Who.ACCOUNT and actor.name and _THANKS.search(before):
            return Event(Deed.OWN, actor, (), actor.start, actor.start - len(before), actor.end)
        if actor.name and _WAY.match(text, actor.end):
            return Event(Deed.OWN, actor, (), actor.start, actor.start, actor.end)
        if actor.name and (_COMES_FROM.search(before) or _is_from(text, before, actor)):
            return Event(Deed.OWN, actor, (), actor.start, actor.start - len(before), actor.end)
    return None


def _is_from(text: str, before: str, actor: Actor) -> bool:
    """Whether footage is said to be somebody's; what is from the film of somebody is not."""
    return bool(_IS_FROM.search(before)) and text[actor.end : actor.end + 1] not in ("'", "’")


def told_by(page: Page, event: Event, index: int) -> list[Told]:
    """Return the steps of a trail that an event of a stretch is: one for each of those who did it together."""
    who = event.actor.who if event.actor else None
    return [
        Told(step, who, event.deed, index)
        for one in (*(replace(event, actor=actor) for actor in _together(page, event, index)), event)
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
