"""Whose footage is, where no verb says so: `Berg's own photo`, `a photo by Berg`, `from the account of Berg`."""

import re

from setwatch.model import MentionKind
from setwatch.tracing.within.doers import BY_REACH, is_object
from setwatch.tracing.within.lexicon import any_of
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import Actor, Deed, Event, Stretch, Who

_POSSESSED = re.compile(r"(?:['’]s|s['’]|['’])\s+(?:own\s+)?(?:[\w-]+\s+){0,3}$")


_UNKNOWN = re.compile(
    r",?\s(?:[a-z-]{4,14}\s){0,3}([A-Z]{4}\d{0,2}(?!\w)|[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){1,3})(?=[,.:;)\n]|\s[a-z])"
)


def _unknown(page: Page, index: int, source: re.Match[str]) -> Actor | None:
    """Return a name of several words right after `by` or `from` that nothing else tells: a small firm, an account."""
    return _unknown_at(page, index, source.end())


def _unknown_at(page: Page, index: int, at: int) -> Actor | None:
    match = _UNKNOWN.match(page.document.text, at)
    if match is None:
        return None
    taken = [(a.start, a.end) for a in page.actors[index]]
    taken += [(p.span.start, p.span.end) for p in page.analysis.productions]
    taken += [(m.span.start, m.span.end) for m in page.analysis.names if m.kind is MentionKind.PLACE]
    if any(start < match.end(1) and match.start(1) < end for start, end in taken):
        return None
    return Actor(match[1], Who.ACCOUNT, match.start(1), match.end(1))


_GENITIVE = re.compile(rf"\s{any_of('genitive')}\s", re.I)
"""`the phone video of a passenger`: whose it is, in the languages that say so."""

_VIEWS_ON = re.compile(rf"[^.!?\n]\b{any_of('views')}\s(?:{any_of('on')}|na)\s(?=[A-Z])")
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


_CAME_WITH = re.compile(
    r"\s(?:(?:also|that)\s)?(?:came|comes|arrived|arrives|went\sup|was\sreleased|were\sreleased)\s(?:out\s)?"
    r"(?:with|alongside|together\swith)\s(?:the|this|that|its|their)\s"
    r"(?:new\s)?(?:date|news|announcement|statement|reveal|title)\b|"
    r"\s(?:accompanie[sd]|accompanying)\s(?:the|this|its|their)\s(?:news|announcement|statement|reveal)\b",
    re.I,
)
"""`A poster came with the date`: whoever announced the one gave out the other."""

_ANNOUNCES = re.compile(
    r"['’]?\s(?:(?:has|have|just|also|today|now)\s){0,2}"
    r"(?:said|says|announced|announces|confirmed|confirms|revealed|reveals|set|sets|unveiled|unveils|dated|dates)\b"
)


def _announcer(page: Page, index: int) -> Actor | None:
    """Return the studio that announces something in the text up to a stretch, the one nearest to it."""
    for actors in reversed(page.actors[: index + 1]):
        for actor in actors:
            if actor.who is Who.STUDIO and _ANNOUNCES.match(page.document.text, actor.end):
                return actor
    return None


_WITH_IT = re.compile(rf"\b{any_of('with')}\s(?:[\w-]+\s){{1,3}}$", re.I)
"""Before a noun: `announced the end of the shoot on Instagram with a photo of a clapperboard`."""

_BACK = 4
"""Stretches from an announcement to the picture that is said to go with it, at most."""


def _poster(page: Page, index: int, start: int, end: int) -> Event | None:
    """Return who posted the message that a picture is said to go with: `the picture in the post shows a quay`."""
    stretch, text = page.stretches[index], page.document.text
    before = page.lexicon.accompanying.search(text, max(stretch.start, start - 30), start)
    after = page.lexicon.accompanying.match(text, end + 1, min(stretch.end, end + 40))
    with_it = _WITH_IT.search(text[max(stretch.start, start - 40) : start]) is not None
    announced = with_it and page.lexicon.announce.search(text, stretch.start, start) is not None
    if not (before and before.end() >= start - 2) and not after and not announced:
        return None
    for at in range(index, max(-1, index - _BACK - 1), -1):
        line = page.stretches[at]
        platforms = page.platforms(line.start, start if at == index else line.end)
        people = (Who.PERSON, Who.STUDIO, Who.ACCOUNT)
        named = [a for a in page.actors[at] if a.name and a.who in people and a.end <= start]
        if platforms and named:
            return Event(Deed.OWN, named[-1], tuple(platforms[:1]), start, start, end)
    return None


_ONLY = re.compile(r"\s[^,.;:\n]{0,40}$")


def _paper(page: Page, index: int, start: int) -> Event | None:
    """Return the paper or site that has pictures: `The Morning Pier also has photos`."""
    text = page.document.text
    for actor in page.actors[index]:
        if (
            actor.who is Who.PRESS
            and actor.name
            and actor.end < start
            and not page.names.plain_too.fullmatch(actor.name)
        ):
            verb = page.lexicon.has.match(text, actor.end + 1, start)
            if verb and _ONLY.fullmatch(text[verb.end() : start]):
                return Event(Deed.PICKUP, actor, (), actor.end, actor.start, verb.end())
    return None


_IN_A = re.compile(rf"(?:\s[\w'’]+){{0,2}}?\s{any_of('on')}\s[\w.]+,\s")
_TELLS = re.compile(
    r"['’]?\s(?:(?:has|have|just|also|today|now|finally)\s){0,2}"
    r"(?!(?:is|are|was|were|be|been|can|could|may|will|would|seems?|appears?|has|have)\b)[a-z]+(?:s|ed|e|t)\b"
)


def _in_a_video(page: Page, index: int, end: int) -> Event | None:
    """Return the studio that tells something in its own video: `In a video on YouTube, Northlight gives the date`."""
    text = page.document.text
    place = _IN_A.match(text, end)
    if place is None or not (platforms := page.platforms(end, place.end())):
        return None
    studio = next((a for a in page.actors[index] if a.start == place.end() and a.who is Who.STUDIO), None)
    if studio is None or not _TELLS.match(text, studio.end):
        return None
    return Event(Deed.OWN, studio, tuple(platforms[:1]), end, end, studio.end)


_WITH_A = re.compile(r"\bwith\s(?:[\w-]+\s){0,3}$", re.I)
_TO_MARK = re.compile(r"\s(?:to\s(?:mark|celebrate|prove|announce|show for|go with)\b|as proof\b)", re.I)


def _marked(page: Page, index: int, start: int, end: int) -> Actor | None:
    """Return who says something with footage: `it has wrapped, says Northlight, with a picture to mark it`."""
    stretch, text = page.stretches[index], page.document.text
    if not _WITH_A.search(text[max(stretch.start, start - 40) : start]) or not _TO_MARK.match(text, end):
        return None
    before = (a for a in page.actors[index] if a.name and a.end <= start and a.who is not Who.CROWD)
    return next((a for a in before if not is_object(page, stretch, a)), None)


_ON = re.compile(rf"(?:\s[\w'’]+){{0,4}}?\s{any_of('at')}\s", re.I)


def owner_of(page: Page, index: int, start: int, end: int) -> Event | None:
    """Return whose the footage is that a noun at these offsets names: `Berg's own photo`, `a photo by Berg`."""
    stretch, text = page.stretches[index], page.document.text
    source = page.lexicon.source.search(text, end, min(stretch.end, end + BY_REACH))
    unknown = _unknown(page, index, source) if source else None
    for actor in (*page.actors[index], *((unknown,) if unknown else ())):
        if actor.who is Who.ACCOUNT and actor.name and _CREDITED.fullmatch(text[end : actor.start][:4]):
            platforms = _near_platform(page, stretch, actor.end, actor.end)
            return Event(Deed.OWN, actor, platforms, start, start, actor.end)
        of_press = actor.who is Who.PRESS and actor.name and not page.names.plain_too.fullmatch(actor.name)
        if of_press and text[end : actor.start] == " of ":  # nobody takes pictures of a magazine
            return Event(Deed.OWN, actor, (), start, start, actor.end)
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
            of_what = len(between) <= BY_REACH and _OF_WHAT.fullmatch(between) is not None
            if (len(between) <= 20 or of_what) and not apart and not passed and after[:1] not in ("'", "’"):
                platforms = _near_platform(page, stretch, actor.end, actor.end)
                platforms = platforms or tuple(page.platforms(source.end(), actor.start)[:1])
                return Event(Deed.OWN, actor, platforms, start, start, actor.end)
    if _CAME_WITH.match(text, end) and (studio := _announcer(page, index)):
        return Event(Deed.OWN, studio, (), start, start, end)
    beside = _poster(page, index, start, end) or _paper(page, index, start) or _in_a_video(page, index, end)
    if beside is not None:
        return beside
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


_OF_WHAT = re.compile(r"\sof\s(?:the|a|an|our|this)\s(?:[a-z-]+\s){1,4}")
"""`a drone video of the whole set by Jo Berg`."""

_CREDITED = re.compile(r":\s@?$")
"""`(clip: @reel on TikTok)`."""

_HANDLE_BEHIND = re.compile(r"(?:,?\s\(@?\w{2,30}\))?\son\s")
"""`from Berg (@berg) on Twitter`."""


def _near_platform(page: Page, stretch: Stretch, start: int, end: int) -> tuple[str, ...]:
    return tuple(page.platforms(start, min(stretch.end, end + 60))[:1])


def maker_in(page: Page, index: int) -> Event | None:
    """Return who a stretch says made what was spoken of: `The man who filmed it, Jo Berg, lives there`."""
    stretch = page.stretches[index]
    made = page.lexicon.maker.search(stretch.text)
    if made is None:
        return None
    at = stretch.start + made.end()
    actor = next((a for a in page.actors[index] if a.name and at <= a.start <= at + 2), None) or _unknown_at(
        page, index, at
    )
    return Event(Deed.OWN, actor, (), actor.start, stretch.start + made.start(), actor.end) if actor else None


_ACCOUNT_OF = re.compile(r"\s(?:account|feed|page|profile|story|channel|stories)\s(?:of|belonging to)\s(?:\w+\s){0,2}$")


_SHOW = re.compile(r"['’]s?\s(?:\w+\s){0,2}(?:presentation|panel|show|showcase|event|reel|stage|booth)\b")
"""`at Northlight's presentation`: what is shown there is the studio's."""

_WAY = re.compile(r"['’]s?\s(?:own\s)?way\s(?:of|to)\b")
"""`a photo was Berg's way of announcing it`."""

_THANKS = re.compile(
    r"\b(?:thanks\s(?:go\s)?to|credit\s(?:for\s[^.,\n]{1,30}\s)?(?:goes\s)?to|h/t(?:\sto)?|hat\stip\sto)\s(?:[a-z]+\s){0,3}$",
    re.I,
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
            # What stands behind `of` says what the owner is (`the feed of YouTuber Berg`), not whose feed it is.
            first = actor.start - len(before)
            platforms = tuple(page.platforms(first, first + match.start() + 1)[-1:])
            return Event(Deed.OWN, actor, platforms, actor.start, actor.start - len(before), actor.end)
        if actor.who is Who.STUDIO and _SHOW.match(text, actor.end):
            return Event(Deed.OWN, actor, (), actor.start, actor.start, actor.end)
        if actor.who is Who.ACCOUNT and actor.name and _THANKS.search(before):
            return Event(Deed.OWN, actor, (), actor.start, actor.start - len(before), actor.end)
        if actor.name and _WAY.match(text, actor.end):
            return Event(Deed.OWN, actor, (), actor.start, actor.start, actor.end)
        if actor.name and (_COMES_FROM.search(before) or _is_from(text, before, actor)):
            behind = _HANDLE_BEHIND.match(text, actor.end)
            platforms = tuple(page.platforms(behind.end(), behind.end() + 12)[:1]) if behind else ()
            return Event(Deed.OWN, actor, platforms, actor.start, actor.start - len(before), actor.end)
    return None


def _is_from(text: str, before: str, actor: Actor) -> bool:
    """Whether footage is said to be somebody's; what is from the film of somebody is not."""
    return bool(_IS_FROM.search(before)) and text[actor.end : actor.end + 1] not in ("'", "’")
