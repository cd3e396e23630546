"""Which spellings name one value."""

from collections import Counter
from collections.abc import Iterable

from setwatch.model import Property, fold
from setwatch.record.rules import PERSONS

EXACT = frozenset({Property.RELEASE_DATE, Property.PRODUCTION_STATUS})


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
