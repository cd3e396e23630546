"""Decisions as bytes: a JSON object, so that one desk's decisions can be added at another."""

import json
from datetime import UTC, datetime

import msgspec

from setwatch.model import (
    Act,
    Capture,
    CopyRuling,
    DateRuling,
    Decision,
    GonePost,
    Merge,
    Reject,
    Ruling,
    Split,
    TakeBack,
    days_of,
    decision_payload,
    decision_row,
)

RULINGS: dict[Act, type[Ruling]] = {
    Act.REJECT: Reject,
    Act.CONFIRM_COPY: CopyRuling,
    Act.UNDO_COPY: CopyRuling,
    Act.MERGE: Merge,
    Act.SPLIT: Split,
    Act.DATE: DateRuling,
    Act.GONE: GonePost,
    Act.TAKE_BACK: TakeBack,
}
ID = 12
"""Hexadecimal digits of the digest in a decision's id: 2^48 of them, a desk has some thousands."""


def payload_of(act: Act, ruling: Ruling, author: str, made: datetime, note: str | None) -> bytes:
    """Return the bytes that a decision is kept as; `made` is aware."""
    return decision_payload(decision_row(act, ruling, author, made, note))


def read_decision(capture: Capture) -> Decision:
    """Return the decision that a capture holds.

    Raises:
        ValueError: it is none; the message says in one line what is wrong.
    """
    try:
        row = json.loads(capture.payload)
        act = Act(row["decision"])
        ruling: Ruling = msgspec.convert(row["about"], RULINGS[act])
        made = datetime.fromisoformat(row["made"])
        author, note = row["author"], row.get("note")
    except (KeyError, TypeError, AttributeError, RecursionError, UnicodeDecodeError, ValueError) as error:
        raise ValueError(f"no decision of Setwatch: {error}") from error
    if not isinstance(author, str) or not author.strip() or not isinstance(note, str | None) or made.tzinfo is None:
        raise ValueError("no decision of Setwatch: an author and a time with its zone are asked for")
    if isinstance(ruling, DateRuling) and days_of(ruling.published) is None:
        raise ValueError(f"no decision of Setwatch: {ruling.published!r} is no date")
    if isinstance(ruling, CopyRuling) and ruling.holds is not (act is Act.CONFIRM_COPY):
        raise ValueError("no decision of Setwatch: it contradicts itself")
    return Decision(
        f"decision-{capture.digest[:ID]}", ruling, author.strip(), made.astimezone(UTC), capture.captured, note
    )
