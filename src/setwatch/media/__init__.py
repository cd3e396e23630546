"""Media: fingerprints of pictures and video, and where a piece is found among those at hand.

Needs the `media` extra (`pip install setwatch[media]`).
"""

from setwatch.media.library import Library
from setwatch.media.match import matches
from setwatch.media.prints import print_of

__all__ = ["Library", "matches", "print_of"]
