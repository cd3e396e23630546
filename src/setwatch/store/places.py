"""Where documents are traced, and what is traced there: one row a document, one a part of a home."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, func, insert, select

from setwatch.model import Part, PartTracing, Place, Reading
from setwatch.store.tables import KEYS, PLACES, READINGS, TRACINGS

VARIABLES = 900
"""Values to a statement; the least that an SQLite in use allows is 999."""

Placer = Callable[[Sequence[Reading]], Place]
"""Returns where a document is traced, by all its versions."""


class Places:
    """Places and the tracings of parts, in one store. Every method is one transaction."""

    def __init__(self, engine: Engine, writer: Engine) -> None:
        self._engine = engine
        self._writer = writer

    def of(self, documents: Iterable[str]) -> dict[str, Place]:
        """Return where these documents are traced, by their ids; those that cannot be read are left out."""
        found: dict[str, Place] = {}
        with self._engine.begin() as connection:
            for some in batched(documents):
                query = select(PLACES.c.document_id, PLACES.c.home, PLACES.c.at).where(PLACES.c.document_id.in_(some))
                found |= {row.document_id: Place(row.home, row.at) for row in connection.execute(query)}
        return found

    def all(self) -> dict[str, Place]:
        """Return where all documents are traced, by their ids."""
        query = select(PLACES.c.document_id, PLACES.c.home, PLACES.c.at)
        with self._engine.begin() as connection:
            return {row.document_id: Place(row.home, row.at) for row in connection.execute(query)}

    def more_than(self, most: int, home: str, start: int, end: int) -> bool:
        """Whether a home has more than `most` documents from `start` up to `end`; looks at no more than that."""
        there = select(PLACES.c.at).where(PLACES.c.home == home, PLACES.c.at >= start, PLACES.c.at < end)
        with self._engine.begin() as connection:
            return (connection.scalar(select(func.count()).select_from(there.limit(most + 1).subquery())) or 0) > most

    def around(self, part: Part, start: int, end: int, most: int) -> tuple[dict[str, str], dict[str, str]]:
        """Return the documents of a part, and those of its margins, each with a digest of its versions.

        The margins reach from `start` and up to `end`, and hold the `most` documents nearest to the part on each side.
        """
        rows = select(PLACES.c.document_id, PLACES.c.versions).where(PLACES.c.home == part.home)
        at, order = PLACES.c.at, (PLACES.c.at, PLACES.c.document_id)
        inside = rows.where(at >= part.start, at < part.end).order_by(*order)
        before = rows.where(at >= start, at < part.start).order_by(*(c.desc() for c in order)).limit(most)
        after = rows.where(at >= part.end, at < end).order_by(*order).limit(most)
        with self._engine.begin() as connection:
            own = {row.document_id: row.versions for row in connection.execute(inside)}
            beside = {row.document_id: row.versions for q in (before, after) for row in connection.execute(q)}
        return own, beside

    def showing(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the ids of the documents of which a version has one of these keys."""
        found: set[str] = set()
        with self._engine.begin() as connection:
            for some in batched(keys):
                query = select(READINGS.c.document_id).join_from(KEYS, READINGS).where(KEYS.c.key.in_(some))
                found |= {document for document in connection.scalars(query) if document is not None}
        return frozenset(found)

    def tracing(self, part: Part, inputs: str) -> PartTracing | None:
        """Return what is traced in a part if it was made from inputs with this digest, or None."""
        query = select(TRACINGS.c.tracing).where(_is(part), TRACINGS.c.inputs == inputs)
        with self._engine.begin() as connection:
            found = connection.scalar(query)
        return None if found is None else msgspec.json.decode(found, type=PartTracing)

    def keep_tracing(self, part: Part, inputs: str, traced: PartTracing) -> None:
        """Keep what is traced in a part, in place of all that overlaps it."""
        row = {"home": part.home, "start": part.start, "size": part.size, "inputs": inputs}
        overlap = (TRACINGS.c.start < part.end, TRACINGS.c.start + TRACINGS.c.size > part.start)
        with self._writer.begin() as connection:
            connection.execute(delete(TRACINGS).where(TRACINGS.c.home == part.home, *overlap))
            connection.execute(insert(TRACINGS).values(**row, tracing=msgspec.json.encode(traced)))

    def keep_only(self, parts: Set[Part]) -> None:
        """Drop the tracings of all other parts."""
        columns = TRACINGS.c.home, TRACINGS.c.start, TRACINGS.c.size
        with self._engine.begin() as connection:
            gone = {Part(*row) for row in connection.execute(select(*columns))} - parts
        if not gone:
            return
        with self._writer.begin() as connection:
            for part in sorted(gone):
                connection.execute(delete(TRACINGS).where(_is(part)))


def put(connection: Connection, documents: Set[str], basis: str, place: Placer, at_hand: Mapping[str, Reading]) -> None:
    """Write where these documents are traced, by all versions of each that were read on `basis`.

    `at_hand` are readings by the digests of their captures, which need not be loaded.
    """
    connection.execute(delete(PLACES).where(PLACES.c.document_id.in_(documents)))
    query = select(READINGS.c.document_id, READINGS.c.digest, READINGS.c.basis)
    query = query.where(READINGS.c.document_id.in_(documents), READINGS.c.reading.is_not(None))
    versions: dict[str, list[Reading]] = defaultdict(list)
    for row in connection.execute(query).all():
        if row.basis == basis:
            versions[row.document_id].append(at_hand.get(row.digest) or _reading(connection, row.digest))
    rows = []
    for document, readings in versions.items():
        found = place(readings)
        digest = hashlib.sha256("\n".join(sorted(r.document.version for r in readings)).encode()).hexdigest()
        rows.append({"document_id": document, "home": found.home, "at": found.at, "versions": digest})
    if rows:
        connection.execute(insert(PLACES), rows)


def _reading(connection: Connection, digest: str) -> Reading:
    found = connection.scalars(select(READINGS.c.reading).where(READINGS.c.digest == digest)).one()
    return msgspec.json.decode(found, type=Reading)


def batched(items: Iterable[str]) -> Iterator[list[str]]:
    """Yield the different ones of `items` in order, as many at a time as one statement takes."""
    iterator = iter(sorted(set(items)))
    while batch := list(islice(iterator, VARIABLES)):
        yield batch


def _is(part: Part) -> ColumnElement[bool]:
    return and_(TRACINGS.c.home == part.home, TRACINGS.c.start == part.start, TRACINGS.c.size == part.size)
