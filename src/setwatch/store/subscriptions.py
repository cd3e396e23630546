"""Subscriptions at hubs (WebSub): what was asked for, until when it holds."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, Row, delete, insert, or_, select, update

from setwatch.store.tables import SUBSCRIPTIONS


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed (`source`) whose news a hub pushes. `token` ends the address it pushes to; `secret` signs what it pushes.

    `asked` is when the hub was last asked, `until` when the lease ends that it gave (None: it gave none yet), `refused`
    why it does not.
    """

    token: str
    source: str
    topic: str
    hub: str
    secret: str
    asked: datetime | None = None
    until: datetime | None = None
    refused: str | None = None


class Subscriptions:
    """The subscriptions of a store. Every method is one transaction."""

    def __init__(self, reader: Engine, writer: Engine) -> None:
        """Read and write through the store's engines."""
        self._reader = reader
        self._writer = writer

    def found(self, subscription: Subscription) -> bool:
        """Keep one for a feed that has none at this hub for this topic; return whether it had none."""
        same = (SUBSCRIPTIONS.c.source == subscription.source) & (SUBSCRIPTIONS.c.hub == subscription.hub)
        with self._writer.begin() as connection:
            topic = connection.scalar(select(SUBSCRIPTIONS.c.topic).where(same))
            if topic == subscription.topic:
                return False
            connection.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.source == subscription.source))
            row = {name: getattr(subscription, name) for name in ("token", "source", "topic", "hub", "secret")}
            connection.execute(insert(SUBSCRIPTIONS).values(row))
        return True

    def of(self, token: str) -> Subscription | None:
        """Return the subscription with this token, or None."""
        with self._reader.begin() as connection:
            row = connection.execute(select(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.token == token)).one_or_none()
        return None if row is None else _subscription(row)

    def due(self, asked_before: datetime, ending_before: datetime) -> tuple[Subscription, ...]:
        """Return those that no hub holds beyond a time, and that were not asked for since another."""
        ending = or_(SUBSCRIPTIONS.c.until.is_(None), SUBSCRIPTIONS.c.until < ending_before.isoformat())
        quiet = or_(SUBSCRIPTIONS.c.asked.is_(None), SUBSCRIPTIONS.c.asked < asked_before.isoformat())
        with self._reader.begin() as connection:
            rows = connection.execute(select(SUBSCRIPTIONS).where(ending, quiet).order_by(SUBSCRIPTIONS.c.token)).all()
        return tuple(_subscription(row) for row in rows)

    def all(self) -> tuple[Subscription, ...]:
        """Return all, in the order of the feeds."""
        with self._reader.begin() as connection:
            rows = connection.execute(select(SUBSCRIPTIONS).order_by(SUBSCRIPTIONS.c.source)).all()
        return tuple(_subscription(row) for row in rows)

    def asked(self, token: str, now: datetime, refused: str | None = None) -> None:
        """Write down that the hub was asked, and why it refused if it did."""
        self._note(token, asked=now.isoformat(), refused=refused)

    def held(self, token: str, until: datetime | None, refused: str | None = None) -> None:
        """Write down until when the hub holds it; None: it does not."""
        self._note(token, until=until.isoformat() if until else None, refused=refused)

    def _note(self, token: str, **values: str | None) -> None:
        with self._writer.begin() as connection:
            connection.execute(update(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.token == token).values(values))


def _subscription(row: Row[tuple[object, ...]]) -> Subscription:
    asked, until = (datetime.fromisoformat(t) if t else None for t in (row.asked, row.until))
    return Subscription(row.token, row.source, row.topic, row.hub, row.secret, asked, until, row.refused)
