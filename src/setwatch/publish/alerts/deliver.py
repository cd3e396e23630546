"""Telling a target: a signed webhook over HTTP, or one of the services that Apprise knows."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from setwatch.model import Means, Message, Target
from setwatch.publish.alerts.signing import signature

PATIENCE = httpx.Timeout(10.0)
"""Seconds for each step of a request; who needs longer should answer first and work later."""

GONE = 410
"""The status by which a target says that it wants no more (Standard Webhooks)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try went: `error` is None where it went well, else says why without naming any secret.

    `gone`: the target wants no more. `asked`: how long it wants to be left alone.
    """

    error: str | None = None
    gone: bool = False
    asked: timedelta | None = None


def deliver(target: Target, message: Message, now: datetime) -> Outcome:
    """Tell a target once, and return how that went.

    Raises:
        ImportError: the target is Apprise's, and the `alerts` extra is not installed.
    """
    return _post(target, message, now) if target.means is Means.WEBHOOK else _notify(target, message)


def _post(target: Target, message: Message, now: datetime) -> Outcome:
    second = int(now.timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Setwatch",
        "webhook-id": message.key,
        "webhook-timestamp": str(second),
    }
    if target.secret:
        headers["webhook-signature"] = signature(target.secret, message.key, second, message.body)
    try:
        with (
            httpx.Client(timeout=PATIENCE, follow_redirects=False, trust_env=False) as client,
            client.stream("POST", target.address, content=message.body, headers=headers) as answer,
        ):
            return _judged(answer, now)  # what the target has to say is not read
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Outcome(type(error).__name__)  # its message may hold the address


def _judged(answer: httpx.Response, now: datetime) -> Outcome:
    if answer.is_success:
        return Outcome()
    asked = _asked(answer.headers.get("retry-after", ""), now)
    return Outcome(f"HTTP {answer.status_code}", answer.status_code == GONE, asked)


def _asked(told: str, now: datetime) -> timedelta | None:
    """Return what a `Retry-After` (RFC 9110, 10.2.3) asks for, None for what cannot be read."""
    if told.isascii() and told.isdigit():
        return timedelta(seconds=min(int(told[:9]), 10**6))
    try:
        until = parsedate_to_datetime(told)
    except ValueError:
        return None
    until = until.replace(tzinfo=UTC) if until.tzinfo is None else until
    return max(until - now, timedelta())


def _notify(target: Target, message: Message) -> Outcome:
    import apprise  # noqa: PLC0415 (an extra, and half a second to import)

    logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)  # its lines may hold addresses
    notifier = apprise.Apprise()
    if not notifier.add(target.address):
        return Outcome("Apprise knows no such address")
    told = notifier.notify(title=message.title, body=message.text, body_format=apprise.NotifyFormat.TEXT)
    return Outcome() if told else Outcome("the service did not take it")
