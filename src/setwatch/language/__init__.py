"""The language layer: sentences, names, places, dates and productions in a text, with their offsets."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setwatch.language.analysis import analyse

__all__ = ["analyse"]

_HOME = {"analyse": "setwatch.language.analysis"}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is first used; most commands answer without it."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
