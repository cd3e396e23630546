"""Tracing: what a document tells of footage, and across documents stories, copies, footage and trails."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.tracing.across import Joined, part_of, place_of, reach_of, trace, trace_part
    from setwatch.tracing.by_hand import decided, find_footage
    from setwatch.tracing.common import passages
    from setwatch.tracing.within import tell

__all__ = [
    "Joined",
    "decided",
    "find_footage",
    "part_of",
    "passages",
    "place_of",
    "reach_of",
    "tell",
    "trace",
    "trace_part",
]

# Imported when first used: most commands answer without it.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "across": ["Joined", "part_of", "place_of", "reach_of", "trace", "trace_part"],
        "by_hand": ["decided", "find_footage"],
        "common": ["passages"],
        "within": ["tell"],
    },
)
