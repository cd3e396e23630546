"""How an outlet did: what it said first, what it got wrong, how often what it expected came true.

The rules, over records as they stand now:

1. **First**: of a value that is current or was (superseded), and that another witness gives too, the outlet made the
   earliest statement; a tie counts for nobody.
2. **Wrong**: the outlet affirmed with certainty a value that is disputed or denied now.
3. **Expected**: the outlet gave a value as probable (`is expected to`). It came true where the value is current, not
   where it is superseded, disputed or denied; what is still rumoured is open. A value counts once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from setwatch.model import Modality, Polarity, Record, Standing, Statement, Value, fold

STOOD = frozenset({Standing.CURRENT, Standing.SUPERSEDED})
WRONG = frozenset({Standing.DISPUTED, Standing.DENIED})


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a production, with the statement in which the outlet gave it."""

    production: str
    value: Value
    statement: Statement


class Part(StrEnum):
    """How an outlet did on a value."""

    FIRST = "first"
    WRONG = "wrong"
    CAME_TRUE = "came true"
    CAME_NOT = "came not"
    OPEN = "open"


EXPECTED = {
    Standing.CURRENT: Part.CAME_TRUE,
    Standing.SUPERSEDED: Part.CAME_NOT,
    Standing.DISPUTED: Part.CAME_NOT,
    Standing.DENIED: Part.CAME_NOT,
    Standing.RUMOURED: Part.OPEN,
}


def reputes(record: Record) -> Iterator[tuple[str, Part, Said]]:
    """Yield how outlets did by a record: the outlet's folded name, on what it is, and the value with its statement."""
    for value in record.values:
        for outlet, affirmed in _by_outlet(value).items():
            if _was_first(value, affirmed[0]):
                yield outlet, Part.FIRST, Said(record.production, value, affirmed[0])
            plain = [s for s in affirmed if s.claim.modality is Modality.CERTAIN]
            if plain and value.standing in WRONG:
                yield outlet, Part.WRONG, Said(record.production, value, plain[0])
            likely = [s for s in affirmed if s.claim.modality is Modality.PROBABLE]
            if likely:
                yield outlet, EXPECTED[value.standing], Said(record.production, value, likely[0])


def told(record: Record) -> Mapping[str, int]:
    """Return by outlet, its name folded, how many statements it has in a record."""
    names = (fold(s.outlet) for value in record.values for s in value.statements if s.outlet)
    return Counter(name for name in names if name)


def _by_outlet(value: Value) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in value.statements:
        if statement.outlet and statement.claim.polarity is Polarity.AFFIRMED and (name := fold(statement.outlet)):
            found[name].append(statement)
    return found


def _was_first(value: Value, own: Statement) -> bool:
    if value.standing not in STOOD or value.witnesses < 2 or own.said.not_after is None:
        return False
    others = [s for s in value.statements if s.outlet != own.outlet and s.claim.polarity is Polarity.AFFIRMED]
    times = [s.said.not_after for s in others if s.said.not_after is not None]
    return bool(times) and all(own.said.not_after < time for time in times)
