"""Which spellings name one value."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from setwatch.model import Claim, Property, fold
from setwatch.record.rules import PERSONS

EXACT = frozenset({Property.RELEASE_DATE, Property.PRODUCTION_STATUS})


def names_of(prop: Property, claims: Iterable[Claim]) -> dict[str, str]:
    """Return for each value of these claims of a property the spelling under which it is kept.

    As `one_name`; places that are one by their ids too (`Triest`, `Trieste`) are one, shown as most write it.
    """
    counted = Counter((claim.value, claim.place_id) for claim in claims if claim.property is prop)
    names = one_name(prop, [value for (value, _), count in counted.items() for _ in range(count)])
    return _one_place(names, counted) if any(place for _, place in counted) else names


def place_id_of(claims: Iterable[Claim]) -> str | None:
    """Return the id of the place that most of these claims name; of equally many the first by number."""
    counted = Counter(claim.place_id for claim in claims if claim.place_id)
    return min(counted, key=lambda place: (-counted[place], place), default=None)


def _one_place(names: Mapping[str, str], counted: Mapping[tuple[str, str | None], int]) -> dict[str, str]:
    """Return the names with those of one place brought together; a name is of the place that most mean by it."""
    meant: dict[str, Counter[str]] = defaultdict(Counter)
    told: Counter[str] = Counter()
    for (value, place), count in counted.items():
        told[names[value]] += count
        if place:
            meant[names[value]][place] += count
    bearers: dict[str, list[str]] = defaultdict(list)
    for name, places in meant.items():
        bearers[min(places, key=lambda place: (-places[place], place))].append(name)
    shown = {name: min(group, key=lambda n: (-told[n], -len(n), n)) for group in bearers.values() for name in group}
    return {value: shown.get(name, name) for value, name in names.items()}


def one_name(prop: Property, values: Iterable[str]) -> dict[str, str]:
    """Return for each value the spelling under which it is kept.

    Spellings that fold to the same text are one name, shown as most write it. A person's surname is the only longer
    name of the same property that ends in it; where two do (two brothers), it stays by itself.
    """
    counted = Counter(values)
    if prop in EXACT:
        return {value: value for value in counted}
    shown: dict[str, str] = {}
    for value in sorted(counted, key=lambda v: (-counted[v], -len(v), v)):
        shown.setdefault(_compact(value), value)
    full = {key: _longer(value, shown.values()) if prop in PERSONS else value for key, value in shown.items()}
    return {value: full[_compact(value)] for value in counted}


def _compact(value: str) -> str:
    return fold(value).replace(" ", "") or value


def _longer(value: str, names: Iterable[str]) -> str:
    words = fold(value).split()
    if not words:
        return value
    longer = {
        name for name in names if len(fold(name).split()) > len(words) and fold(name).split()[-len(words) :] == words
    }
    longest = [name for name in longer if not any(_ends(other, name) for other in longer if other != name)]
    return longest[0] if len(longest) == 1 else value


def _ends(longer: str, name: str) -> bool:
    words, tail = fold(longer).split(), fold(name).split()
    return len(words) > len(tail) and words[-len(tail) :] == tail


def same_party(a: str, b: str) -> bool:
    """Whether one name is the other with words before or after it (`Halcyon` and `Halcyon Pictures`)."""
    short, long_ = sorted((fold(a).split(), fold(b).split()), key=len)
    return bool(short) and (long_[: len(short)] == short or long_[-len(short) :] == short)
