"""The board: entries of all ledgers in one place, for what is asked over all productions.

An entry is on a list (what changed, release dates, what outlets said first). A production's entries are made from its
ledger; a sheet of the ledger says that they are there, so that they are up to date exactly where it has that sheet.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, and_, delete, exists, func, insert, select

from setwatch.store.keys import by_outlet
from setwatch.store.ledgers import Ledger, is_newest, keep_sheets
from setwatch.store.places import batched
from setwatch.store.stamps import stamp
from setwatch.store.tables import BOARD, KEYS, LEDGER_KEYS, LEDGERS, READINGS, SHEETS, TOUCHED

SHEET = "board"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: `number` is its place among those of its production, `key` its id.

    `subject`, `about` and `standing` are what a list is asked for by; `said` and `captured` times in UTC.
    """

    production: str
    list: str
    number: int
    key: str
    subject: str | None
    about: str | None
    standing: str | None
    said: datetime
    captured: datetime
    entry: bytes


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries of a list are asked for; None and an empty collection are all. `since` is of the capture."""

    list: str
    productions: Collection[str] | None = None
    subject: str | None = None
    abouts: Collection[str] = ()
    standings: Collection[str] = ()
    since: datetime | None = None


class Board:
    """The board of a store. Every method is one transaction."""

    def __init__(self, engine: Engine, writer: Engine) -> None:
        self._engine = engine
        self._writer = writer

    def put(self, ledger: Ledger, entries: Sequence[Entry]) -> None:
        """Keep the entries of a production in place of those that it had, unless there is a newer ledger by now."""
        with self._writer.begin() as connection:
            if not is_newest(connection, ledger):
                return
            connection.execute(delete(BOARD).where(BOARD.c.production == ledger.production))
            if entries:
                connection.execute(insert(BOARD), [_row(entry) for entry in entries])
            keep_sheets(connection, ledger, {SHEET: b"null"})

    def lacks(self, ledger: Ledger) -> bool:
        """Whether the entries of a ledger are not there."""
        query = select(SHEETS.c.name).where(
            SHEETS.c.production == ledger.production, SHEETS.c.name == SHEET, SHEETS.c.inputs == ledger.inputs
        )
        with self._engine.begin() as connection:
            return connection.scalar(query) is None

    def fresh(self, basis: str) -> frozenset[str]:
        """Return the productions whose entries are of a ledger on this basis, no key of which was touched since."""
        there = and_(SHEETS.c.production == LEDGERS.c.production, SHEETS.c.name == SHEET)
        keys = select(LEDGER_KEYS.c.key).join_from(LEDGER_KEYS, TOUCHED, TOUCHED.c.key == LEDGER_KEYS.c.key)
        later = keys.where(LEDGER_KEYS.c.production == LEDGERS.c.production, TOUCHED.c.serial > LEDGERS.c.serial)
        query = select(LEDGERS.c.production).join_from(LEDGERS, SHEETS, there)
        query = query.where(SHEETS.c.inputs == LEDGERS.c.inputs, LEDGERS.c.basis == basis, ~exists(later))
        with self._engine.begin() as connection:
            return frozenset(connection.scalars(query))

    def untouched(self, since: int) -> frozenset[str]:
        """Return the productions with a ledger that depends on no key that was touched after this serial."""
        query = select(LEDGER_KEYS.c.production).join_from(TOUCHED, LEDGER_KEYS, TOUCHED.c.key == LEDGER_KEYS.c.key)
        with self._engine.begin() as connection:
            there = frozenset(connection.scalars(select(LEDGERS.c.production)))
            return there - frozenset(connection.scalars(query.where(TOUCHED.c.serial > since).distinct()))

    def newest(self, asked: Wanted, limit: int | None = None) -> tuple[Entry, ...]:
        """Return entries, what was said last first."""
        order = (BOARD.c.said.desc(), BOARD.c.captured.desc(), BOARD.c.key.desc(), BOARD.c.production)
        found: list[Entry] = []
        with self._engine.begin() as connection:
            for some in _parts(asked):
                query = select(BOARD).where(*some).order_by(*order).limit(limit)
                found += [_entry(row._mapping) for row in connection.execute(query)]
        return tuple(found)

    def counts(self, subject: str) -> dict[str, int]:
        """Return by list how many entries there are on a subject."""
        query = select(BOARD.c.list, func.count()).where(BOARD.c.subject == subject).group_by(BOARD.c.list)
        with self._engine.begin() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def documents_by(self, outlet: str) -> int:
        """Return how many documents of an outlet are here, however often each was captured."""
        query = select(func.count(READINGS.c.document_id.distinct())).join_from(KEYS, READINGS)
        # Rows of readings are large and lie apart; the index alone tells.
        query = query.with_hint(READINGS, "INDEXED BY ix_readings_digest_document", "sqlite")
        with self._engine.begin() as connection:
            return connection.scalar(query.where(KEYS.c.key == by_outlet(outlet))) or 0


def _parts(asked: Wanted) -> Sequence[Sequence[ColumnElement[bool]]]:
    """Return the conditions of what is asked for, in as many parts as one statement takes values."""
    same = [BOARD.c.list == asked.list]
    if asked.subject is not None:
        same.append(BOARD.c.subject == asked.subject)
    if asked.abouts:
        same.append(BOARD.c.about.in_(asked.abouts))
    if asked.standings:
        same.append(BOARD.c.standing.in_(asked.standings))
    if asked.since is not None:
        same.append(BOARD.c.captured > stamp(asked.since))
    if asked.productions is None:
        return [same]
    return [[*same, BOARD.c.production.in_(some)] for some in batched(asked.productions)]


def _row(entry: Entry) -> dict[str, object]:
    return asdict(entry) | {"said": stamp(entry.said), "captured": stamp(entry.captured)}


def _entry(row: object) -> Entry:
    values = dict(row)  # type: ignore[call-overload]
    times = {name: datetime.fromisoformat(values[name]) for name in ("said", "captured")}
    return Entry(**(values | times))
