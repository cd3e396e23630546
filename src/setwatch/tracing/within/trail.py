"""Who had footage: the steps that one sentence tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from setwatch.model import Role, Step
from setwatch.tracing.within.doers import BREAK, BY_REACH, DESCRIBED, FINAL_AND, REACH, doer_of
from setwatch.tracing.within.lexicon import any_of
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import Actor, Deed, Event, Stretch, Who


@dataclass(frozen=True, slots=True)
class Told:
    """A step of a trail, the sort of actor and deed it rests on, and the stretch that tells it (None: a post)."""

    step: Step
    who: Who | None
    deed: Deed
    index: int | None
    first: bool = False
    passes: bool = False
    """Whether it was done by an account that reads like a paper's, which mostly passes things on."""


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
        found = words.finditer(stretch.text, start - stretch.start, end - stretch.start)
        yield from (match for match in found if not _is_named_so(page, stretch, match))


def _is_named_so(page: Page, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether a word is a part of an account's or a paper's name: `the Harbour Leaks page`."""
    start, end = stretch.start + match.start(), stretch.start + match.end()
    names = (a for row in page.near(stretch) for a in row if a.who in (Who.ACCOUNT, Who.PRESS) and a.name)
    return any(a.start <= start and end <= a.end and end - start < a.end - a.start for a in names)


def _verbs(page: Page, stretch: Stretch) -> Iterator[tuple[Deed, re.Match[str]]]:
    # The more telling deeds first: "re-posted" is no plain post.
    lexicon, english = page.lexicon, page.document.lang.startswith("en")
    for deed, words in (
        (Deed.AGAIN, lexicon.again),
        (Deed.OTHERS, lexicon.others),
        (Deed.FILM, lexicon.film),
        (Deed.REPOST, lexicon.repost),
        (Deed.PICKUP, lexicon.pickup),
        (Deed.CIRCULATE, lexicon.circulate),
        (Deed.TAKE, lexicon.take),
        (Deed.SHARE, lexicon.share),
    ):
        for match in words.finditer(stretch.text):
            if _is_named_so(page, stretch, match) or (english and _is_no_deed(stretch.text, match)):
                continue
            if match[0].endswith(" to") and deed is Deed.PICKUP:  # `brought it to Twitter`, not to Genoa
                end = stretch.start + match.end()
                if page.platform(end, end + _THERE) is None:
                    continue
            yield deed, match


_THERE = 14
"""Characters behind `brought it to` in which the platform stands."""

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
    if deed is Deed.OTHERS:
        return Event(deed, None, (), start, start, end)
    end -= len(by[0]) if (by := _ENDS_ON_BY.search(match[0])) else 0
    actor = doer_of(page, index, start, end, by_alone=deed in (Deed.CIRCULATE, Deed.AGAIN))
    deed, actor = _deed_of(page, index, (deed, actor), start, end)
    limit = min(stretch.end, end + REACH)
    then = FINAL_AND.search(page.document.text, end, limit)
    limit = then.start() if then else limit
    if deed in (Deed.SHARE, Deed.TAKE, Deed.CIRCULATE):
        limit = min((stretch.start + m.start() for m in _passings(page, stretch, end, limit)), default=limit)
    earliest = max(stretch.start, start - REACH)
    if deed in (Deed.REPOST, Deed.PICKUP):  # what is told before of another is not where this was done
        clause = page.document.text.find(", ", end, limit)
        limit = clause if clause >= 0 and (actor is None or actor.start < clause) else limit
        earliest = max([earliest, *(m.end() for m in _NEW_CLAUSE.finditer(page.document.text, earliest, start))])
    if deed is Deed.CIRCULATE and actor is not None:
        limit = max(limit, actor.end + _NEAR // 2)  # its platform stands behind the name: `the Old Harbour subreddit`
        return Event(deed, actor, tuple(page.platforms(actor.end, limit)[:1]), start, start, actor.end)
    platforms = page.platforms_in_row(start, limit) or page.platforms(earliest, end)[-1:]
    spans = [(start, end)] + ([(actor.start, actor.end)] if actor else [])
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    if actor and actor.end <= start and page.document.lang[:2] in ("de", "nl"):
        # The participle comes last: what stands between is where it was done.
        platforms = page.platforms(actor.end, start)[-1:] or platforms
    if actor and not platforms:
        apart = earliest if earliest <= actor.start else stretch.start
        platforms = page.platforms(max(apart, stretch.start, actor.start - DESCRIBED), actor.end)[-1:]
    back = bool(_PRONOUN.match(page.document.text, end))
    back = back or (deed in (Deed.REPOST, Deed.PICKUP) and _PRONOUN.search(match[0]) is not None)
    taken = _taken_by(page, deed, actor, end)
    inside = page.lexicon.first.search(match[0])
    was_first = inside is not None or _said_near(page.lexicon.first, page, stretch, start, end)
    return Event(deed, actor, tuple(platforms), start, first, last, back, taken, was_first)


_NEAR = 24
"""Characters before or after a verb in which `first` or `later` is said of it."""


def _said_near(words: re.Pattern[str], page: Page, stretch: Stretch, start: int, end: int) -> bool:
    """Whether a word of time stands just before a verb, or right behind it, in its own clause."""
    text = page.document.text
    before = text[max(stretch.start, start - _NEAR) : start]
    found = list(words.finditer(before))
    if found and not BREAK.search(before, found[-1].end()) and "," not in before[found[-1].end() :]:
        return True
    return words.match(text, end + 1, min(stretch.end, end + _NEAR)) is not None


def _deed_of(
    page: Page, index: int, told: tuple[Deed, Actor | None], start: int, end: int
) -> tuple[Deed, Actor | None]:
    """Return what a verb means beside its other words: what was `later shared by` somebody is a repost."""
    deed, actor = told
    stretch, text = page.stretches[index], page.document.text
    if deed is Deed.SHARE and actor and (actor.start >= end or actor.passes) and actor.who is not Who.CROWD:
        later = _said_near(page.lexicon.later, page, stretch, start, end)
        if later and not _said_near(page.lexicon.first, page, stretch, start, end):
            return Deed.REPOST, actor
    if deed is Deed.SHARE and actor and actor.end <= start and page.document.lang[:2] in ("de", "nl"):
        # The participle comes last: `Später wurde es vom Account Kino Heute auf X geteilt`.
        before = text[max(stretch.start, actor.start - 2 * _NEAR) : actor.start]
        if actor.who is Who.ACCOUNT and page.lexicon.by.search(before) and page.lexicon.later.search(before):
            return Deed.REPOST, actor
    if deed is Deed.TAKE and actor and actor.who in (Who.ACCOUNT, Who.PRESS):
        # `poi ripreso dalla pagina Serie Oggi`: what was filmed already is not filmed again.
        return (Deed.PICKUP if _said_near(page.lexicon.later, page, stretch, start, end) else deed), actor
    if deed is Deed.CIRCULATE and actor is None:
        through = page.lexicon.through.search(text, end, min(stretch.end, end + _NEAR * 2))
        whom = next((a for a in page.actors[index] if through and 0 <= a.start - through.end() <= _NEAR), None)
        if whom is not None and whom.name:
            return Deed.PICKUP, whom
        return deed, _destination(page, index, end)
    return deed, actor


_SUBREDDIT = re.compile(r"\ssubreddit\b")


def _destination(page: Page, index: int, end: int) -> Actor | None:
    """Return the group that footage is told to have gone to: `it has gone to the Old Harbour subreddit`."""
    near = (a for a in page.actors[index] if a.name and a.who is Who.ACCOUNT and 0 <= a.start - end <= _NEAR)
    return next((a for a in near if _SUBREDDIT.match(page.document.text, a.end)), None)


_TAKEN_BY = re.compile(rf"\s{any_of('taken_by')}[\s'’](?:[a-zà-ÿ-]+[\s'’]){{0,4}}$")
_ENDS_ON_BY = re.compile(r"\s(?:by|par|por|przez)$", re.I)
_NEW_CLAUSE = re.compile(rf"[,;]\s|\s{any_of('clause')}\s")


def _taken_by(page: Page, deed: Deed, actor: Actor | None, end: int) -> bool:
    """Whether a picture or video is told to be taken by somebody: a film is shot by its cinematographer."""
    between = page.document.text[end : actor.start] if actor and end < actor.start <= end + BY_REACH else ""
    return deed is Deed.TAKE and bool(_TAKEN_BY.search(between)) and not page.document.text[:end].endswith("shot")


_PRONOUN = re.compile(r"\s(?:it|them|this|one)\b", re.I)


def told_by(page: Page, event: Event, index: int) -> list[Told]:
    """Return the steps of a trail that an event of a stretch is: one for each of those who did it together."""
    who = event.actor.who if event.actor else None
    each = _each(page, event, index)
    if each:
        line = page.document.text.rfind("\n", 0, event.at) + 1
        event = replace(event, actor=each[-1], platforms=event.platforms or tuple(page.platforms(line, event.at)[-1:]))
    others = each[:-1] or _together(page, event, index)
    return [
        Told(step, who, event.deed, index, event.first, event.actor is not None and event.actor.passes)
        for one in (*(replace(event, actor=actor) for actor in others), event)
        for step in _steps(page, one, index)
    ]


_WITH = re.compile(rf"\s?,\s(?:and\s)?|\s(?:{any_of('and')}|&)\s")


def _together(page: Page, event: Event, index: int) -> list[Actor]:
    """Return those named in one row before the one who did something: `A, B and C posted`."""
    found: list[Actor] = []
    row = {(Who.PERSON, Deed.SHARE), (Who.PRESS, Deed.PICKUP)}
    if event.actor is None or not event.actor.name or (event.actor.who, event.deed) not in row:
        return found
    last = event.actor
    before = [a for a in page.actors[index] if a.end <= last.start and a.who is last.who and a.name]
    for actor in reversed(before):
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
    if event.deed in (Deed.AGAIN, Deed.REPOST, Deed.OTHERS):
        return Role.REPOST
    if event.deed is Deed.FILM:
        return Role.ORIGIN if event.actor else None
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
