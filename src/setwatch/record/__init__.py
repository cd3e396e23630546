"""Claims to what stood on a date: said times, witnesses, standing, changes, history, conflicts."""

from setwatch.record.by_hand import decided, in_force, taken_back, with_decisions
from setwatch.record.changes import changes
from setwatch.record.conflicts import conflicts
from setwatch.record.history import history
from setwatch.record.said import statements
from setwatch.record.standing import record

__all__ = [
    "changes",
    "conflicts",
    "decided",
    "history",
    "in_force",
    "record",
    "statements",
    "taken_back",
    "with_decisions",
]
