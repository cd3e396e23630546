"""Ledgers: what is derived of one production and kept in the store, so that an answer need not look at its documents.

A ledger is made from the readings that say something of its production, from what is traced near them and from what was
decided on these. It is begun anew when one of the keys that it depends on was touched, and its sheets are made again
where a digest of what they are made from is another one.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from threading import Lock, local
from typing import Any, TypeVar

import msgspec

from setwatch import record as record_
from setwatch.desk.hand import Hand, hand
from setwatch.desk.neighbours import look_near, touching
from setwatch.desk.shown import shown, veils
from setwatch.desk.told import told_by
from setwatch.desk.upkeep import basis_of
from setwatch.model import (
    Change,
    Conflict,
    Copy,
    Document,
    Evidence,
    Footage,
    Interval,
    Reading,
    Record,
    Rejection,
    ReleaseReport,
    Statement,
    Tracing,
    Value,
)
from setwatch.publish.shelf import Sentences, Shelf, documents_in
from setwatch.record import Sources
from setwatch.store import DECIDED, Ledger, Store, StoreFault, home_of, of_production

T = TypeVar("T")

RULES = "ledger/6"
"""What ledgers were made by; raise the number when a change of record, tracing or decisions changes them."""

ROOM = 16 * 1024 * 1024
"""Bytes of sheets, as they are kept, that are held in memory as they were read; of more, the longest unasked go."""

LATELY = 6
"""Changes that a brief has."""


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said of a production, what the documents that say it rest on, and the ids of all that speak of it."""

    statements: tuple[Statement, ...]
    sources: Sources
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The documents that a ledger stands on, without their words; copies among them; and the sentences that it cites.

    `sentences` has by version where words are cited: from, to, and what stands before and after them in their sentence;
    `said` by version when it was said.
    """

    documents: tuple[Document, ...]
    copies: tuple[Copy, ...]
    sentences: dict[str, tuple[tuple[int, int, str, str], ...]]
    said: dict[str, Interval]

    def shelf(self) -> Shelf:
        """Return them as what is published looks them up."""
        cited: Sentences = {
            version: {(start, end): (before, after) for start, end, before, after in found}
            for version, found in self.sentences.items()
        }
        return replace(Shelf.of(self.documents, self.copies), sentences=cited)


NO_CARDS = Cards((), (), {}, {})


@dataclass(frozen=True, slots=True)
class Ruled:
    """What people decided on a production's documents: what was rejected by which decision, and what else, by ids."""

    rejected: tuple[tuple[Statement, str], ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A production in short: its values without statements, its newest changes, and its footage that raised an alarm.

    `documents` and `footage` are how many there are, `moments` the days on which its record changed.
    """

    values: tuple[Value, ...]
    changes: tuple[Change, ...]
    alarms: tuple[Footage, ...]
    documents: int
    footage: int
    cards: Cards
    moments: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """How a production stands: its record, what changed, footage that its documents tell of, alarms, the documents.

    `alarms` is the footage with the alarms that concern the production: see `concerning`.
    """

    record: Record
    changes: tuple[Change, ...]
    footage: tuple[Footage, ...]
    alarms: tuple[Footage, ...]
    shelf: Shelf


class Ledgers:
    """The ledgers of a store, made when they are asked for and not up to date. All readings must be up to date."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, tuple[int, Ledger]] = {}
        self._held: OrderedDict[tuple[str, str], tuple[str, int, Any]] = OrderedDict()
        self._size = 0
        self._lock = Lock()
        self._writes = local()

    def said(self, name: str) -> Said:
        """Return all that is said of a production."""
        return shown(self._store, self._said(name))

    def shelf(self, name: str) -> Shelf:
        """Return the documents that the ledger of a production stands on."""
        if veils(self._store):
            return self._veiled(name).shelf()
        found: Shelf = self._sheet(name, "cards", Cards, Cards.shelf)
        return found

    def traced(self, name: str, known: datetime | None = None) -> Tracing:
        """Return what is traced of the documents that say something of a production, of those said by a time (UTC)."""
        found = self._traced(name)
        if known is not None:
            cards: Cards = self._sheet(name, "cards", Cards)
            said = {d.version: (d.document_id, cards.said[d.version].not_after) for d in cards.documents}
            found = told_by(found, frozenset(id_ for id_, end in said.values() if end and end <= known), known)
        return shown(self._store, found)

    def record(self, name: str, known: datetime | None = None) -> Record:
        """Return what stood of a production, as known by a time (UTC; None: by now)."""
        found = self._stood(name, known) if known is not None else Record(name, None, None, self._values(name))
        ruled: Ruled = self._sheet(name, "ruled", Ruled)
        if not ruled.rejected and not ruled.decisions:
            return shown(self._store, found)
        made = {decision.decision_id: decision for decision in hand(self._store).decisions}
        found = replace(
            found,
            rejected=tuple(Rejection(said, made[by]) for said, by in ruled.rejected if by in made),
            decisions=tuple(made[each] for each in ruled.decisions if each in made),
        )
        return shown(self._store, found)

    def changes(self, name: str) -> tuple[Change, ...]:
        """Return what changed of a production, in that order."""
        return shown(self._store, self._changes(name))

    def conflicts(self, name: str, known: datetime | None = None) -> tuple[Conflict, ...]:
        """Return what the documents that were said by a time (UTC; None: by now) contradict each other on."""
        if known is not None:
            return record_.contradictions(record_.counted(self._said(name).statements, known, None), name)
        return self._made(
            name, "conflicts", tuple[Conflict, ...], lambda: record_.contradictions(self._said(name).statements, name)
        )

    def history(self, name: str) -> tuple[ReleaseReport, ...]:
        """Return which document reported which release date."""
        kind = tuple[ReleaseReport, ...]
        return self._made(name, "history", kind, lambda: record_.reports(self._said(name).statements, name))

    def brief(self, name: str) -> Brief:
        """Return a production in short."""
        found = self._made(name, "brief", Brief, lambda: self._brief(name))
        if veils(self._store):
            found = replace(shown(self._store, replace(found, cards=NO_CARDS)), cards=self._veiled(name))
        return found

    def days(self, name: str, documents: Collection[str] | None = None) -> tuple[datetime, ...]:
        """Return when documents that a ledger stands on were said (None: all of them), each time once, in order."""
        cards: Cards = self._sheet(name, "cards", Cards)
        asked = [d for d in cards.documents if documents is None or d.document_id in documents]
        return tuple(sorted({end for d in asked if (end := cards.said[d.version].not_after) is not None}))

    def of_footage(self, footage_id: str) -> Footage | None:
        """Return a piece of footage of which a ledger knows, None where none does."""
        for name in self._store.ledgers.holding(footage_id):
            for piece in self.traced(name).footage:
                if piece.footage_id == footage_id:
                    return piece
        return None

    def stand(self, name: str, *, plain: bool = False) -> Stand:
        """Return how a production stands now; `plain` as it came in: for what is kept, never for what is shown."""
        own = frozenset(self._said(name).documents)
        if not plain:
            footage = self.traced(name).footage
            alarms = concerning(footage, name, own)
            return Stand(self.record(name), self.changes(name), footage, alarms, self.shelf(name))
        shelf: Shelf = self._sheet(name, "cards", Cards, Cards.shelf)
        record, footage = Record(name, None, None, self._values(name)), self._traced(name).footage
        return Stand(record, self._changes(name), footage, concerning(footage, name, own), shelf)

    def bring_up(self, name: str) -> bool:
        """Make all sheets of a production that are not up to date; False where another process holds the store."""
        waiting: dict[str, bytes] = {}
        self._writes.waiting = waiting  # one transaction for all of them
        try:
            ledger = self.ledger(name)
            for make in (self._values, self.conflicts, self.history, self.brief):
                make(name)
            if waiting:
                self._store.ledgers.add(ledger, waiting)
        except StoreFault:
            return False
        finally:
            self._writes.waiting = None
        return True

    def _values(self, name: str) -> tuple[Value, ...]:
        return self._made(name, "record", tuple[Value, ...], lambda: self._stood(name, None).values)

    def _stood(self, name: str, known: datetime | None) -> Record:
        said = self._said(name)
        return record_.stood(said.statements, said.sources, name, known)

    def _said(self, name: str) -> Said:
        found: Said = self._sheet(name, "said", Said)
        return found

    def _traced(self, name: str) -> Tracing:
        found: Tracing = self._sheet(name, "traced", Tracing)
        return found

    def _changes(self, name: str) -> tuple[Change, ...]:
        return self._made(name, "changes", tuple[Change, ...], lambda: self._moved(name))

    def _moved(self, name: str) -> tuple[Change, ...]:
        said = self._said(name)
        return record_.moved(said.statements, said.sources, name)

    def _veiled(self, name: str) -> Cards:
        """Return the documents with hidden words hidden: made from the readings, which are as they came in."""
        cards: Cards = self._sheet(name, "cards", Cards)
        documents = {document.document_id for document in cards.documents}
        readings = shown(self._store, self._store.readings_of_documents(basis_of(self._store.watched()), documents))
        return replace(
            _cards(readings, self.traced(name), self.said(name)),
            documents=shown(self._store, cards.documents),
            said=cards.said,
        )

    def _brief(self, name: str) -> Brief:
        changes, traced = self._changes(name), self._traced(name)
        said = self._said(name)
        pieces = [piece for piece in traced.footage if piece.production == name]
        alarms = concerning(traced.footage, name, frozenset(said.documents))
        newest = changes[::-1][:LATELY]
        cards = self._sheet(name, "cards", Cards)
        cited = {*_cited(newest), *_cited(alarms)}
        told = {version for version, _ in cited}
        return Brief(
            tuple(replace(value, statements=(), documents=()) for value in self._values(name)),
            newest,
            alarms,
            len(said.documents),
            len(pieces),
            Cards(
                tuple(document for document in cards.documents if document.version in told),
                (),
                {version: found for version, found in cards.sentences.items() if version in told},
                {},
            ),
            tuple(sorted({change.said for change in changes})),
        )

    def _made(self, name: str, sheet: str, kind: Any, make: Callable[[], T]) -> T:
        """Return a sheet that is made from others when it is first asked for."""
        ledger = self.ledger(name)
        if (found := self._kept(ledger, sheet, kind, None)) is None:
            found = make()
            encoded = _encoded(found)
            waiting: dict[str, bytes] | None = getattr(self._writes, "waiting", None)
            if waiting is None:
                self._store.ledgers.add(ledger, {sheet: encoded})
            else:
                waiting[sheet] = encoded
            self._hold(ledger, sheet, len(encoded), found)
        made: T = found
        return made

    def _sheet(self, name: str, sheet: str, kind: Any, then: Callable[[Any], T] | None = None) -> Any:
        """Return a sheet that a ledger is begun with."""
        for _ in range(3):  # another process may have begun it anew in between
            ledger = self.ledger(name)
            if (found := self._kept(ledger, sheet, kind, then)) is not None:
                return found
            self._known.pop(name, None)
        raise RuntimeError(f"the ledger of {name!r} changes faster than it can be read")

    def _kept(self, ledger: Ledger, sheet: str, kind: Any, then: Callable[[Any], T] | None) -> Any:
        key = ledger.production, f"{sheet}{'' if then is None else '*'}"
        with self._lock:
            held = self._held.get(key)
            if held is not None and held[0] == ledger.inputs:
                self._held.move_to_end(key)
                return held[2]
        encoded = self._store.ledgers.sheet(ledger, sheet)
        if encoded is None:
            return None
        found = msgspec.json.decode(encoded, type=kind)
        found = found if then is None else then(found)
        self._hold(ledger, key[1], len(encoded), found)
        return found

    def _hold(self, ledger: Ledger, sheet: str, size: int, found: object) -> None:
        key = ledger.production, sheet
        with self._lock:
            if (old := self._held.pop(key, None)) is not None:
                self._size -= old[1]
            self._held[key] = ledger.inputs, size, found
            self._size += size
            while self._size > ROOM:
                self._size -= self._held.popitem(last=False)[1][1]

    def ledger(self, name: str) -> Ledger:
        """Return what the ledger of a production was made from, made anew where that is not up to date."""
        serial = self._store.ledgers.serial()
        known = self._known.get(name)
        basis = f"{RULES} {basis_of(self._store.watched())}"
        if known is not None and known[0] == serial and known[1].basis == basis:
            return known[1]
        ledger, fresh = self._store.ledgers.last(name)
        if ledger is None or not fresh or ledger.basis != basis:
            ledger = _begin(self._store, name, basis, serial, ledger)
        self._known[name] = serial, ledger
        return ledger


def concerning(footage: Iterable[Footage], name: str, own: Collection[str]) -> tuple[Footage, ...]:
    """Return the footage with the alarms that concern a production; `own` are the documents that speak of it.

    All alarms of its own footage do, and those of any footage that one of its documents calls new: a clip of an earlier
    film that goes round as one of it.
    """
    found = []
    for piece in footage:
        mine = piece.production == name
        alarms = tuple(alarm for alarm in piece.alarms if mine or alarm.document_id in own)
        if alarms:
            found.append(replace(piece, alarms=alarms))
    return tuple(found)


def _begin(store: Store, name: str, basis: str, serial: int, last: Ledger | None) -> Ledger:
    """Make a ledger with the sheets that others are made from, and keep it."""
    readings = store.readings_with(basis_of(store.watched()), of_production(name))
    documents = frozenset(r.document.document_id for r in readings)
    by_hand, tracing, keys = _traced(store, documents)
    inputs = _digest(
        basis,
        *sorted(r.document.version for r in readings),
        _encoded(tracing).decode(),
        _encoded(by_hand.decisions).decode(),
    )
    ledger = Ledger(name, basis, inputs, serial)
    keys |= {of_production(name), DECIDED, *(piece.footage_id for piece in tracing.footage)}
    if last is not None and last.inputs == inputs and last.basis == basis:
        store.ledgers.begin(ledger, keys, {})
        return ledger
    decided = by_hand.readings(readings, tracing)
    said = Said(record_.statements(decided, name), record_.sources(decided, tracing), tuple(sorted(documents)))
    ruled = by_hand.record(Record(name, None, None, ()), readings, tracing)
    rejected = tuple((each.statement, each.decision.decision_id) for each in ruled.rejected)
    beside = store.readings_of_documents(
        basis_of(store.watched()), documents_in((tracing.stories, tracing.copies, tracing.footage)) - documents
    )
    sheets = {
        "said": _encoded(said),
        "traced": _encoded(tracing),
        "ruled": _encoded(Ruled(rejected, tuple(d.decision_id for d in ruled.decisions))),
        "cards": _encoded(_cards([*decided, *beside], tracing, said)),
    }
    store.ledgers.begin(ledger, keys, sheets)
    return ledger


def _traced(store: Store, documents: frozenset[str]) -> tuple[Hand, Tracing, frozenset[str]]:
    """Return what was decided on these documents or what is traced with them, that tracing, and what it depends on."""
    decisions = hand(store).decisions
    wanted, mine = documents, Hand(())
    while True:
        near = look_near(store, wanted)
        about = wanted | documents_in((near.tracing.stories, near.tracing.copies, near.tracing.footage))
        found = Hand(tuple(d for d in decisions if Hand((d,)).documents & about))
        if found == mine:
            tracing = touching(mine.tracing(near.tracing), documents)
            return mine, tracing, frozenset(map(home_of, near.homes)) | near.posts
        mine, wanted = found, documents | found.documents


def _cards(readings: Iterable[Reading], tracing: Tracing, said: Said) -> Cards:
    documents = {reading.document.version: reading.document for reading in readings}
    shelf = Shelf.of(documents.values())
    found: dict[str, list[tuple[int, int, str, str]]] = {}
    for version, evidence in sorted({*_cited(said.statements), *_cited(tracing)}, key=_place):
        if version in documents and evidence.stands_in(documents[version].text):
            before, _, after = shelf.sentence(evidence, version)
            found.setdefault(version, []).append((evidence.start, evidence.end, before, after))
    bare = (replace(document, text="", posts=(), links=()) for document in documents.values())
    return Cards(
        tuple(sorted(bare, key=lambda d: d.version)),
        tracing.copies,
        {version: tuple(cited) for version, cited in found.items()},
        {version: record_.said_of(document)[0] for version, document in documents.items()},
    )


def _place(cited: tuple[str, Evidence]) -> tuple[str, int, int]:
    return cited[0], cited[1].start, cited[1].end


def _cited(found: object) -> Iterator[tuple[str, Evidence]]:
    """Yield all words that a thing of the model, or several in a tuple, cites, each with its version."""
    if isinstance(found, tuple):
        for item in found:
            yield from _cited(item)
    elif isinstance(found, Statement):
        yield found.version, found.claim.evidence
    elif is_dataclass(found):
        evidence, version = getattr(found, "evidence", None), getattr(found, "version", None)
        if isinstance(evidence, Evidence) and isinstance(version, str):
            yield version, evidence
        for field in fields(found):
            yield from _cited(getattr(found, field.name))


def _encoded(found: object) -> bytes:
    return msgspec.json.encode(found, order="deterministic")


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
