"""Whether anything in the file has changed."""

from threading import Lock

from sqlalchemy import Engine, PoolProxiedConnection


class Pulse:
    """A number that is another one after every change of the file, whoever made it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: PoolProxiedConnection | None = None
        self._lock = Lock()

    def __call__(self) -> int:
        """Return the number. It tells changes apart within one opening of the store alone.

        SQLite counts the commits of all other connections (`PRAGMA data_version`); this one commits nothing.
        """
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
            cursor = self._connection.cursor()
            try:
                cursor.execute("PRAGMA data_version")
                row = cursor.fetchone()
                return int(row[0]) if row else 0
            finally:
                cursor.close()

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
