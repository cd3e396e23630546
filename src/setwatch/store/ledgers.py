"""Ledgers: what is derived of one production and kept, so that an answer need not look at its documents.

A ledger depends on keys: of readings, of homes, of decisions. Whoever changes what a key stands for touches it, in the
same transaction; a ledger is up to date while none of its keys was touched since it was begun.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from setwatch.store.keys import DECIDED, told_of
from setwatch.store.places import batched
from setwatch.store.pulse import Pulse
from setwatch.store.tables import KEYS, LEDGER_KEYS, LEDGERS, PLACES, READINGS, SHEETS, TOUCHED


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a ledger was made from: `inputs` is a digest of it, `serial` when it was begun."""

    production: str
    basis: str
    inputs: str
    serial: int


class Ledgers:
    """The ledgers of a store, each in sheets. Every method is one transaction."""

    def __init__(self, engine: Engine, writer: Engine, pulse: Pulse) -> None:
        self._engine = engine
        self._writer = writer
        self._pulse = pulse

    def serial(self) -> int:
        """Return a number that grows whenever a key is touched."""
        return self._pulse.while_same("serial", self._serial_now)

    def _serial_now(self) -> int:
        with self._engine.begin() as connection:
            return _serial(connection)

    def last(self, production: str) -> tuple[Ledger | None, bool]:
        """Return the ledger of a production, None where there is none, and whether no key of it was touched since."""
        query = select(LEDGERS).where(LEDGERS.c.production == production)
        with self._engine.begin() as connection:
            row = connection.execute(query).one_or_none()
            if row is None:
                return None, False
            found = Ledger(row.production, row.basis, row.inputs, row.serial)
            keys = select(LEDGER_KEYS.c.key).where(LEDGER_KEYS.c.production == production)
            later = select(TOUCHED.c.key).where(TOUCHED.c.serial > found.serial, TOUCHED.c.key.in_(keys)).limit(1)
            return found, connection.scalar(later) is None

    def holding(self, key: str) -> tuple[str, ...]:
        """Return the productions whose ledgers have this key, in the order of their names."""
        query = select(LEDGER_KEYS.c.production).where(LEDGER_KEYS.c.key == key)
        with self._engine.begin() as connection:
            return tuple(sorted(connection.scalars(query)))

    def sheet(self, ledger: Ledger, name: str) -> bytes | None:
        """Return one sheet of a ledger if it was made from the same, or None."""
        query = select(SHEETS.c.sheet).where(
            SHEETS.c.production == ledger.production, SHEETS.c.name == name, SHEETS.c.inputs == ledger.inputs
        )
        with self._engine.begin() as connection:
            return connection.scalar(query)

    def begin(self, ledger: Ledger, keys: Iterable[str], sheets: dict[str, bytes]) -> None:
        """Keep a ledger with the sheets that come with it; of an older one, sheets of the same inputs stay."""
        same = LEDGERS.c.production == ledger.production
        with self._writer.begin() as connection:
            old = connection.scalar(select(LEDGERS.c.inputs).where(same))
            if old is not None and old != ledger.inputs:
                connection.execute(delete(SHEETS).where(SHEETS.c.production == ledger.production))
            row = {"basis": ledger.basis, "inputs": ledger.inputs, "serial": ledger.serial}
            if old is None:
                connection.execute(insert(LEDGERS).values(production=ledger.production, **row))
            else:
                connection.execute(update(LEDGERS).where(same).values(**row))
            _keep_keys(connection, ledger.production, frozenset(keys))
            keep_sheets(connection, ledger, sheets)

    def add(self, ledger: Ledger, sheets: dict[str, bytes]) -> None:
        """Keep more sheets of a ledger, unless there is a newer one of it by now."""
        with self._writer.begin() as connection:
            if is_newest(connection, ledger):
                keep_sheets(connection, ledger, sheets)


def is_newest(connection: Connection, ledger: Ledger) -> bool:
    """Whether there is no newer ledger of its production by now."""
    same = (LEDGERS.c.production == ledger.production, LEDGERS.c.inputs == ledger.inputs)
    return connection.scalar(select(LEDGERS.c.production).where(*same)) is not None


def _keep_keys(connection: Connection, production: str, keys: frozenset[str]) -> None:
    mine = LEDGER_KEYS.c.production == production
    there = set(connection.scalars(select(LEDGER_KEYS.c.key).where(mine)))
    for some in batched(there - keys):
        connection.execute(delete(LEDGER_KEYS).where(mine, LEDGER_KEYS.c.key.in_(some)))
    if new := sorted(keys - there):
        connection.execute(insert(LEDGER_KEYS), [{"key": key, "production": production} for key in new])


def keep_sheets(connection: Connection, ledger: Ledger, sheets: dict[str, bytes]) -> None:
    """Keep sheets of a ledger in place of those of the same names."""
    if not sheets:
        return
    mine = (SHEETS.c.production == ledger.production, SHEETS.c.name.in_(list(sheets)))
    connection.execute(delete(SHEETS).where(*mine))
    same = {"production": ledger.production, "inputs": ledger.inputs}
    connection.execute(insert(SHEETS), [{**same, "name": name, "sheet": sheet} for name, sheet in sheets.items()])


def touch(connection: Connection, keys: Iterable[str]) -> None:
    """Say that what these keys stand for is another one now."""
    found = sorted(set(keys))
    serial = _serial(connection) + 1
    for some in batched(found):
        connection.execute(delete(TOUCHED).where(TOUCHED.c.key.in_(some)))
    if found:
        connection.execute(insert(TOUCHED), [{"key": key, "serial": serial} for key in found])


def touch_decided(connection: Connection) -> None:
    """Say that people decided something."""
    touch(connection, [DECIDED])


def keys_at(connection: Connection, digests: Sequence[str]) -> frozenset[str]:
    """Return the keys that ledgers may depend on for the readings of these captures, and for where they are traced."""
    found: set[str] = set()
    for some in batched(digests):
        found.update(filter(told_of, connection.scalars(select(KEYS.c.key).where(KEYS.c.digest.in_(some)))))
        traced = select(PLACES.c.home).join_from(READINGS, PLACES, PLACES.c.document_id == READINGS.c.document_id)
        homes = connection.scalars(traced.where(READINGS.c.digest.in_(some)).distinct())
        found.update(home_of(home) for home in homes)
    return frozenset(found)


def home_of(home: str) -> str:
    """Return the key of what is traced in a home."""
    return f"home {home}"


def _serial(connection: Connection) -> int:
    return connection.scalar(select(func.max(TOUCHED.c.serial))) or 0
