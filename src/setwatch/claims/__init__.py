"""Claims: what a document says of the watched productions, how surely and on whose word."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setwatch.claims.find import find_claims

__all__ = ["find_claims"]

_HOME = {"find_claims": "setwatch.claims.find"}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is first used; most commands answer without it."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
