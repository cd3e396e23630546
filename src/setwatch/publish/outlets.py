"""How an outlet did: what it said first, what it got wrong, how often what it expected came true.

The rules, over records as they stand now:

1. **First**: of a value that is current or was (superseded), and that another witness gives too, the outlet made the
   earliest statement; a tie counts for nobody.
2. **Wrong**: the outlet affirmed with certainty a value that is disputed or denied now.
3. **Expected**: the outlet gave a value as probable (`is expected to`). It came true where the value is current, not
   where it is superseded, disputed or denied; what is still rumoured is open. A value counts once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from setwatch.model import Modality, Polarity, Record, Standing, Statement, Value, fold

STOOD = frozenset({Standing.CURRENT, Standing.SUPERSEDED})
WRONG = frozenset({Standing.DISPUTED, Standing.DENIED})


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a production, with the statement in which the outlet gave it."""

    production: str
    value: Value
    statement: Statement


@dataclass(frozen=True, slots=True)
class Repute:
    """How an outlet did, each part in the order in which it was said."""

    first: tuple[Said, ...]
    wrong: tuple[Said, ...]
    came_true: tuple[Said, ...]
    came_not: tuple[Said, ...]
    still_open: tuple[Said, ...]


def repute(outlet: str, records: Iterable[Record]) -> Repute:
    """Return how an outlet did by these records; its name is compared without case, accents and punctuation."""
    first: list[Said] = []
    wrong: list[Said] = []
    expected: dict[Standing, list[Said]] = {standing: [] for standing in Standing}
    wanted = fold(outlet)
    for record in records:
        for value in record.values:
            own = [s for s in value.statements if s.outlet and fold(s.outlet) == wanted]
            affirmed = [s for s in own if s.claim.polarity is Polarity.AFFIRMED]
            if not affirmed:
                continue
            if _was_first(value, affirmed[0]):
                first.append(Said(record.production, value, affirmed[0]))
            plain = [s for s in affirmed if s.claim.modality is Modality.CERTAIN]
            if plain and value.standing in WRONG:
                wrong.append(Said(record.production, value, plain[0]))
            likely = [s for s in affirmed if s.claim.modality is Modality.PROBABLE]
            if likely:
                expected[value.standing].append(Said(record.production, value, likely[0]))
    not_so = [*expected[Standing.SUPERSEDED], *expected[Standing.DISPUTED], *expected[Standing.DENIED]]
    parts = (first, wrong, expected[Standing.CURRENT], not_so, expected[Standing.RUMOURED])
    return Repute(*(tuple(_in_order(part)) for part in parts))


def _was_first(value: Value, own: Statement) -> bool:
    if value.standing not in STOOD or value.witnesses < 2 or own.said.not_after is None:
        return False
    others = [s for s in value.statements if s.outlet != own.outlet and s.claim.polarity is Polarity.AFFIRMED]
    times = [s.said.not_after for s in others if s.said.not_after is not None]
    return bool(times) and all(own.said.not_after < time for time in times)


def _in_order(found: Iterable[Said]) -> Iterator[Said]:
    yield from sorted(found, key=lambda s: (str(s.statement.said.not_after), s.production, s.value.value))
