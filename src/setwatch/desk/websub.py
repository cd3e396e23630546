"""What hubs push (W3C WebSub): feeds subscribed to where they name a hub, leases renewed, pushes checked and kept."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from setwatch import capture as capture_
from setwatch import following as following_
from setwatch.model import Answer, Capture, Schedule, Setting, Source, SourceKind
from setwatch.store import Store, Subscription

LEASE = timedelta(days=10)
"""What is asked for: as long as hubs in use give."""
LONGEST = timedelta(days=90)
AGAIN = timedelta(hours=6)
"""After how long a hub is asked again that did not verify, and before the end of a lease."""
NAMED = 100
"""Pages of one push that are followed."""
_METHODS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha384": hashlib.sha384, "sha512": hashlib.sha512}
_SIGNATURE = re.compile(r"(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})", re.ASCII)


class Hubs:
    """The hubs that push to this desk."""

    def __init__(self, store: Store) -> None:
        """Subscribe for the feeds of a store."""
        self._store = store

    def note(self, source: Source, answer: Answer) -> None:
        """Remember the hub that a feed names, where hubs may push to this desk."""
        if source.kind is not SourceKind.FEED or not self._store.settings.get(Setting.CALLBACK):
            return
        hub = following_.hub_of(answer)
        if hub is not None:
            token, secret = secrets.token_urlsafe(24), secrets.token_urlsafe(32)
            self._store.subscriptions.found(Subscription(token, source.url, hub.topic, hub.hub, secret))

    def due(self, now: datetime) -> tuple[Subscription, ...]:
        """Return the subscriptions that hubs are to be asked for now: new ones, and those whose lease ends."""
        if not self._store.settings.get(Setting.CALLBACK):
            return ()
        return self._store.subscriptions.due(now - AGAIN, now + AGAIN)

    def form_of(self, subscription: Subscription) -> Mapping[str, str]:
        """Return what a hub is sent to subscribe."""
        return {
            "hub.mode": "subscribe",
            "hub.topic": subscription.topic,
            "hub.callback": f"{self._store.settings.get(Setting.CALLBACK)}/websub/{subscription.token}",
            "hub.secret": subscription.secret,
            "hub.lease_seconds": str(int(LEASE.total_seconds())),
        }

    def verified(self, token: str, told: Mapping[str, str], now: datetime) -> str | None:
        """Return the challenge that a hub is to be given back, or None where this desk did not ask for what it says."""
        found = self._store.subscriptions.of(token)
        if found is None or told.get("hub.topic") != found.topic:
            return None
        mode = told.get("hub.mode")
        if mode == "denied":
            self._store.subscriptions.held(
                token, None, f"the hub refuses: {told.get('hub.reason', 'it does not say why')}"[:300]
            )
            return ""
        if mode != "subscribe" or found.asked is None or not told.get("hub.challenge"):
            return None  # nobody here asks a hub to end what it pushes
        seconds = told.get("hub.lease_seconds", "")
        lease = (
            timedelta(seconds=int(seconds)) if seconds.isascii() and seconds.isdigit() and len(seconds) < 9 else LEASE
        )
        self._store.subscriptions.held(token, now + min(lease, LONGEST))
        return told["hub.challenge"]

    def pushed(self, token: str, body: bytes, headers: Mapping[str, str], now: datetime) -> int | None:
        """Keep what a hub pushes; return how much of it is new, or None where nobody subscribed so.

        What is not signed with the secret that the hub was given is thrown away without a word, as the standard asks.
        """
        found = self._store.subscriptions.of(token)
        if found is None:
            return None
        if not _signed(found.secret, body, headers.get("x-hub-signature", "")):
            return 0
        kind = headers.get("content-type", "")
        answer = Answer(found.source, 200, (("content-type", kind),), body, now)
        captures = [each for each in capture_.captures_in(answer) if isinstance(each, Capture)]
        followed = self._store.sources.of(found.source)
        if followed is None:  # followed no more: the lease ends by itself
            return 0
        schedule: Schedule = followed.schedule
        urls = dict.fromkeys(c.url for c in captures if c.url) if followed.source.pages else {}
        plan = following_.first(SourceKind.PAGE, now)
        pages = [(Source(url, SourceKind.PAGE, via=found.source), plan) for url in list(urls)[:NAMED]]
        new, _ = self._store.sources.keep(found.source, lambda _: schedule, captures, pages)
        return new


def _signed(secret: str, body: bytes, signature: str) -> bool:
    told = _SIGNATURE.fullmatch(signature.strip())
    if told is None:
        return False
    return hmac.compare_digest(hmac.new(secret.encode(), body, _METHODS[told[1]]).hexdigest(), told[2])
