"""How much words tell apart: rare words of the documents at hand weigh more."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import fsum, log, sqrt

Weight = Callable[[str], float]


def weights(bags: Sequence[Iterable[str]]) -> Weight:
    """Return the weight of a word: the logarithm of how many of `bags` there are for each that has it (idf)."""
    count = Counter(word for bag in bags for word in set(bag))
    size = len(bags) + 1
    table = {word: log(size / number) for word, number in count.items()}
    return lambda word: table.get(word, 0.0)


def overlap(a: frozenset[str], b: frozenset[str], weight: Weight) -> float:
    """Return the share, by weight, of the lighter bag's words that the other has: 0 to 1."""
    least = min(_total(a, weight), _total(b, weight))
    return _total(a & b, weight) / least if least > 0 else 0.0


def cosine(a: frozenset[str], b: frozenset[str], weight: Weight) -> float:
    """Return the cosine of two bags of words, each word counted once with its weight: 0 to 1."""
    size = sqrt(_norm(a, weight) * _norm(b, weight))
    return _squares(a & b, weight) / size if size > 0 else 0.0


def _total(bag: frozenset[str], weight: Weight) -> float:
    # Summed exactly: a set has no order, and the result must not have one either.
    return fsum(weight(word) for word in bag)


@lru_cache(maxsize=8192)
def _norm(bag: frozenset[str], weight: Weight) -> float:
    # A bag is compared with many others: its own size is summed once.
    return _squares(bag, weight)


def _squares(bag: frozenset[str], weight: Weight) -> float:
    return fsum(weight(word) ** 2 for word in bag)
