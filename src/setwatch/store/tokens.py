"""Tokens of the API: their hashes, and to whom they were given. The tokens themselves are kept nowhere."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import IntegrityError

from setwatch.store.errors import StoreError
from setwatch.store.tables import TOKENS


@dataclass(frozen=True, slots=True)
class Token:
    """Who was given a token, when, and whether it may write."""

    name: str
    made: datetime
    writes: bool


class Tokens:
    """The tokens of a store, each under the SHA-256 of what its holder shows."""

    def __init__(self, reader: Engine, writer: Engine) -> None:
        """Read and write through the store's engines."""
        self._reader = reader
        self._writer = writer

    def add(self, token: Token, digest: str) -> None:
        """Keep a token; raises `StoreError` where there is one of its name."""
        row = {"name": token.name, "digest": digest, "made": token.made.isoformat(), "writes": token.writes}
        try:
            with self._writer.begin() as connection:
                connection.execute(insert(TOKENS).values(row))
        except IntegrityError as error:
            raise StoreError(f"there is a token {token.name!r} already") from error

    def revoke(self, name: str) -> bool:
        """Drop a token; return whether there was one."""
        with self._writer.begin() as connection:
            return connection.execute(delete(TOKENS).where(TOKENS.c.name == name)).rowcount > 0

    def all(self) -> tuple[Token, ...]:
        """Return the tokens in the order of their names."""
        with self._reader.begin() as connection:
            rows = connection.execute(select(TOKENS).order_by(TOKENS.c.name)).all()
        return tuple(Token(row.name, datetime.fromisoformat(row.made), row.writes) for row in rows)

    def with_digest(self, digest: str) -> Token | None:
        """Return the token with this hash, or None."""
        with self._reader.begin() as connection:
            row = connection.execute(select(TOKENS).where(TOKENS.c.digest == digest)).one_or_none()
        return None if row is None else Token(row.name, datetime.fromisoformat(row.made), row.writes)
