"""Alerts sent while a desk follows: after each round that changed something, and again where a try failed."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Event

from setwatch.desk.alerts import SendSummary, send_alerts
from setwatch.desk.desk import Desk
from setwatch.fetch import Time
from setwatch.model import Message, Target
from setwatch.publish.addresses import Addresses
from setwatch.publish.alerts import Outcome, deliver
from setwatch.store import Store, StoreError, StoreFault

EVERY = 60.0
"""Seconds between two looks for messages that are to be tried again."""

NO_EXTRA = "mail, chat and phone need more libraries: pip install 'setwatch[alerts]'"


@dataclass(frozen=True, slots=True)
class Alerts:
    """Where the links in alerts lead, and who is told what a sending did (of one that did nothing, nobody)."""

    addresses: Addresses
    told: Callable[[SendSummary], None] = lambda _: None


class Teller:
    """Sends the alerts of a store in a thread: what is slow there holds up nothing that is fetched."""

    def __init__(self, store: Store, time: Time, alerts: Alerts) -> None:
        self._store, self._time, self._alerts = store, time, alerts
        self._stop = Event()

    async def run(self, news: asyncio.Event) -> None:
        """Send whenever there is news, and what is due in between; when cancelled, end the message that has begun."""
        while True:
            waiting = [asyncio.ensure_future(news.wait()), asyncio.ensure_future(self._time.sleep(EVERY))]
            try:
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for each in waiting:
                    each.cancel()
            queue = news.is_set()
            news.clear()
            sending = asyncio.ensure_future(asyncio.to_thread(self._send, queue))
            try:
                summary = await asyncio.shield(sending)
            except asyncio.CancelledError:
                self._stop.set()
                await sending
                raise
            if summary is not None and (summary.sent or summary.again or summary.given_up):
                self._alerts.told(summary)

    def _send(self, queue: bool) -> SendSummary | None:
        if not self._store.outbox.targets():
            return None
        desk = Desk(self._store, self._time.now)  # over the same store, which is not its own to close
        try:
            return send_alerts(
                desk, self._alerts.addresses, self._time.now, _told, queue=queue, stopped=self._stop.is_set
            )
        except (StoreError, StoreFault, OSError) as error:  # the outbox keeps them for the next round
            logging.getLogger("setwatch").error("alerts could not be sent: %s", type(error).__name__)
            return None


def _told(target: Target, message: Message, now: datetime) -> Outcome:
    try:
        return deliver(target, message, now)
    except ImportError:
        return Outcome(NO_EXTRA)
