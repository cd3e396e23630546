"""The store: captures, what is watched, and what is derived, in one SQLite file."""

from setwatch.store.errors import EvidenceError, StoreError
from setwatch.store.evidence import check
from setwatch.store.keys import at_address, names_of, of_production, with_footage, with_post
from setwatch.store.outbox import Outbox
from setwatch.store.sources import Sources, host_of
from setwatch.store.store import Store
from setwatch.store.tokens import Token, Tokens

__all__ = [
    "EvidenceError",
    "Outbox",
    "Sources",
    "Store",
    "StoreError",
    "Token",
    "Tokens",
    "at_address",
    "check",
    "host_of",
    "names_of",
    "of_production",
    "with_footage",
    "with_post",
]
