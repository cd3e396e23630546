"""The board: what changed, release dates and how outlets did, over all productions, without a look at their ledgers.

A production's entries are made from its ledger as it came in, before any words are hidden. Where words are hidden, the
entries that are asked for are made again from what may be shown.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TypeVar

import msgspec

from setwatch.desk.ledger import RULES, Ledgers, Stand
from setwatch.desk.shown import veils
from setwatch.desk.upkeep import basis_of
from setwatch.model import Document, Statement, fold
from setwatch.publish.addresses import Addresses
from setwatch.publish.events import Noted, events_of
from setwatch.publish.feeds.items import Item, alarm_items, change_items
from setwatch.publish.outlets import Part, Said, reputes, told
from setwatch.publish.shelf import Shelf
from setwatch.store import Entry, Store, StoreFault, Wanted, names_of

T = TypeVar("T")

NEWS, DATES, TOLD = "news", "dates", "told"
"""The lists besides those of `Part`: changes and alarms, release dates, and which outlet told of which production."""

ALARM = "alarm"
NOWHERE = Addresses("")
"""Items are kept below no address; who shows them says where they are."""
BUSY = 20
"""Documents that are looked at for each production that is wanted of those last told of."""
NEVER = datetime(1, 1, 1, tzinfo=UTC)
"""Lists come in the order of their times: in `TOLD` a second after this stands for each statement."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How an outlet did on a value, with the document that says it (without its words) and what is around the words."""

    said: Said
    document: Document | None
    before: str
    after: str

    def shelf(self) -> Shelf:
        """Return its document as what is published looks it up."""
        evidence, version = self.said.statement.claim.evidence, self.said.statement.version
        sentences = {version: {(evidence.start, evidence.end): (self.before, self.after)}}
        return replace(Shelf.of([self.document] if self.document else []), sentences=sentences)


@dataclass(frozen=True, slots=True)
class Outlet:
    """How an outlet did: its documents, the productions that it told of most, and by part how often and the newest.

    `newest` are the digests of its newest documents, and of newest ones of which it is the byline.
    """

    documents: int
    newest: tuple[str, ...]
    productions: tuple[str, ...]
    counts: dict[Part, int]
    parts: dict[Part, tuple[Shown, ...]]


class Board:
    """The board of a desk; what is not up to date is made when it is asked for. All readings must be up to date."""

    def __init__(self, store: Store, ledgers: Ledgers) -> None:
        self._store, self._ledgers = store, ledgers
        self._basis, self._serial = "", 0
        self._fresh: set[str] = set()
        self._lock = Lock()

    def bring_up(self, name: str) -> bool:
        """Bring a production's ledger and entries up to date; False where another process holds the store."""
        if not self._ledgers.bring_up(name):
            return False
        try:
            self._up([name])
        except StoreFault:
            return False
        return True

    def busiest(self, limit: int) -> tuple[str, ...]:
        """Return the names of the productions of which something was said last, the last first; of some documents."""
        return names_of(self._store.search.newest(BUSY * limit))[:limit]

    def news(
        self,
        productions: Collection[str] | None = None,
        abouts: Collection[str] = (),
        standings: Collection[str] = (),
        since: datetime | None = None,
        limit: int | None = None,
    ) -> tuple[Item, ...]:
        """Return changes and alarms of productions (None: all), what was said last first, below no address.

        `abouts` are names of properties, or `alarm`; `since` is of the capture (UTC). What two ledgers have comes once,
        with the names of both productions.
        """
        asked = Wanted(NEWS, self._names(productions), None, abouts, standings, since)
        entries: dict[str, list[Entry]] = {}
        for entry in self._newest(asked, None if limit is None else 2 * limit):
            entries.setdefault(entry.key, []).append(entry)
        return tuple(map(_item, list(entries.values())[:limit]))

    def alarms(self, productions: Collection[str] | None = None) -> tuple[str, ...]:
        """Return the ids of footage that raised an alarm of productions (None: any), that of the newest alarm first."""
        entries = self._newest(Wanted(NEWS, self._names(productions), None, (ALARM,)), None)
        return tuple(dict.fromkeys(entry.subject for entry in entries if entry.subject is not None))

    def dates(self, productions: Collection[str] | None = None) -> tuple[Noted, ...]:
        """Return the release dates of productions (None: all) as events, by production, in the order of their days."""
        entries = self._newest(Wanted(DATES, self._names(productions)), None)
        ordered = sorted(entries, key=lambda entry: (entry.production, entry.number))
        return tuple(_read(entry, Noted) for entry in ordered)

    def outlet(self, name: str, limit: int, productions: int) -> Outlet:
        """Return how an outlet did over all that it said: of each part the newest `limit`."""
        self._up(self._names(None))
        subject = fold(name)
        counts = self._store.board.counts(subject)
        spoken = self._newest(Wanted(TOLD, None, subject), productions)
        return Outlet(
            self._store.board.documents_by(name),
            self._store.search.versions_of(name, basis_of(self._store.watched()), limit),
            tuple(entry.production for entry in spoken),
            {part: counts.get(part.value, 0) for part in Part},
            {
                part: tuple(_read(entry, Shown) for entry in self._newest(Wanted(part.value, None, subject), limit))
                for part in Part
            },
        )

    def _names(self, productions: Collection[str] | None) -> Collection[str]:
        return [p.name for p in self._store.watched()] if productions is None else productions

    def _newest(self, asked: Wanted, limit: int | None) -> tuple[Entry, ...]:
        names = self._names(asked.productions)
        self._up(names)
        if len(names) == len(self._store.watched()):
            asked = replace(asked, productions=None)
        found = self._store.board.newest(asked, limit)
        return tuple(self._veiled(found)) if found and veils(self._store) else found

    def _veiled(self, found: Iterable[Entry]) -> Iterator[Entry]:
        """Yield entries with the words hidden that are to be hidden."""
        anew: dict[str, dict[tuple[str, int], Entry]] = {}
        for entry in found:
            name = entry.production
            if name not in anew:
                anew[name] = {(e.list, e.number): e for e in _entries(self._ledgers.stand(name))}
            if (made := anew[name].get((entry.list, entry.number))) is not None:
                yield replace(entry, entry=made.entry)

    def _up(self, names: Iterable[str]) -> None:
        """Bring the entries of these productions up to date."""
        basis = f"{RULES} {basis_of(self._store.watched())}"
        with self._lock:
            serial = self._store.ledgers.serial()
            if basis != self._basis:
                self._fresh = set(self._store.board.fresh(basis))
            elif serial != self._serial:
                self._fresh &= self._store.board.untouched(self._serial)
            self._basis, self._serial = basis, serial
            missing = [name for name in names if name not in self._fresh]
        for name in missing:
            ledger = self._ledgers.ledger(name)
            if self._store.board.lacks(ledger):
                self._store.board.put(ledger, tuple(_entries(self._ledgers.stand(name, plain=True))))
            with self._lock:
                self._fresh.add(name)


def _entries(stand: Stand) -> Iterator[Entry]:
    yield from _numbered(_news(stand))
    yield from _numbered(_dates(stand))
    yield from _numbered(_outlets(stand))


def _numbered(entries: Iterable[Entry]) -> Iterator[Entry]:
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.list] = number = counts.get(entry.list, -1) + 1
        yield replace(entry, number=number)


def _news(stand: Stand) -> Iterator[Entry]:
    for item in change_items(stand.changes, stand.record, stand.shelf, NOWHERE):
        yield _of_item(stand, item, None)
    for piece in stand.alarms:
        for item in alarm_items((piece,), stand.shelf, NOWHERE):
            yield _of_item(stand, item, piece.footage_id)


def _of_item(stand: Stand, item: Item, subject: str | None) -> Entry:
    about = item.prop.value if item.prop else ALARM
    standing = item.standing.value if item.standing else None
    made, name = msgspec.json.encode(item), stand.record.production
    return Entry(name, NEWS, 0, item.key, subject, about, standing, item.said, item.captured, made)


def _dates(stand: Stand) -> Iterator[Entry]:
    for event in events_of(stand.record, stand.changes):
        made = msgspec.json.encode(Noted.of(event, stand.shelf))
        captured, standing = event.cited.captured, event.value.standing.value
        yield Entry(stand.record.production, DATES, 0, "", None, None, standing, event.said, captured, made)


def _outlets(stand: Stand) -> Iterator[Entry]:
    name = stand.record.production
    for outlet, count in told(stand.record).items():
        yield Entry(name, TOLD, 0, "", outlet, None, None, NEVER + timedelta(seconds=count), NEVER, b"")
    for outlet, part, said in reputes(stand.record):
        statement = said.statement
        made = msgspec.json.encode(_shown(said, stand.shelf))
        about, standing = said.value.property.value, said.value.standing.value
        when = statement.said.not_after or statement.captured
        yield Entry(name, part.value, 0, "", outlet, about, standing, when, statement.captured, made)


def _shown(said: Said, shelf: Shelf) -> Shown:
    statement: Statement = said.statement
    before, _, after = shelf.sentence(statement.claim.evidence, statement.version)
    document = shelf.versions.get(statement.version)
    bare = replace(document, text="", posts=(), links=()) if document else None
    return Shown(replace(said, value=replace(said.value, statements=(), documents=())), bare, before, after)


def _item(entries: Sequence[Entry]) -> Item:
    """Return the item that ledgers have in common, with the productions besides its own that it concerns."""
    item = _read(entries[0], Item)
    also = {entry.production for entry in entries} - {item.production}
    return replace(item, key=entries[0].key, also=tuple(sorted(also)))


def _read(entry: Entry, kind: type[T]) -> T:
    return msgspec.json.decode(entry.entry, type=kind)
