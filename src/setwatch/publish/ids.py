"""Ids of changes and alarms: made of what they are, so the same whenever and wherever derived."""

import hashlib
from uuid import UUID, uuid5

from setwatch.model import Alarm, Change, Footage

LENGTH = 24
"""Hexadecimal digits of a digest that an id keeps: 96 bits, enough for any number of changes that one desk sees."""

NAMESPACE = UUID("0d8ac2a4-6a55-5b0c-9b0f-0f5c5d3f6a1e")
"""The name space (RFC 9562, 5.5) of the UUIDs that feeds and calendars want; drawn once, never to be changed."""


def change_id(change: Change) -> str:
    """Return the id of a change: of what it is about, what was, what is, when that was said and in which words.

    The capture is not part of it: the same page captured again tells no new change.
    """
    claim = change.because.claim
    return _made(
        "change",
        (
            change.production,
            change.property.value,
            str(change.season),
            change.channel.value if change.channel else "",
            change.region or "",
            change.before or "",
            change.after or "",
            change.said.isoformat(),
            change.because.document_id,
            claim.evidence.exact,
        ),
    )


def alarm_id(piece: Footage, alarm: Alarm) -> str:
    """Return the id of an alarm: of the document, of the words that call the footage new, and of what it shows.

    The footage's own id is not part of it, as that changes when one more of its appearances is found.
    """
    return _made("alarm", (piece.production or "", alarm.document_id, alarm.evidence.exact))


def urn(name: str) -> str:
    """Return a URN (`urn:uuid:`, RFC 9562) for an id, as Atom and RSS want one."""
    return uuid5(NAMESPACE, name).urn


def _made(kind: str, parts: tuple[str, ...]) -> str:
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:LENGTH]}"


def place_uri(place_id: str | None) -> str | None:
    """Return the address under which GeoNames has a place as linked data; None for what is not one of its ids."""
    name, _, number = (place_id or "").partition(":")
    return f"https://sws.geonames.org/{number}/" if name == "geonames" and number.isdecimal() else None
