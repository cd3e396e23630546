"""Claims to what stood on a date: said times, witnesses, standing, changes, history, conflicts."""

from setwatch.record.said import statements
from setwatch.record.standing import record

__all__ = ["record", "statements"]
