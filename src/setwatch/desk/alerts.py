"""Alerts of one desk: what is new goes into the outbox, what is due goes out."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from setwatch.desk.desk import Desk
from setwatch.model import Delivery, Message, Target
from setwatch.publish.addresses import Addresses
from setwatch.publish.alerts import Outcome, deliver, message_of, next_try, wanted
from setwatch.publish.feeds.items import placed

LEASE = timedelta(minutes=5)
"""How long a delivery is in the hands of one who sends: longer than any one try can take."""

Deliver = Callable[[Target, Message, datetime], Outcome]


@dataclass(frozen=True, slots=True)
class SendSummary:
    """What a sending did: messages that are new in the outbox, sent, to be tried again, given up."""

    queued: int
    sent: int
    again: int
    given_up: int


def queue_alerts(desk: Desk, addresses: Addresses, now: datetime) -> int:
    """Put into the outbox what targets are to be told and never were; return how many messages that are."""
    targets = desk.outbox.targets()
    if not targets:
        return 0
    since = min(target.since for target in targets)
    items = [placed(item, addresses) for item in desk.board.news(since=since)]
    franchises = {production.name: production.franchise for production in desk.watched()}
    return sum(
        desk.outbox.put(target.name, [message_of(item) for item in wanted(target, items, franchises)], now)
        for target in targets
    )


def send_alerts(
    desk: Desk,
    addresses: Addresses,
    clock: Callable[[], datetime],
    tell: Deliver = deliver,
    jitter: Callable[[], float] = random.random,
    *,
    queue: bool = True,
    stopped: Callable[[], bool] = lambda: False,
) -> SendSummary:
    """Queue what is new, then send what is due, one by one, each marked as soon as it is known how it went.

    Without `queue` nothing new is looked for; once `stopped` says so no more is begun.

    Raises:
        ImportError: a target is Apprise's, and the `alerts` extra is not installed; nothing of it is lost.
    """
    queued = queue_alerts(desk, addresses, clock()) if queue else 0
    targets = {target.name: target for target in desk.outbox.targets()}
    sent = again = given_up = 0
    while not stopped() and (taken := desk.outbox.take(clock(), LEASE, 1)):
        delivery = taken[0]
        outcome = tell(targets[delivery.target], delivery.message, clock())
        if outcome.error is None:
            desk.outbox.sent(delivery, clock())
            sent += 1
        elif _put_off(desk, delivery, outcome, clock(), jitter()):
            again += 1
        else:
            given_up += 1
    return SendSummary(queued, sent, again, given_up)


def _put_off(desk: Desk, delivery: Delivery, outcome: Outcome, now: datetime, jitter: float) -> bool:
    wait = None if outcome.gone else next_try(delivery.tries + 1, jitter, outcome.asked)
    desk.outbox.failed(delivery, outcome.error or "", now + wait if wait else None)
    return wait is not None
