"""Tracing: what a document tells of footage, and across documents stories, copies, footage and trails."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.tracing.across import trace
    from setwatch.tracing.by_hand import decided, find_footage
    from setwatch.tracing.common import passages
    from setwatch.tracing.within import tell

__all__ = ["decided", "find_footage", "passages", "tell", "trace"]

# Imported when first used: most commands answer without it.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "across": ["trace"],
        "by_hand": ["decided", "find_footage"],
        "common": ["passages"],
        "within": ["tell"],
    },
)
