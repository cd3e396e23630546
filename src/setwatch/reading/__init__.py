"""Reading: one capture to the document that it holds, and one page's versions side by side."""

from setwatch.reading.read import read
from setwatch.reading.versions import versions

__all__ = ["read", "versions"]
