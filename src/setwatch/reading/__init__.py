"""Reading: one capture to the document that it holds."""

from setwatch.reading.read import read

__all__ = ["read"]
