"""Alerts: who is told of which changes, and what is on its way to them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Means(StrEnum):
    """How a target is told: by a signed webhook, or by one of the services that Apprise knows."""

    WEBHOOK = "webhook"
    APPRISE = "apprise"


@dataclass(frozen=True, slots=True)
class Rule:
    """Which changes and alarms a target is told of; an empty tuple lets all pass.

    `titles` are names of productions or franchises, `properties` a `Property`'s values or `alarm`, `standings` a
    `Standing`'s values. What was said more than `within` days before it was captured is old news, and not told
    (0: however old).
    """

    titles: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    within: int = 30


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to tell. `address` and `secret` are secrets: they are never printed or logged.

    What was captured before `since` is not told: a new target begins with what comes in after it.
    """

    name: str
    means: Means
    address: str
    secret: str | None
    rule: Rule
    since: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """What is told to one target. `key` is the id of the change or alarm, the same at every try."""

    key: str
    kind: str
    title: str
    text: str
    body: bytes
    """JSON, as webhooks get it."""


class State(StrEnum):
    """How far a delivery has come."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message on its way to a target: how often it was tried, when it is due, what went wrong last."""

    target: str
    message: Message
    state: State
    tries: int
    due: datetime
    error: str | None = None
