"""The store: captures, what is watched, and what is derived, in one SQLite file."""

from setwatch.store.board import Entry, Wanted
from setwatch.store.errors import EvidenceError, StoreError, StoreFault
from setwatch.store.evidence import check
from setwatch.store.file import Examined, back_up, examine, put_back
from setwatch.store.keys import DECIDED, at_address, names_of, of_production, with_footage, with_post
from setwatch.store.ledgers import Ledger, Ledgers, home_of
from setwatch.store.outbox import Outbox
from setwatch.store.places import Placer
from setwatch.store.settings import Settings
from setwatch.store.sources import Sources, host_of
from setwatch.store.store import Store
from setwatch.store.subscriptions import Subscription, Subscriptions
from setwatch.store.tokens import Token, Tokens

__all__ = [
    "DECIDED",
    "Entry",
    "EvidenceError",
    "Examined",
    "Ledger",
    "Ledgers",
    "Outbox",
    "Placer",
    "Settings",
    "Sources",
    "Store",
    "StoreError",
    "StoreFault",
    "Subscription",
    "Subscriptions",
    "Token",
    "Tokens",
    "Wanted",
    "at_address",
    "back_up",
    "check",
    "examine",
    "home_of",
    "host_of",
    "names_of",
    "of_production",
    "put_back",
    "with_footage",
    "with_post",
]
