"""Captures as rows."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from setwatch.model import Capture
from setwatch.store.tables import CAPTURES, UNREAD


def keep(connection: Connection, captures: Sequence[Capture]) -> frozenset[str]:
    """Keep those captures that are not there and return their digests. Of equal ones, the first stays."""
    digests = {capture.digest for capture in captures}
    there = set(connection.scalars(select(CAPTURES.c.digest).where(CAPTURES.c.digest.in_(digests))))
    new = {c.digest: c for c in reversed(captures) if c.digest not in there}
    if new:
        connection.execute(insert(CAPTURES), [_row(capture) for capture in new.values()])
        connection.execute(insert(UNREAD), [{"digest": digest} for digest in new])
    return frozenset(new)


def _row(capture: Capture) -> dict[str, object]:
    return {
        "digest": capture.digest,
        "payload": capture.payload,
        "media_type": capture.media_type,
        "url": capture.url,
        "captured": capture.captured.isoformat(),
        "origin": capture.origin,
    }
