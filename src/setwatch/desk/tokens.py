"""Tokens of the API: made, and known again."""

import hashlib
import secrets
from datetime import datetime

from setwatch.desk.desk import Desk
from setwatch.store import Token

PREFIX = "swt_"
"""What a token begins with, so that who finds one in a log or a commit knows what it is."""

SIZE = 32
"""Random bytes of a token: too many to guess, so that a plain hash of it is enough to keep."""


def new_token(desk: Desk, name: str, made: datetime, *, writes: bool) -> str:
    """Return a fresh token, of which the store keeps the hash; `made` is now, in UTC.

    Raises:
        StoreError: there is a token of this name.
    """
    token = PREFIX + secrets.token_urlsafe(SIZE)
    desk.tokens.add(Token(name, made, writes), _hashed(token))
    return token


def token_of(desk: Desk, shown: str) -> Token | None:
    """Return whose token this is, or None."""
    return desk.tokens.with_digest(_hashed(shown))


def _hashed(shown: str) -> str:
    return hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()
