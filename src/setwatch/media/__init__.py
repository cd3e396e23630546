"""Media: fingerprints of pictures and video, and where a piece is found among those at hand.

Needs the `media` extra (`pip install setwatch[media]`).
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setwatch.media.library import Library
    from setwatch.media.match import matches
    from setwatch.media.prints import print_of

__all__ = ["Library", "matches", "print_of"]

_HOME = {
    "Library": "setwatch.media.library",
    "matches": "setwatch.media.match",
    "print_of": "setwatch.media.prints",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is first used: its libraries are there only with the extra."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
