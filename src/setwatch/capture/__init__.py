"""Captures: bytes in from files, folders and streams."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setwatch.capture.limits import DOCUMENT_BYTES
    from setwatch.capture.source import captures_of

__all__ = ["DOCUMENT_BYTES", "captures_of"]

_HOME = {"DOCUMENT_BYTES": "setwatch.capture.limits", "captures_of": "setwatch.capture.source"}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is first used; most commands answer without it."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
