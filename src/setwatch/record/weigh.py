"""Statements with what they weigh, gathered under the values that they are about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from setwatch.model import Channel, Modality, Polarity, Property, Statement, When, fold
from setwatch.record.fallen import Newest, fallen, newest_of
from setwatch.record.names import names_of, same_party
from setwatch.record.rules import FIRST_PARTY, OFFICIAL, PERSONS, WEIGHT
from setwatch.record.said import ended
from setwatch.record.witnesses import Sources, roots

Line = tuple[Property, Channel | None, int | None]
"""Property, channel (None: cinemas, or none named) and season: what is judged together."""

WORLD = "worldwide"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement with its root and weight.

    `placed` is when it was said as far as the document tells, None where it does not: an undated text cannot be the
    later one. `live` is false for a former version of a page.
    """

    statement: Statement
    root: str
    weight: float
    first_party: bool
    placed: datetime | None
    live: bool

    @property
    def sure(self) -> bool:
        """Whether it is more than a guess."""
        return self.statement.claim.modality is not Modality.POSSIBLE


@dataclass(frozen=True, slots=True)
class Case:
    """One value of a line and region: what affirms it, what denies it, what says that it held formerly."""

    value: str
    region: str | None
    affirmed: tuple[Weighed, ...]
    denied: tuple[Weighed, ...] = ()
    former: tuple[Weighed, ...] = ()

    @property
    def all(self) -> tuple[Weighed, ...]:
        """All of them, in the order in which they were said."""
        return tuple(sorted((*self.affirmed, *self.denied, *self.former), key=lambda w: _place(w.statement)))

    @property
    def live(self) -> tuple[Weighed, ...]:
        """The affirmations that no later version of their page has dropped."""
        return tuple(w for w in self.affirmed if w.live)

    @property
    def guessed(self) -> bool:
        """Whether nothing more than guesses affirms it."""
        return bool(self.affirmed) and not any(w.sure for w in self.affirmed)


def _place(statement: Statement) -> tuple[datetime, str, str, int]:
    return ended(statement), statement.document_id, statement.version, statement.claim.evidence.start


def weight(said: Iterable[Weighed]) -> float:
    """Return the weight of statements: of each root the weightiest."""
    best: dict[str, float] = {}
    for w in said:
        best[w.root] = max(best.get(w.root, 0.0), w.weight)
    return sum(best.values())


def witnesses(said: Iterable[Weighed]) -> int:
    """Return the number of independent roots."""
    return len({w.root for w in said})


def first_parties(said: Sequence[Statement], production_names: Iterable[str] = ()) -> frozenset[str]:
    """Return the names of those who speak for the production: studio, makers and cast, as certain claims name them."""
    names = {
        s.claim.value
        for s in said
        if s.claim.property in PERSONS | {Property.DISTRIBUTOR}
        and s.claim.polarity is Polarity.AFFIRMED
        and s.claim.modality is Modality.CERTAIN
    }
    return frozenset(fold(name) for name in {*names, *production_names} if fold(name))


Weighing = dict[tuple[Line, str, str | None], tuple[object, Case]]
"""Cases that were weighed before, each with what it depends on; for whoever judges at many times one after another."""


def lines(
    said: Sequence[Statement],
    known: Sources,
    production: str,
    by: datetime | None = None,
    before: Weighing | None = None,
) -> dict[Line, tuple[Case, ...]]:
    """Return the cases of each line, from statements that count; `by` is the time as of which they do (None: now).

    Cases of `before` that depend on nothing that has changed are taken from there, and new ones put in.
    """
    before = {} if before is None else before
    parties = first_parties(said, (production,))
    newest = newest_of(said, known, by)
    names = {prop: names_of(prop, (s.claim for s in said)) for prop in {s.claim.property for s in said}}
    grouped: dict[Line, dict[tuple[str, str | None], list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for s in said:
        claim = s.claim
        value = names[claim.property][claim.value]
        region = None if claim.region == WORLD else claim.region
        channel = None if claim.channel is Channel.THEATRICAL else claim.channel
        grouped[claim.property, channel, claim.season][value, region].append(s)
    return {
        line: tuple(
            _once(before, (line, value, region), group, known, parties=parties, newest=newest)
            for (value, region), group in sorted(values.items(), key=lambda item: (item[0][0], item[0][1] or ""))
        )
        for line, values in grouped.items()
    }


def _once(
    before: Weighing,
    key: tuple[Line, str, str | None],
    group: Sequence[Statement],
    known: Sources,
    *,
    parties: frozenset[str],
    newest: Newest,
) -> Case:
    needs = (group, parties, [newest[s.document_id] for s in group])
    if (found := before.get(key)) is not None and found[0] == needs:
        return found[1]
    case = _case(key[1], key[2], group, known, parties=parties, newest=newest)
    before[key] = needs, case
    return case


def _case(
    value: str,
    region: str | None,
    group: Sequence[Statement],
    known: Sources,
    *,
    parties: frozenset[str],
    newest: Newest,
) -> Case:
    affirmed, denied, former = [], [], []
    root = roots(group, known)
    gone = fallen(group, known, newest)
    for s in group:
        first = _speaks_for(s, parties)
        w = Weighed(
            s,
            root[s],
            WEIGHT[s.claim.modality] * (FIRST_PARTY if first else 1.0),
            first,
            _placed(s, group, known),
            s not in gone,
        )
        if s.claim.when is When.FORMER:
            former.append(w)
        elif s.claim.polarity is Polarity.DENIED:
            denied.append(w)
        else:
            affirmed.append(w)
    return Case(value, region, tuple(affirmed), tuple(denied), tuple(former))


def _placed(statement: Statement, group: Sequence[Statement], known: Sources) -> datetime | None:
    """Return when a statement was said as far as its document tells; a reprint says nothing later."""
    own = _told(statement)
    originals = known.reprinted.get(statement.document_id, frozenset())
    first = [time for s in group if s.document_id in originals and (time := _told(s)) is not None]
    return min([own, *first]) if own is not None else None


def _told(statement: Statement) -> datetime | None:
    return statement.said.not_after if statement.dated else statement.said.not_before


def _speaks_for(statement: Statement, parties: frozenset[str]) -> bool:
    """Whether the words are the production's own: its people's, its studio's, or an account called official."""
    claim = statement.claim
    parties = parties | {fold(claim.value)} if claim.property in PERSONS else parties
    for name in (claim.attribution, statement.outlet):
        if name and any(same_party(name, party) for party in parties):
            return True
    return bool(OFFICIAL & set(fold(claim.attribution or "").split()))
