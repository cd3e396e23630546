"""The titles that one document names. Pure: what depends on the watch list comes later."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

from setwatch.following.candidates import Page, candidates
from setwatch.following.cues import ELSEWHERE, FILM, NOUNS, SERIES, TELLING, THINGS, TRADE, Place, cues_at
from setwatch.following.words_of import LEXICON
from setwatch.model import Analysis, Document, MentionKind, Named, Naming, fold

_WEIGHTS: dict[str, float] = LEXICON["weights"]
_NETWORK = 4
"""Characters between a studio's name and the title that it owns."""
MOST_TRADE = 3
"""Different words of the trade from which a document counts as one about films and series."""
MOST_PLACES = 20
"""Places of one title that are looked at."""
_GENERIC = frozenset(fold(word) for word in NOUNS | THINGS | TELLING)
_LIST = re.compile(
    r"(?:[,;][\"'’”]{1,2} (?:(?:and|und|et|y|e|&) )?"
    r"|[\"'’”»]{0,2} ?(?:[,;/] ?|,? (?:and|und|et|y|e|&) |[,;] (?:and|und|et|y|e|&) ))[\"'‘“«„]{0,2} ?"
)
_OWNS = ("'s", "’s", "s'", "s’")
_BETWEEN = 10
"""Characters between two titles of a list."""
_SHARED = frozenset(("noun", "thing", "cast", "life", "opens"))
"""Cues that all titles of a list have in common: `the series A, B and C`."""
_AGAINST = frozenset(("other", "credit", "speech"))
_HEADS = frozenset(("leads", "opens", "begins", "owned", "talked"))
"""Cues of what the headline is about."""


def named_in(document: Document, analysis: Analysis, marked: Collection[str] = ()) -> Named:
    """Return the titles that a document names, with what stands beside them; `marked` are its emphasised words."""
    said = document.published or document.captured
    outlet = document.outlet or (urlsplit(document.url).hostname or "" if document.url else "")
    page = Page(document, analysis)
    about = len(TRADE.intersection(page.text.low))
    titles = _titles(page, marked, document)
    _look(page, titles)
    _tell(page, titles)
    told = {"document": about >= MOST_TRADE, "elsewhere": _is_elsewhere(page)}
    common = frozenset(cue for cue, holds in told.items() if holds)
    found = (title.naming(page, common) for _, title in sorted(titles.items()) if title.places)
    return Named(document.document_id, document.version, outlet, said, about, tuple(found))


@dataclass(slots=True)
class _Found:
    """A place where a title stands, and what is beside it."""

    place: Place
    cues: set[str]
    film: int
    series: int


@dataclass(slots=True)
class _Title:
    """A title while a document is read: how it is written, and where it stands."""

    forms: set[str] = field(default_factory=set)
    wordings: Counter[str] = field(default_factory=Counter)
    places: list[_Found] = field(default_factory=list)

    def naming(self, page: Page, common: Collection[str]) -> Naming:
        """Return what the document says of it, and where it says most; `common` are the cues of the document."""
        best = max(self.places, key=lambda found: sum(_WEIGHTS[cue] for cue in found.cues))
        cues = set().union(*(found.cues for found in self.places)) | (self.forms - {"run", "head"})
        cues.update(common)
        for cue in _AGAINST & cues:
            if 2 * sum(cue in found.cues for found in self.places) < len(self.places):
                cues.discard(cue)
        if any(found.place.heading and "credit" not in found.cues for found in self.places):
            cues.discard("credit")
        name = max(self.wordings, key=lambda each: (self.wordings[each], sum(c.islower() for c in each), each))
        place, text = best.place, page.text
        start, end = text.starts[place.since], text.ends[place.until - 1]
        film, series = sum(found.film for found in self.places), sum(found.series for found in self.places)
        return Naming(name, tuple(sorted(cues)), start, end, film, series)


def _titles(page: Page, marked: Collection[str], document: Document) -> dict[str, _Title]:
    """Return what may be a title by its folded name; no people, no outlets, no words of the trade themselves."""
    people = {fold(name) for name in (*page.people(), *document.byline)}
    organisations = {fold(m.name) for m in page.names if m.kind is MentionKind.ORGANISATION}
    own = fold(document.outlet or "")
    titles: dict[str, _Title] = defaultdict(_Title)
    for name, form in candidates(page, marked):
        key = fold(name)
        if not key or key in _GENERIC or (own and own in key):
            continue
        if key in people and form != "head" and (form != "marked" or " " in key):
            continue
        if key in organisations and form != "quoted":
            continue
        titles[key].forms.add(form)
        titles[key].wordings[name] += 1
    return titles


def _look(page: Page, titles: dict[str, _Title]) -> None:
    """Find the places of all titles and what stands beside them; those of a list have in common what is said of it."""
    owners = sorted(m.span.end for m in page.names if m.kind is MentionKind.ORGANISATION)
    every: list[_Found] = []
    for title, places in _apart(page, titles):
        for place in places:
            cues, film, series = cues_at(place)
            start = page.text.starts[place.first]
            at = bisect_right(owners, start) - 1
            if at >= 0 and start - owners[at] <= _NETWORK and "," not in page.text.text[owners[at] : start]:
                cues.add("network")
            if place.heading and "heading" in title.forms and place.first == place.since and _colon(place):
                cues.add("opens")
            cues.update(_of_head(page, place))
            outside = page.text.low[place.since : place.first] + page.text.low[place.last + 1 : place.until]
            if not TELLING.isdisjoint(outside):
                cues.add("sentence")
            title.places.append(_Found(place, cues, film, series))
        every += title.places
    every.sort(key=lambda found: found.place.first)
    _share(page, every)
    _share(page, every[::-1])


def _of_head(page: Page, place: Place) -> Iterator[str]:
    """Yield what a place in the headline tells."""
    head = page.heads.get((place.first, place.last), "")
    if head:
        yield head
    elif place.first == page.headline.first and place.last + 1 < page.headline.until and page.is_closed(place.last):
        yield "leads"
    elif place.heading and page.quotes(place.first) and page.text.low[place.first - 1].endswith(_OWNS):
        yield "owned"
    if page.headline.first <= place.first < page.headline.until:
        if page.headline.counts:
            yield "sentence"
        if page.headline.reviews:
            yield "thing"


def _tell(page: Page, titles: dict[str, _Title]) -> None:
    """Give those at the head of a headline, or the only one in it, what the text tells of its kind further on."""
    if not page.told:
        return
    head = range(page.headline.first, page.headline.until)
    within = [found for title in titles.values() for found in title.places if found.place.first in head]
    behind = [title for title in titles.values() if title.places and not title.forms.isdisjoint(("quoted", "phrase"))]
    if len(behind) == 1 and not within:
        within = behind[0].places[:1]
    for found in within:
        if (len(within) == 1 and page.quotes(found.place.first)) or not _HEADS.isdisjoint(found.cues):
            found.cues.add("told")
            found.film += page.told in FILM
            found.series += page.told in SERIES


def _is_elsewhere(page: Page) -> bool:
    """Whether a document has more different words of other trades than of film and television."""
    there = frozenset(page.text.low)
    return len(there & ELSEWHERE) > len(there & (TRADE | TELLING | NOUNS | THINGS))


def _apart(page: Page, titles: dict[str, _Title]) -> Iterator[tuple[_Title, list[Place]]]:
    """Yield each title with those of its places that are no piece of a longer title."""
    found = [(title, list(_places(page, title))) for title in titles.values()]
    longest: dict[int, tuple[int, int]] = {}
    for _, places in found:
        for place in places:
            for word in range(place.first, place.last + 1):
                before = longest.get(word, (word, word))
                longest[word] = max(before, (place.first, place.last), key=lambda span: span[1] - span[0])
    for title, places in found:
        yield title, [place for place in places if longest[place.first] == (place.first, place.last)]


def _share(page: Page, every: list[_Found]) -> None:
    for one, two in pairwise(every):
        left, right = sorted((one.place, two.place), key=lambda place: place.first)
        between = page.text.text[page.text.ends[left.last] : page.text.starts[right.first]]
        if len(between) <= _BETWEEN and left.since == right.since and _LIST.fullmatch(between):
            two.cues |= one.cues & _SHARED
            two.film, two.series = max(one.film, two.film), max(one.series, two.series)


def _places(page: Page, title: _Title) -> Iterator[Place]:
    text = page.text
    seen: set[int] = set()
    for wording in sorted(title.wordings):
        for match in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", text.text):
            first, last = text.at(match.start()), text.at(match.end()) - 1
            if first > last or first in seen or len(seen) >= MOST_PLACES:
                continue
            seen.add(first)
            since, until = page.sentence(first)
            if last < until and not text.text.startswith(("…", "..."), match.end()):
                yield Place(text, first, last, since, until, since in page.headings)


def _colon(place: Place) -> bool:
    return place.behind().lstrip("'’”\"»")[:1] in {":", ";"}
