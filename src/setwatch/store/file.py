"""The store as a file: examined without changing it, copied while it is written, put back."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from setwatch.store.engine import HEAD
from setwatch.store.errors import StoreError

BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a store while it is open."""
FAULTS = 10
"""Faults that are told of one file; a broken one may have thousands of the same kind."""
NO_STORE = "is no store of Setwatch"


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file is: the newest migration that it has, how many captures it holds, and what is wrong with it."""

    revision: str
    captures: int
    faults: tuple[str, ...]

    @property
    def newer(self) -> bool:
        """Whether a newer program made it."""
        return self.revision > HEAD

    @property
    def older(self) -> bool:
        """Whether it is brought up to date when it is next opened."""
        return self.revision < HEAD


def examine(path: Path, *, deep: bool = False) -> Examined:
    """Return how it stands with the store at `path`, and change nothing; `deep`: hash the bytes of each capture too.

    Raises:
        StoreError: the file is not there, or no store at all.
    """
    with _read(path) as connection:
        try:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or (None,)
            (captures,) = connection.execute("SELECT count(*) FROM captures").fetchone()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path}: {NO_STORE}: {error}") from error
        if not revision:
            raise StoreError(f"{path}: {NO_STORE}: it tells no version")
        return Examined(str(revision), int(captures), tuple(_faults(connection, deep=deep)))


def _faults(connection: sqlite3.Connection, *, deep: bool) -> Iterator[str]:
    try:
        for (told,) in connection.execute(f"PRAGMA integrity_check({FAULTS})"):
            if told != "ok":
                yield str(told)
        for table, row, other, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(FAULTS):
            yield f"row {row} of {table} points to nothing in {other}"
        if deep:
            yield from _changed(connection)
    except sqlite3.DatabaseError as error:
        yield str(error)


def _changed(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield each capture whose bytes are not those that it was kept under."""
    for digest, payload in connection.execute("SELECT digest, payload FROM captures"):
        if hashlib.sha256(payload).hexdigest() != digest:
            yield f"the bytes of capture {digest} have changed"


def back_up(path: Path, target: Path, *, overwrite: bool = False) -> Examined:
    """Copy the store at `path` to `target` as it stands now, whoever writes to it meanwhile; return what was copied.

    The copy is checked before it has its name, so that a file of that name is whole. Only its owner may read it: it
    holds the secrets of alerts.

    Raises:
        StoreError: there is no store, there is something at `target` already, or the copy is not sound.
    """
    if target.exists() and not overwrite:
        raise StoreError(f"{target}: is there already; give another name, or --overwrite")
    with _made_beside(target) as made:
        _copy(path, made)
        found = examine(made)
        if found.faults:
            raise StoreError(f"{path}: is damaged ({found.faults[0]}); see `setwatch doctor`")
        made.replace(target)
    return found


def put_back(backup: Path, path: Path, now: datetime, *, overwrite: bool = False) -> tuple[Examined, Path | None]:
    """Make `path` the store that `backup` holds; return what that is, and where the store lies that was there before.

    What was there is never thrown away, it is laid aside: its captures may be the only copies.

    Raises:
        StoreError: the backup is no sound store or a newer program's, or there is a store and `overwrite` is not
            given, or somebody has it open.
    """
    if path.exists() and not overwrite:
        raise StoreError(f"{path}: is there already; with --overwrite it is laid aside")
    found = examine(backup, deep=True)
    if found.faults:
        raise StoreError(f"{backup}: is damaged ({found.faults[0]}); nothing was changed")
    if found.newer:
        raise StoreError(f"{backup}: was made by a newer Setwatch; update this one")
    with _made_beside(path) as made:
        _copy(backup, made)
        aside = _lay_aside(path, now) if path.exists() else None
        made.replace(path)
    return found, aside


def _lay_aside(path: Path, now: datetime) -> Path:
    """Move a store, sound or not, and what SQLite keeps beside it."""
    aside = path.with_name(f"{path.name}.before-{now:%Y%m%dT%H%M%S}")
    if aside.exists():
        raise StoreError(f"{aside}: is there already; try again in a second")
    _let_go(path)
    path.replace(aside)
    for end in BESIDE:
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + end))
    return aside


def _let_go(path: Path) -> None:
    """Make sure that nobody has a store open, and that all of it is in its one file; a broken one stays as it is."""
    with closing(sqlite3.connect(path, timeout=2.0)) as connection:
        try:
            # In this mode the first access needs the file for itself; any other process that has it open prevents it.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StoreError(f"{path}: is in use; stop `setwatch run` and `setwatch serve` first") from error
        except sqlite3.DatabaseError:
            pass  # what is broken can be laid aside all the same


def _copy(path: Path, target: Path) -> None:
    with _read(path) as source, closing(sqlite3.connect(target)) as copy:
        try:
            source.backup(copy)  # in one step: a snapshot, and no writer has to wait
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path}: cannot be copied to {target.parent}: {error}") from error
    with target.open("rb") as made:
        os.fsync(made.fileno())


@contextmanager
def _read(path: Path) -> Iterator[sqlite3.Connection]:
    if not path.is_file():
        raise StoreError(f"{path}: there is no such file")
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=30.0)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: cannot be opened: {error}") from error
    with closing(connection):
        yield connection


@contextmanager
def _made_beside(target: Path) -> Iterator[Path]:
    """Yield a name beside `target` for what becomes it when it is whole; nothing is left of what does not."""
    made = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield made
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        for end in ("", "-journal", *BESIDE):
            made.with_name(made.name + end).unlink(missing_ok=True)
