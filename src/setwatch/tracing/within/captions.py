"""Captions with a credit: a picture from the shoot that the page itself prints, and who took it."""

import re
from collections.abc import Iterator

from setwatch.model import FootageKind, MentionKind
from setwatch.tracing.within.lexicon import any_of
from setwatch.tracing.within.page import Page
from setwatch.tracing.within.parts import Actor, Deed, Event, Stretch, Who
from setwatch.tracing.within.sightings import Sighting

_NAME = r"[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){0,3}"
_WORD = rf"(?i:{any_of('picture')})"
_BY = rf"(?:\s(?i:{any_of('credit')}))?"
_CREDIT = re.compile(
    rf"\((?:[A-Z]{{2,4}}\s)?{_WORD}{_BY}[\s:/]{{1,3}}(?P<name>{_NAME})"
    rf"|\((?i:pictured|photographed|snapped|captured)\s(?i:by)\s(?P<by>{_NAME})(?=\))"
    rf"|(?:^|[.!?)]\s){_WORD}:\s(?P<tail>{_NAME}(?:/[^\W\d_a-z][\w.'’ -]{{1,30}})?)\.?$"
    rf"|\b{_WORD}\s(?i:copyright|credit|source)[\s:]{{1,3}}(?P<other>{_NAME}?)(?=\s+Image\scaption|[,)/\n]|$)"
)
_IN_BRACKETS = re.compile(rf"\((?P<name>{_NAME}?)\.?\)\s*$")
_CAPTION = 200
"""Characters up to which a line is a caption."""

_PARAGRAPH = 700
"""Characters up to which a line with a credit is a caption, or a paragraph that one has run into."""

_SHOOT = re.compile(rf"\b{any_of('shoot')}\b", re.I)


def captions_in(page: Page) -> Iterator[Sighting]:
    """Yield the pictures from the shoot that captions with a credit speak of, one for each credit.

    A caption that credits an agency for pictures of people in the street, and tells of nobody, has no weight.
    """
    text = page.document.text
    for stretch in page.stretches:
        for first, start, end in _credits(page, stretch):
            name = text[start:end]
            line = text.rfind("\n", 0, start) + 1
            whole = text[line:start]
            stop = text.find("\n", end)
            whole = text[line : stop if stop >= 0 else len(text)]
            street = any(w.fullmatch(name) for w in (page.names.paparazzi, page.names.paparazzi_short))
            sure = bool(_SHOOT.search(whole)) or (street and _names_one(page, line, stop))
            if len(whole) > _PARAGRAPH or not (street or sure):
                continue
            at = next(i for i, s in enumerate(page.stretches) if s.start >= line)
            actor = Actor(name, Who.ACCOUNT, start, end)
            event = Event(Deed.OWN, actor, (), start, first, end)
            anchor: Stretch = page.stretches[at]
            yield Sighting(at, FootageKind.PHOTO, anchor.start, anchor.end, False, False, True, int(sure), (event,))


_LINE = re.compile(
    rf"^\W{{0,3}}(?:{_WORD}|(?i:credits?))(?:\s(?i:by|credits?|courtesy of|courtesy))?\s?[:/]\s?(?P<name>.{{3,60}})$"
)


def paparazzi_in(page: Page) -> Iterator[Event]:
    """Yield whom lines of credit name (`Photos: BACKGRID`), where it is an agency that takes pictures on sets."""
    for stretch in page.stretches:
        match = _LINE.match(stretch.text.strip()) if stretch.end - stretch.start < _CAPTION else None
        agency = page.names.paparazzi.search(match["name"]) if match else None
        if match and agency:
            start = stretch.start + stretch.text.index(match["name"]) + agency.start()
            end = start + len(agency[0])
            actor = Actor(agency[0], Who.ACCOUNT, start, end)
            yield Event(Deed.OWN, actor, (), start, stretch.start, end)


def _names_one(page: Page, start: int, end: int) -> bool:
    """Whether a caption says who is to be seen, by the whole name or by a part of it."""
    stop = end if end >= 0 else len(page.document.text)
    rows = (row for row, s in zip(page.actors, page.stretches, strict=True) if start <= s.start < stop)
    if any(actor.who is Who.PERSON for row in rows for actor in row):
        return True
    words = set(page.document.text[start:stop].split())
    people = [m.name for m in page.analysis.names if m.kind is MentionKind.PERSON]
    return any(words.intersection(part for part in name.split() if len(part) >= 3) for name in people)


def _credits(page: Page, stretch: Stretch) -> Iterator[tuple[int, int, int]]:
    """Yield where credits begin, and from where to where their names stand."""
    for match in _CREDIT.finditer(stretch.text):
        group = next(name for name in ("name", "by", "tail", "other") if match.groupdict().get(name))
        yield stretch.start + match.start(), stretch.start + match.start(group), stretch.start + match.end(group)
    short = stretch.end - stretch.start < _CAPTION
    agency = _IN_BRACKETS.search(stretch.text) if short else None
    if agency and page.names.picture_agencies.match(agency["name"]):
        yield stretch.start + agency.start(), stretch.start + agency.start("name"), stretch.start + agency.end("name")
    elif short and not stretch.body and (last := _LAST.search(stretch.text)) and _is_paparazzi(page, last["name"]):
        yield stretch.start + last.start("name"), stretch.start + last.start("name"), stretch.start + last.end("name")


def _is_paparazzi(page: Page, name: str) -> bool:
    return page.names.paparazzi.fullmatch(name) is not None


_LAST = re.compile(r"(?:^|[.!?)”\"’'])\s?(?P<name>[A-Z][\w/]+(?:\s[A-Z][\w/]+){0,2})\.?\s*$")
"""Last words of a caption: `On the quay: Lindqvist and Brandt. BACKGRID`."""
