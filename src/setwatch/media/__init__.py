"""Media: fingerprints of pictures and video, and where a piece is found among those at hand.

Needs the `media` extra (`pip install setwatch[media]`).
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.media.library import Library
    from setwatch.media.match import matches
    from setwatch.media.prints import print_of

__all__ = ["Library", "matches", "print_of"]

# Imported when first used: its libraries are there only with the extra.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__, submod_attrs={"library": ["Library"], "match": ["matches"], "prints": ["print_of"]}
)
