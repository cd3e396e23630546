"""Where a document speaks of footage: the nouns (`clip`, `set photo`), and shoots seen by people with a camera."""

import re
from dataclasses import dataclass, replace

from setwatch.model import FootageKind
from setwatch.tracing.within.lexicon import NEVER, any_of
from setwatch.tracing.within.owners import account_of, maker_in, owner_of
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import LONGEST, Deed, Event, Stretch, Who
from setwatch.tracing.within.trail import events_in

_BEFORE = 28
"""Characters before a noun in which `another` or `a second` belongs to it."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A noun or verb that speaks of footage, at offsets of the document, with the events of its stretch."""

    index: int
    kind: FootageKind
    start: int
    end: int
    other: bool
    earlier: bool
    body: bool
    weight: int = 2
    """How well it stands for its piece: 2 a noun, 1 a verb, 0 a noun that may mean video or photo."""
    events: tuple[Event, ...] = ()
    part: bool = False
    """Whether it is one of several told of together: `one picture has the ferry in it; in another it is gone`."""


def sightings_in(page: Page) -> list[Sighting]:
    """Return where the document speaks of footage, in the order of the text."""
    found: list[Sighting] = []
    for index, stretch in enumerate(page.stretches):
        if page.tells_of_others(stretch):
            continue
        events = events_in(page, index)
        nouns = _counted(index, stretch, found, page) or _nouns(page, index, stretch, events)
        nouns = nouns or _one_more(page, index, stretch, events, found)
        found += nouns or _seen_filming(page, index, events, found)
    return found


def _nouns(page: Page, index: int, stretch: Stretch, events: list[Event]) -> list[Sighting]:
    lexicon = page.lexicon
    hidden = lexicon.not_footage.sub(lambda m: "\0" * len(m[0]), stretch.text)
    found: list[Sighting] = []
    for kind, words, weight in [*((k, w, 2) for k, w in lexicon.nouns.items()), (FootageKind.PHOTO, lexicon.either, 0)]:
        for match in words.finditer(hidden):
            start, end = stretch.start + match.start(), stretch.start + match.end()
            if any(s.start < end and start < s.end for s in found):
                continue
            before = hidden[max(0, match.start() - _BEFORE) : match.start()]
            if _NONE.search(before):
                continue
            if match[0].casefold() in _FILM and _is_film(page, index, start):
                continue
            if stretch.body and match[0] == "Pictures" and _FIRM.search(before):
                continue
            other, earlier = _is_other(page, before, match[0]), _is_earlier(page, stretch, match.start(), match.end())
            found.append(Sighting(index, kind, start, end, other, earlier, stretch.body, weight))
    found += _another(page, index, stretch, hidden, found)
    told_first = any(e.first for e in events)  # of a page that tells where an old picture is from
    if (
        not found
        or (_is_history(page, stretch) and not told_first)
        or not _speaks_of_it(page, hidden, events, other=any(s.other for s in found))
    ):
        return []
    return [_with_events(page, s, found, events) for s in sorted(found, key=lambda s: s.start)]


_NONE = re.compile(rf"\b{any_of('none')}\s(?:[a-zà-ÿ-]+\s)?$")
"""Before a noun of which there is none: `I have no pictures of it`."""
_FILM = ("picture", "pic")
_FILM_OF = re.compile(r"(?:['’]s)?(?:\s[a-z-]{3,15}){0,2}\s")
"""What stands between a studio and its film: `the Northlight action pic`."""


def _is_film(page: Page, index: int, start: int) -> bool:
    """Whether a picture is a studio's film."""
    studios = [a for a in page.actors[index] if a.who is Who.STUDIO and a.end <= start]
    return any(_FILM_OF.fullmatch(page.document.text, a.end, start) for a in studios)


_FIRM = re.compile(r"\b[^\W\d_a-z][\w&.'’-]*\s$")
"""A name before `Pictures` in running text: a studio's, not a picture."""
_MORE = frozenset(
    ("other", "andere", "anderen", "altre", "altri", "otras", "otros", "autres", "andra", "outras", "outros")
)


def _is_other(page: Page, before: str, noun: str) -> bool:
    """Whether a noun is said to be another one; `other photos` are more of the same."""
    found = page.lexicon.other.search(before)
    if found is not None and before[max(0, found.start() - 1) : found.start()] == "-":  # `a 14-second clip`
        return False
    return found is not None and not (found[0].casefold() in _MORE and noun.casefold().endswith(("s", "n", "e", "i")))


_CLAUSE = re.compile(r"[,;:—–]\s")


def _is_earlier(page: Page, stretch: Stretch, start: int, end: int) -> bool:
    """Whether a noun at these offsets of a stretch is told to be from before: in its own clause, or as it begins."""
    for match in page.lexicon.before.finditer(stretch.text):
        first, last = min(match.start(), start), max(match.end(), end)
        opens = match.end() < start and not stretch.text[: match.start()].count(",")
        if opens or _CLAUSE.search(stretch.text, first, last) is None:
            return True
    return False


_YEAR = re.compile(r"(?<!\w)(?:19|20)\d\d(?!\w)")
_LONG_AGO = 6
"""Years before the newest year that a page names, from which a sentence tells of another production."""


def _is_history(page: Page, stretch: Stretch) -> bool:
    years = [int(year) for year in _YEAR.findall(stretch.text)]
    newest = max(map(int, _YEAR.findall(page.document.text[:LONGEST])), default=0)
    return bool(years) and max(years) <= newest - _LONG_AGO


def _another(page: Page, index: int, stretch: Stretch, text: str, found: list[Sighting]) -> list[Sighting]:
    """Return what `another` means after a noun: `One picture has the ferry in it; in another it is gone`."""
    match = page.lexicon.another.search(text)
    before = [
        s
        for s in found
        if match and s.end <= stretch.start + match.start() and _ONE.search(text[: s.start - stretch.start])
    ]
    if match is None or not before:
        return []
    start = stretch.start + match.start()
    end = stretch.start + match.end()
    return [Sighting(index, before[-1].kind, start, end, True, False, stretch.body, part=True)]


_POSTED_ONE = re.compile(r"\s(?:one|another)(?=\s?(?:[,.;(]|$)|\s(?:on|to|in|via|too|as well|from|himself|herself)\b)")
"""`Berg posted one as well`, of what was spoken of just before."""


def _one_more(page: Page, index: int, stretch: Stretch, events: list[Event], before: list[Sighting]) -> list[Sighting]:
    if not before or index - before[-1].index > 2 or not page.document.lang.startswith("en"):
        return []
    for event in events:
        verb = page.lexicon.share.match(stretch.text, event.at - stretch.start)
        if event.deed is Deed.SHARE and event.actor and verb and _POSTED_ONE.match(stretch.text, verb.end()):
            return [Sighting(index, before[-1].kind, event.at, event.end, True, False, stretch.body, 2, (event,))]
    return []


_COUNTED = re.compile(r"\b(?:two|both|three|zwei|drei|deux|trois|due|tre|dos|tres)\s(?:[\w-]+\s){0,2}$", re.I)
_IN_NEXT = re.compile(
    r"(?:In|On)\sthe\s(?:second|third|other)\b(?=,|\s(?:one|image|picture|photo)\b)|The\s(?:second|third|other)\s(?:one\s)?shows\b"
)
_COUNTED_REACH = 12
"""Stretches from `two pictures` to `in the second`, at most."""


def _counted(index: int, stretch: Stretch, before: list[Sighting], page: Page) -> list[Sighting]:
    """Return what a sentence begins with of several counted before: `Two pictures turned up. In the second, ...`."""
    match = _IN_NEXT.match(stretch.text) if stretch.text.startswith(("In", "On", "The ")) else None
    if match is None:
        return []
    text = page.document.text
    for sighting in reversed(before):
        counted = _COUNTED.search(text, max(0, sighting.start - 30), sighting.start)
        if index - sighting.index <= _COUNTED_REACH and counted:
            start, end = stretch.start, stretch.start + match.end()
            return [Sighting(index, sighting.kind, start, end, True, False, stretch.body, part=True)]
    return []


_ONE = re.compile(r"\b(?:one|ein|eins|una?|un|une|een|en|egyik|um|uma)\s(?:\w+\s)?$", re.I)


_IS_OLD = re.compile(
    r"\b(?:clip|video|footage|photo|picture|image)s?\s(?:is|are|was|were|dates?|dated)\s(?:in\sfact\s|actually\s|really\s)?"
    r"(?:from|back\sto|not\snew|years?\sold|\w+\syears\sold)\b",
    re.I,
)
"""`The clip is from June 2022.`"""


def _speaks_of_it(page: Page, text: str, events: list[Event], *, other: bool) -> bool:
    """Whether a sentence with such a noun tells something of it, rather than merely having the word."""
    lexicon = page.lexicon
    return bool(
        events
        or other
        or lexicon.before.search(text)
        or _IS_OLD.search(text)
        or any(words.search(text) for words in (lexicon.shows, lexicon.scene, lexicon.point))
    )


def _with_events(page: Page, sighting: Sighting, all_of: list[Sighting], events: list[Event]) -> Sighting:
    mine = tuple(
        e for e in events if not e.back and (_nearest(e, all_of) == sighting.start or _governs(e, sighting, events))
    )
    own = owner_of(page, sighting.index, sighting.start, sighting.end) or account_of(page, sighting.index)
    mine = (own, *mine) if own and (own.actor or not events) else mine
    return replace(sighting, events=mine)


def _governs(event: Event, sighting: Sighting, events: list[Event]) -> bool:
    """Whether a noun is a further object of a verb: `posted a short video, and photos of the bridge`."""
    between = any(event.at < e.at < sighting.start for e in events)
    return event.deed is Deed.SHARE and event.at < sighting.start and not between and not sighting.other


def _nearest(event: Event, sightings: list[Sighting]) -> int:
    """Return where the noun stands that an event is of; one that stands before who does it is seldom its object."""
    doer = event.actor.start if event.actor and event.actor.end <= event.at else 0
    after = [s for s in sightings if s.start > event.at and s.start - event.at <= _OBJECT_REACH]
    near = [s for s in sightings if s.end > doer] if after else sightings
    return min(near, key=lambda s: (min(abs(s.start - event.at), abs(event.at - s.end)), s.start)).start


_OBJECT_REACH = 40
"""Characters from a verb to its object, at most."""


_STILL = re.compile(r"photo|pictur|snap|foto|knips|сфото|фото|kép|got (?:a|the|some) shots?\b|got shots", re.I)


def _seen_filming(page: Page, index: int, events: list[Event], spoken: list[Sighting]) -> list[Sighting]:
    """Return footage that is told of by a verb alone: `a passer-by recorded part of it`."""
    stretch = page.stretches[index]
    if not stretch.body:
        return []
    passed = {e.actor.name for e in events if e.deed is Deed.PICKUP and e.actor and e.actor.name}
    for event in events:
        if event.actor is not None and event.actor.name in passed:
            continue  # who passes it off as something filmed nothing
        if event.deed is Deed.FILM and event.actor:
            earlier = bool(page.lexicon.before.search(stretch.text))
            return [Sighting(index, FootageKind.VIDEO, event.start, event.end, False, earlier, True, 1, (event,))]
        if event.deed is Deed.TAKE and event.actor and event.actor.who in (Who.CROWD, Who.ACCOUNT):
            kind = (
                FootageKind.PHOTO if _STILL.search(stretch.text[event.at - stretch.start :][:20]) else FootageKind.VIDEO
            )
            earlier = bool(page.lexicon.before.search(stretch.text))
            before = page.document.text[max(stretch.start, event.actor.start - _BEFORE) : event.actor.end]
            other = _is_other(page, before, "")
            return [Sighting(index, kind, event.start, event.end, other, earlier, True, 1, (event,))]
        if event.deed is Deed.SHARE and event.actor and event.actor.who is Who.CROWD and _ONLINE.search(stretch.text):
            kind = _just_spoken_of(page, index, spoken) or FootageKind.PHOTO
            return [Sighting(index, kind, event.start, event.end, False, False, True, 1, (event,))]
    mine = page.lexicon.mine.search(stretch.text)
    if mine:
        kind = FootageKind.PHOTO if _STILL.search(mine[0]) else FootageKind.VIDEO
        return [Sighting(index, kind, stretch.start + mine.start(), stretch.start + mine.end(), False, False, True, 1)]
    return []


def _just_spoken_of(page: Page, index: int, spoken: list[Sighting]) -> FootageKind | None:
    """Return the kind of what the sentence before speaks of, where this one has a pronoun for it."""
    near = spoken and index - spoken[-1].index <= 1
    it = _IT.get(page.document.lang[:2], NEVER).search(page.stretches[index].text)
    return spoken[-1].kind if near and it else None


_ONLINE = re.compile(r"\b(?:social media|online|instagram|twitter|facebook|tiktok|internet|reddit)\b", re.I)


def carried_on(page: Page, index: int, bare: bool) -> tuple[Event, ...]:
    """Return the events of a stretch that go on about footage told of before: `he re-posted it`.

    `bare`: the stretch has a noun of footage of its own, so only a pronoun right after the verb means the other.
    """
    stretch = page.stretches[index]
    if page.tells_of_others(stretch):
        return ()
    events = events_in(page, index)
    made = maker_in(page, index)
    if bare:
        return (*((made,) if made else ()), *(e for e in events if e.back))
    owner = made or account_of(page, index)
    passed = tuple(e for e in events if (e.deed in (Deed.REPOST, Deed.PICKUP) and e.actor) or e.deed is Deed.OTHERS)
    if not made and (not stretch.body or _IT.get(page.document.lang[:2], NEVER).search(stretch.text) is None):
        return passed
    return (*((owner,) if owner else ()), *(e for e in events if e.deed is not Deed.TAKE))


_IT = {
    "en": re.compile(r"\b(?:it|them|they|these|one|this|the (?:version|result|upload)s?)\b", re.I),
    "de": re.compile(r"\b(?:es|sie|ihn)\b", re.I),
    "it": re.compile(r"\b(?:lo|la|li|le|l['’])", re.I),
    "es": re.compile(r"\b(?:lo|la|los|las)\b", re.I),
    "fr": re.compile(r"\b(?:le|la|les|l['’])", re.I),
}
