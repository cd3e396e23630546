"""What is kept and asked for: captures, watched productions, readings, tracings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Table, and_, delete, func, insert, or_, select, update

from setwatch.model import Capture, Decision, MediaPrint, Production, Reading, Refusal, Vitals
from setwatch.store.board import Board
from setwatch.store.captures import keep
from setwatch.store.engine import open_engine, writer
from setwatch.store.evidence import check
from setwatch.store.keys import READ, WATCHED, keys_of
from setwatch.store.ledgers import Ledgers, keys_at, touch, touch_decided
from setwatch.store.media import Media
from setwatch.store.named import NamedTitles
from setwatch.store.outbox import Outbox
from setwatch.store.places import Placer, Places, batched, put
from setwatch.store.pulse import Pulse
from setwatch.store.search import Search, put_in
from setwatch.store.settings import Settings
from setwatch.store.sources import Sources
from setwatch.store.subscriptions import Subscriptions
from setwatch.store.tables import (
    BOARD,
    CAPTURES,
    KEYS,
    LEDGER_KEYS,
    LEDGERS,
    NAMED,
    PLACES,
    PRINTS,
    PRODUCTIONS,
    READINGS,
    SHEETS,
    TOUCHED,
    TRACINGS,
    UNREAD,
)
from setwatch.store.tokens import Tokens
from setwatch.store.vitals import vitals_of

_MEDIA = or_(CAPTURES.c.media_type.like("image/%"), CAPTURES.c.media_type.like("video/%"))
_DECISION = CAPTURES.c.media_type == Decision.MEDIA_TYPE


class Store:
    """One store. Every method is one transaction: a process killed inside it has done all of it or nothing."""

    def __init__(self, path: Path) -> None:
        """Open or make the store at `path`; raises `StoreError` where the file cannot serve as one."""
        self.path = path
        self._engine = open_engine(path)
        self._writer = writer(self._engine)
        self._watched: tuple[int | None, tuple[Production, ...]] | None = None
        self.sources = Sources(self._engine, self._writer)
        self.search = Search(self._engine)
        self.pulse = Pulse(self._engine)
        self.places = Places(self._engine, self._writer)
        self.media = Media(self._engine)
        self.ledgers = Ledgers(self._engine, self._writer, self.pulse)
        self.board = Board(self._engine, self._writer)
        self.named = NamedTitles(self._engine, self._writer)
        self.outbox = Outbox(self._engine, self._writer)
        self.subscriptions = Subscriptions(self._engine, self._writer)
        self.settings = Settings(self._engine, self._writer)
        self.tokens = Tokens(self._engine, self._writer)

    def close(self) -> None:
        """Let go of the file."""
        self.pulse.close()
        self.sources.close()
        self._engine.dispose()

    def vitals(self, now: datetime) -> Vitals:
        """Return how much there is, and how it keeps up at a time (UTC)."""
        return vitals_of(self._engine, now)

    def keep_captures(self, captures: Sequence[Capture]) -> frozenset[str]:
        """Keep those captures that are not there and return their digests. Of equal ones, the first stays."""
        with self._writer.begin() as connection:
            new = keep(connection, captures)
            if any(c.media_type == Decision.MEDIA_TYPE for c in captures if c.digest in new):
                touch_decided(connection)
            return new

    def capture(self, digest: str) -> Capture:
        """Return the capture with this SHA-256; raises `KeyError` where there is none."""
        with self._engine.begin() as connection:
            row = connection.execute(select(CAPTURES).where(CAPTURES.c.digest == digest)).one_or_none()
        if row is None:
            raise KeyError(digest)
        return _capture(row)

    def captures(self) -> Iterator[Capture]:
        """Yield all captures in the order of their digests, one at a time; those that come in meanwhile may be left."""
        with self._engine.begin() as connection:
            digests = connection.scalars(select(CAPTURES.c.digest).order_by(CAPTURES.c.digest)).all()
        return (self.capture(digest) for digest in digests)

    def decisions(self) -> tuple[Capture, ...]:
        """Return the captures that are decisions, in the order of their digests."""
        return self.pulse.while_same("decisions", self._decisions_now)

    def _decisions_now(self) -> tuple[Capture, ...]:
        with self._engine.begin() as connection:
            rows = connection.execute(select(CAPTURES).where(_DECISION).order_by(CAPTURES.c.digest)).all()
        return tuple(_capture(row) for row in rows)

    def origins(self, digests: Iterable[str] | None = None) -> dict[str, str]:
        """Return the origin of each of these captures (None: of all) by its digest."""
        query = select(CAPTURES.c.digest, CAPTURES.c.origin)
        some = [query] if digests is None else [query.where(CAPTURES.c.digest.in_(b)) for b in batched(digests)]
        with self._engine.begin() as connection:
            return {row.digest: row.origin for one in some for row in connection.execute(one)}

    def watch(self, productions: Iterable[Production], since: datetime) -> None:
        """Watch these productions; one that is watched already gets its new aliases, franchise and kind."""
        with self._writer.begin() as connection:
            for production in productions:
                details = msgspec.json.encode(production)
                same = PRODUCTIONS.c.name == production.name
                if connection.execute(update(PRODUCTIONS).where(same).values(details=details)).rowcount == 0:
                    row = {"name": production.name, "details": details, "watched": since.isoformat()}
                    connection.execute(insert(PRODUCTIONS).values(row))
            touch(connection, [WATCHED])

    def watched(self) -> tuple[Production, ...]:
        """Return the watched productions in the order of their names; the same tuple while they are the same."""
        return self.pulse.while_same("watched", self._watched_now)

    def _watched_now(self) -> tuple[Production, ...]:
        with self._engine.begin() as connection:
            serial = connection.scalar(select(TOUCHED.c.serial).where(TOUCHED.c.key == WATCHED))
            if self._watched is None or serial is None or self._watched[0] != serial:
                rows = connection.scalars(select(PRODUCTIONS.c.details).order_by(PRODUCTIONS.c.name))
                self._watched = serial, tuple(msgspec.json.decode(details, type=Production) for details in rows)
        return self._watched[1]

    def pending(self, basis: str) -> tuple[str, ...]:
        """Return the digests of documents without a reading that was derived on `basis`, in order."""
        return self._pending(READINGS, basis, and_(~_MEDIA, ~_DECISION))

    def pending_prints(self, basis: str) -> tuple[str, ...]:
        """Return the digests of pictures and video without a fingerprint that was made on `basis`, in order."""
        return self._pending(PRINTS, basis, _MEDIA)

    def _pending(self, derived: Table, basis: str, kind: ColumnElement[bool]) -> tuple[str, ...]:
        unread = select(CAPTURES.c.digest).where(CAPTURES.c.digest.in_(select(UNREAD.c.digest)), kind)
        stale = select(derived.c.digest).where(derived.c.basis != basis)
        ends = (select(end(derived.c.basis)) for end in (func.min, func.max))
        with self._engine.begin() as connection:
            found = set(connection.scalars(unread))
            # The first and the last of an index cost nothing, however many rows there are.
            if any(connection.scalar(end) not in (None, basis) for end in ends):
                found |= set(connection.scalars(stale))
        return tuple(sorted(found))

    def keep_print(self, digest: str, basis: str, found: MediaPrint | Refusal) -> None:
        """Keep the fingerprint of a capture, or why there is none, in place of what it had."""
        refused = found.reason if isinstance(found, Refusal) else None
        made = None if isinstance(found, Refusal) else msgspec.msgpack.encode(found)
        with self._writer.begin() as connection:
            connection.execute(delete(PRINTS).where(PRINTS.c.digest == digest))
            connection.execute(delete(UNREAD).where(UNREAD.c.digest == digest))
            connection.execute(insert(PRINTS).values(digest=digest, basis=basis, print=made, refused=refused))

    def prints(self, basis: str) -> dict[str, MediaPrint]:
        """Return the fingerprints made on `basis` by the digest of their captures."""
        query = select(PRINTS.c.digest, PRINTS.c.print).where(PRINTS.c.basis == basis, PRINTS.c.print.is_not(None))
        with self._engine.begin() as connection:
            rows = connection.execute(query.order_by(PRINTS.c.digest)).all()
        decoder = msgspec.msgpack.Decoder(MediaPrint)
        return {digest: decoder.decode(made) for digest, made in rows}

    def whereabouts(self, digest: str) -> tuple[str, str | None, datetime]:
        """Return where a capture came from, its address, and when it was captured, without its bytes."""
        query = select(CAPTURES.c.origin, CAPTURES.c.url, CAPTURES.c.captured).where(CAPTURES.c.digest == digest)
        with self._engine.begin() as connection:
            origin, url, captured = connection.execute(query).one()
        return origin, url, datetime.fromisoformat(captured)

    def keep_reading(self, reading: Reading, basis: str) -> None:
        """Keep a reading in place of the one that its capture had.

        Raises:
            EvidenceError: a quote in it does not stand in its document's text.
        """
        self.keep_derived([reading], [], basis)

    def keep_derived(
        self,
        readings: Sequence[Reading],
        refused: Sequence[tuple[str, str]],
        basis: str,
        place: Placer | None = None,
    ) -> None:
        """Keep readings, and for captures that could not be read (by digest) why; raises as `keep_reading`.

        `place` tells from all versions of a document where it is traced; without it, it is not.
        """
        for reading in readings:
            check(reading)
        digests = [*(reading.document.version for reading in readings), *(digest for digest, _ in refused)]
        with self._writer.begin() as connection:
            before = connection.scalars(select(READINGS.c.document_id).where(READINGS.c.digest.in_(digests)))
            documents = {document for document in before if document is not None}
            documents |= {reading.document.document_id for reading in readings}
            changed = {*keys_at(connection, digests)}
            for reading in readings:
                row = {"document_id": reading.document.document_id, "reading": msgspec.json.encode(reading)}
                digest = reading.document.version
                _replace(connection, digest, basis, row)
                connection.execute(insert(KEYS), [{"key": key, "digest": digest} for key in sorted(keys_of(reading))])
                put_in(connection, reading)
            for digest, reason in refused:
                _replace(connection, digest, basis, {"refused": reason})
            connection.execute(delete(UNREAD).where(UNREAD.c.digest.in_(digests)))
            if place is not None:
                put(connection, documents, basis, place, {r.document.version: r for r in readings})
            touch(connection, changed | keys_at(connection, digests) | {READ})

    def place_again(self, documents: Set[str], basis: str, place: Placer) -> None:
        """Write anew where these documents are traced."""
        with self._writer.begin() as connection:
            digests = connection.scalars(select(READINGS.c.digest).where(READINGS.c.document_id.in_(documents))).all()
            before = keys_at(connection, digests)
            put(connection, documents, basis, place, {})
            touch(connection, before | keys_at(connection, digests))

    def readings(self, basis: str) -> Iterator[Reading]:
        """Yield the readings derived on `basis`, in the order of their captures' digests."""
        query = select(READINGS.c.reading).where(READINGS.c.basis == basis, READINGS.c.reading.is_not(None))
        with self._engine.begin() as connection:
            rows = connection.scalars(query.order_by(READINGS.c.digest)).all()
        decoder = msgspec.json.Decoder(Reading)
        return (decoder.decode(row) for row in rows)

    def readings_of(self, basis: str, digests: Sequence[str]) -> tuple[Reading, ...]:
        """Return the readings of these captures derived on `basis`, in the order of the digests."""
        return self._readings(basis, READINGS.c.digest.in_(digests))

    def readings_of_documents(self, basis: str, document_ids: Iterable[str]) -> tuple[Reading, ...]:
        """Return the readings of these documents, all versions of each, in the order of the digests."""
        found = (r for ids in batched(document_ids) for r in self._readings(basis, READINGS.c.document_id.in_(ids)))
        return tuple(sorted(found, key=lambda reading: reading.document.version))

    def readings_with(self, basis: str, *keys: str) -> tuple[Reading, ...]:
        """Return the readings of documents of which a version has one of these keys, in the order of the digests.

        All versions of such a document are among them: what an older one leaves out tells when a newer one said it.
        """
        having = select(READINGS.c.document_id).join_from(KEYS, READINGS).where(KEYS.c.key.in_(keys))
        return self._readings(basis, READINGS.c.document_id.in_(having))

    def _readings(self, basis: str, which: ColumnElement[bool]) -> tuple[Reading, ...]:
        query = select(READINGS.c.reading, READINGS.c.basis).where(which, READINGS.c.reading.is_not(None))
        with self._engine.begin() as connection:
            rows = connection.execute(query.order_by(READINGS.c.digest)).all()
        decoder = msgspec.json.Decoder(Reading)
        # Asked for in SQL, the basis would be looked up first, and nearly all rows have the same.
        return tuple(decoder.decode(row.reading) for row in rows if row.basis == basis)

    def refused(self, basis: str) -> tuple[Refusal, ...]:
        """Return the captures that could not be read on `basis`, with their origin and why."""
        query = select(CAPTURES.c.origin, READINGS.c.refused).join_from(READINGS, CAPTURES)
        query = query.where(READINGS.c.basis == basis, READINGS.c.refused.is_not(None)).order_by(READINGS.c.digest)
        with self._engine.begin() as connection:
            return tuple(Refusal(origin, reason) for origin, reason in connection.execute(query))

    def drop_derived(self) -> None:
        """Drop all readings, tracings and fingerprints; captures and what is watched stay."""
        with self._writer.begin() as connection:
            for table in (BOARD, SHEETS, LEDGER_KEYS, LEDGERS, TRACINGS, PLACES, KEYS, NAMED, READINGS, PRINTS, UNREAD):
                connection.execute(delete(table))
            connection.execute(insert(UNREAD).from_select(["digest"], select(CAPTURES.c.digest).where(~_DECISION)))


def _replace(connection: Connection, digest: str, basis: str, row: Mapping[str, object]) -> None:
    connection.execute(delete(READINGS).where(READINGS.c.digest == digest))
    connection.execute(insert(READINGS).values(digest=digest, basis=basis, **row))


def _capture(row: Row[tuple[object, ...]]) -> Capture:
    time = datetime.fromisoformat(row.captured)
    headers = msgspec.json.decode(row.headers, type=tuple[tuple[str, str], ...]) if row.headers else ()
    return Capture(row.digest, row.payload, row.media_type, time, row.url, row.origin, headers)
