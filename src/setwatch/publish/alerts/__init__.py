"""Alerts: which changes a target is told of, the message, and its delivery."""

from setwatch.publish.alerts.backoff import TRIES, next_try
from setwatch.publish.alerts.deliver import Outcome, deliver
from setwatch.publish.alerts.message import message_of, shown, wanted
from setwatch.publish.alerts.signing import key_of, new_secret, signature

__all__ = [
    "TRIES",
    "Outcome",
    "deliver",
    "key_of",
    "message_of",
    "new_secret",
    "next_try",
    "shown",
    "signature",
    "wanted",
]
