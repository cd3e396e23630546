"""Captures: bytes in from files, folders and streams."""

from setwatch.capture.limits import DOCUMENT_BYTES
from setwatch.capture.source import captures_of

__all__ = ["DOCUMENT_BYTES", "captures_of"]
