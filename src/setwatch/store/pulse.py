"""Whether anything in the file has changed."""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from sqlalchemy import Engine, PoolProxiedConnection

T = TypeVar("T")


class Pulse:
    """A number that is another one after every change of the file, whoever made it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: PoolProxiedConnection | None = None
        self._lock = Lock()
        self._kept: dict[str, tuple[int, object]] = {}

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

    def while_same(self, name: str, load: Callable[[], T]) -> T:
        """Return what `load` returns, kept under `name` while nothing in the file changes."""
        now = self()
        kept = self._kept.get(name)
        if kept is not None and kept[0] == now:
            found: T = kept[1]  # type: ignore[assignment]
            return found
        found = load()
        self._kept[name] = now, found  # asked for before it was loaded: what changes meanwhile is seen next time
        return found

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
