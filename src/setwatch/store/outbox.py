"""The outbox: targets of alerts, and the messages that are on their way to them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import ColumnElement, Engine, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from setwatch.model import Delivery, Means, Message, Rule, State, Target
from setwatch.store.errors import StoreError
from setwatch.store.stamps import stamp
from setwatch.store.tables import OUTBOX, TARGETS


class Outbox:
    """Targets and deliveries. Every method is one transaction.

    A message is kept before it is sent, and marked after it was. Who sends takes deliveries on lease, so that two who
    send at the same time do not send the same one; a lease that ends unmarked (its holder was killed) is taken again.
    """

    def __init__(self, reader: Engine, writer: Engine) -> None:
        """Read and write through the store's engines."""
        self._reader = reader
        self._writer = writer

    def add(self, target: Target) -> None:
        """Keep a target; raises `StoreError` where there is one of its name."""
        row = {
            "name": target.name,
            "means": target.means.value,
            "address": target.address,
            "secret": target.secret,
            "rule": msgspec.json.encode(target.rule),
            "since": target.since.isoformat(),
        }
        try:
            with self._writer.begin() as connection:
                connection.execute(insert(TARGETS).values(row))
        except IntegrityError as error:
            raise StoreError(f"there is a target {target.name!r} already") from error

    def remove(self, name: str) -> bool:
        """Drop a target with all that is on its way to it; return whether there was one."""
        with self._writer.begin() as connection:
            connection.execute(delete(OUTBOX).where(OUTBOX.c.target == name))
            return connection.execute(delete(TARGETS).where(TARGETS.c.name == name)).rowcount > 0

    def targets(self) -> tuple[Target, ...]:
        """Return the targets in the order of their names."""
        with self._reader.begin() as connection:
            rows = connection.execute(select(TARGETS).order_by(TARGETS.c.name)).all()
        return tuple(
            Target(
                row.name,
                Means(row.means),
                row.address,
                row.secret,
                msgspec.json.decode(row.rule, type=Rule),
                datetime.fromisoformat(row.since),
            )
            for row in rows
        )

    def put(self, target: str, messages: Sequence[Message], now: datetime) -> int:
        """Keep those messages for a target that it never had, due at once; return how many these are."""
        with self._writer.begin() as connection:
            if connection.scalar(select(TARGETS.c.name).where(TARGETS.c.name == target)) is None:
                return 0
            had = set(connection.scalars(select(OUTBOX.c.key).where(OUTBOX.c.target == target)))
            new = {message.key: message for message in messages if message.key not in had}
            if new:
                rows = [
                    {
                        "target": target,
                        "key": key,
                        "message": msgspec.json.encode(message),
                        "state": State.PENDING.value,
                        "tries": 0,
                        "due": stamp(now),
                    }
                    for key, message in new.items()
                ]
                connection.execute(insert(OUTBOX), rows)
            return len(new)

    def take(self, now: datetime, lease: timedelta, most: int) -> tuple[Delivery, ...]:
        """Return deliveries that are due, the longest due first, and lease them: nobody else gets them until then."""
        due = (OUTBOX.c.state == State.PENDING.value) & (OUTBOX.c.due <= stamp(now))
        query = select(OUTBOX).where(due).order_by(OUTBOX.c.due, OUTBOX.c.target, OUTBOX.c.key).limit(most)
        with self._writer.begin() as connection:
            rows = connection.execute(query).all()
            for row in rows:
                connection.execute(update(OUTBOX).where(_same(row.target, row.key)).values(due=stamp(now + lease)))
        return tuple(_delivery(row) for row in rows)

    def sent(self, delivery: Delivery, now: datetime) -> None:
        """Mark a delivery as done."""
        self._mark(delivery, state=State.SENT.value, tries=delivery.tries + 1, due=stamp(now), error=None)

    def failed(self, delivery: Delivery, error: str, again: datetime | None) -> None:
        """Mark a try as failed: due `again`, or given up."""
        state = State.FAILED if again is None else State.PENDING
        due = {} if again is None else {"due": stamp(again)}
        self._mark(delivery, state=state.value, tries=delivery.tries + 1, error=error, **due)

    def again(self, target: str, now: datetime) -> int:
        """Make what was given up for a target due again; return how many these are."""
        which = (OUTBOX.c.target == target) & (OUTBOX.c.state == State.FAILED.value)
        with self._writer.begin() as connection:
            new = {"state": State.PENDING.value, "tries": 0, "due": stamp(now)}
            return connection.execute(update(OUTBOX).where(which).values(new)).rowcount

    def deliveries(self, target: str) -> tuple[Delivery, ...]:
        """Return all deliveries to a target, in the order of their keys."""
        query = select(OUTBOX).where(OUTBOX.c.target == target).order_by(OUTBOX.c.key)
        with self._reader.begin() as connection:
            return tuple(_delivery(row) for row in connection.execute(query).all())

    def counts(self) -> dict[str, dict[State, int]]:
        """Return by target how many deliveries are in which state."""
        query = select(OUTBOX.c.target, OUTBOX.c.state, func.count()).group_by(OUTBOX.c.target, OUTBOX.c.state)
        found: dict[str, dict[State, int]] = {}
        with self._reader.begin() as connection:
            for target, state, count in connection.execute(query):
                found.setdefault(target, {})[State(state)] = count
        return found

    def _mark(self, delivery: Delivery, **values: object) -> None:
        with self._writer.begin() as connection:
            same = _same(delivery.target, delivery.message.key)
            connection.execute(update(OUTBOX).where(same).values(values))


def _same(target: str, key: str) -> ColumnElement[bool]:
    return (OUTBOX.c.target == target) & (OUTBOX.c.key == key)


def _delivery(row: Row[tuple[object, ...]]) -> Delivery:
    message = msgspec.json.decode(row.message, type=Message)
    return Delivery(row.target, message, State(row.state), row.tries, datetime.fromisoformat(row.due), row.error)
