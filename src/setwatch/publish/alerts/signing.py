"""Signatures of webhooks (Standard Webhooks 1.0): HMAC-SHA256 over id, time and body."""

import base64
import binascii
import hashlib
import hmac
import secrets

PREFIX = "whsec_"
SIZE = 32
"""Bytes of a new secret; the specification asks for 24 to 64."""

SHORTEST, LONGEST = 24, 64


def new_secret() -> str:
    """Return a fresh secret, as both sides keep it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(SIZE)).decode()


def key_of(secret: str) -> bytes:
    """Return the bytes of a secret.

    Raises:
        ValueError: it is no `whsec_` with 24 to 64 bytes in base64; the message does not show it.
    """
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        key = b""
    if not secret.startswith(PREFIX) or not SHORTEST <= len(key) <= LONGEST:
        raise ValueError(f"the secret is no {PREFIX} with {SHORTEST} to {LONGEST} bytes in base64")
    return key


def signature(secret: str, key: str, timestamp: int, body: bytes) -> str:
    """Return the value of `webhook-signature` for a message with this id, sent at this second of Unix time."""
    told = f"{key}.{timestamp}.".encode() + body
    return f"v1,{base64.b64encode(hmac.digest(key_of(secret), told, hashlib.sha256)).decode()}"
