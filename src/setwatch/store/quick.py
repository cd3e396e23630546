"""What is run at every request to the network: plain statements, without what SQLAlchemy does around each."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import OperationalError


class Quick:
    """One connection, held until it is closed; one thread uses it at a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: PoolProxiedConnection | None = None
        self._lock = Lock()

    def rows(self, statement: str, values: tuple[object, ...]) -> list[Any]:
        """Return what a query finds; raises `StoreFault` where the store fails."""
        with self._cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall())

    @contextmanager
    def writing(self) -> Iterator[DBAPICursor]:
        """Give a cursor in a transaction that writes: all of it or nothing; raises `StoreFault` where it fails."""
        with self._cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                yield cursor
                cursor.execute("COMMIT")
            except BaseException:
                cursor.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _cursor(self) -> Iterator[DBAPICursor]:
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
            try:
                with closing(self._connection.cursor()) as cursor:
                    yield cursor
            except self._engine.dialect.loaded_dbapi.Error as error:
                raise OperationalError("a statement of the store", None, error) from error
