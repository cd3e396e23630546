"""Tracing: what a document tells of footage, and across documents stories, copies, footage and trails."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.tracing.across import trace
    from setwatch.tracing.common import passages
    from setwatch.tracing.within import tell

__all__ = ["passages", "tell", "trace"]

# Imported when first used: most commands answer without it.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__, submod_attrs={"across": ["trace"], "common": ["passages"], "within": ["tell"]}
)
