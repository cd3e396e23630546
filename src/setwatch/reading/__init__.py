"""Reading: one capture to the document that it holds, and one page's versions side by side; decisions."""

from setwatch.reading.decision import payload_of, read_decision
from setwatch.reading.read import read
from setwatch.reading.versions import versions

__all__ = ["payload_of", "read", "read_decision", "versions"]
