"""The store: captures, what is watched, and what is derived, in one SQLite file."""

from setwatch.store.errors import EvidenceError, StoreError
from setwatch.store.evidence import check
from setwatch.store.keys import at_address, of_production, with_post
from setwatch.store.store import Store

__all__ = ["EvidenceError", "Store", "StoreError", "at_address", "check", "of_production", "with_post"]
