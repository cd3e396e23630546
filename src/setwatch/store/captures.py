"""Captures as rows."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, bindparam, insert, select

from setwatch.model import Capture
from setwatch.store.places import batched
from setwatch.store.tables import CAPTURES, UNREAD

_THERE = select(CAPTURES.c.digest).where(CAPTURES.c.digest.in_(bindparam("digests", expanding=True)))
_KEEP, _TO_READ = insert(CAPTURES), insert(UNREAD)


def keep(connection: Connection, captures: Sequence[Capture]) -> frozenset[str]:
    """Keep those captures that are not there and return their digests. Of equal ones, the first stays."""
    digests = {capture.digest for capture in captures}
    there = {digest for some in batched(digests) for digest in connection.scalars(_THERE, {"digests": some})}
    new = {c.digest: c for c in reversed(captures) if c.digest not in there}
    if new:
        connection.execute(_KEEP, [_row(capture) for capture in new.values()])
        connection.execute(_TO_READ, [{"digest": digest} for digest in new])
    return frozenset(new)


def _row(capture: Capture) -> dict[str, object]:
    return {
        "digest": capture.digest,
        "payload": capture.payload,
        "media_type": capture.media_type,
        "url": capture.url,
        "captured": capture.captured.isoformat(),
        "origin": capture.origin,
        "headers": msgspec.json.encode(capture.headers) if capture.headers else None,
    }
