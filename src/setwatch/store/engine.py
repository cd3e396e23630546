"""Opening the file: pragmas, transactions, migrations."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from setwatch.store.errors import StoreError

HEAD = "0015"
"""The newest migration; a store that has it is opened without asking Alembic."""

PRAGMAS = ("busy_timeout = 30000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
"""WAL: a transaction is in the file whole or not at all, whenever the process dies, and readers do not wait.
FULL and not NORMAL: a capture may be the only copy there is, and must outlive a power cut too; adds commit in batches,
so the extra flushes are few. 30 s: longer than any transaction that another process may be in."""

MIGRATIONS = Path(__file__).with_name("migrations")


def open_engine(path: Path) -> Engine:
    """Return an engine over the store at `path`, made with its folder where absent, migrated to the newest shape.

    Raises:
        StoreError: the file is no SQLite database, another program's, newer than this program, or not writable.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: the folder cannot be made: {error.strerror}") from error
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        _migrate(engine, path)
    except DatabaseError as error:
        engine.dispose()
        raise StoreError(f"{path}: is no store of Setwatch, or cannot be opened: {error.orig}") from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def writer(engine: Engine) -> Engine:
    """Return the engine for transactions that write: they take their lock at once, so that none fails half way."""
    return engine.execution_options(writes=True)


def _prepare(connection: Any, record: object) -> None:
    del record
    connection.isolation_level = None  # the driver begins no transaction of its own; `_begin` does
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine, path: Path) -> None:
    with engine.begin() as connection:
        if _revision(connection, path) == HEAD:
            return
    with writer(engine).begin() as connection:
        revision = _revision(connection, path)
        if revision == HEAD:
            return
        if revision is not None and revision > HEAD:
            raise StoreError(f"{path}: was made by a newer Setwatch; update this one")
        # Alembic is needed for a new or an old store alone, and takes long to import.
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection, path: Path) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables and "captures" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StoreError(f"{path}: is another program's database, not a store of Setwatch")
    return None
