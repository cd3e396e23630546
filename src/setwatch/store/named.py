"""The titles that documents name, whether or not they are watched: one row a capture, for the newest alone."""

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Engine, delete, insert, select

from setwatch.model import Named
from setwatch.store.places import batched
from setwatch.store.tables import NAMED


class NamedTitles:
    """The titles in the documents of one store. Every method is one transaction."""

    def __init__(self, engine: Engine, writer: Engine) -> None:
        self._engine = engine
        self._writer = writer

    def keep(self, found: Iterable[Named], basis: str) -> None:
        """Keep what documents name in place of what was kept of their captures."""
        rows = [{"digest": each.version, "basis": basis, "named": msgspec.msgpack.encode(each)} for each in found]
        if rows:
            with self._writer.begin() as connection:
                connection.execute(delete(NAMED).where(NAMED.c.digest.in_([row["digest"] for row in rows])))
                connection.execute(insert(NAMED), rows)

    def of(self, digests: Iterable[str], basis: str) -> Iterator[Named]:
        """Yield what these captures name, found on `basis`; those of which nothing is kept are left out."""
        decoder = msgspec.msgpack.Decoder(Named)
        for some in batched(digests):
            query = select(NAMED.c.named).where(NAMED.c.digest.in_(some), NAMED.c.basis == basis)
            with self._engine.begin() as connection:
                rows = connection.scalars(query.order_by(NAMED.c.digest)).all()
            yield from (decoder.decode(row) for row in rows)
