"""Claims to what stood on a date: said times, witnesses, standing, changes, history, conflicts."""

from setwatch.record.by_hand import decided, in_force, rejections, taken_back, with_dates, with_decisions
from setwatch.record.changes import changes, moved
from setwatch.record.conflicts import conflicts, contradictions
from setwatch.record.history import history, reports
from setwatch.record.said import counted, ended, said_of, statements
from setwatch.record.standing import record, stood
from setwatch.record.witnesses import Sources, roots, sources

__all__ = [
    "Sources",
    "changes",
    "conflicts",
    "contradictions",
    "counted",
    "decided",
    "ended",
    "history",
    "in_force",
    "moved",
    "record",
    "rejections",
    "reports",
    "roots",
    "said_of",
    "sources",
    "statements",
    "stood",
    "taken_back",
    "with_dates",
    "with_decisions",
]
