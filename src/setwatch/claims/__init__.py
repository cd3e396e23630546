"""Claims: what a document says of the watched productions, how surely and on whose word."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.claims.find import find_claims

__all__ = ["find_claims"]

# Imported when first used: most commands answer without it.
__getattr__, __dir__, _ = lazy_loader.attach(__name__, submod_attrs={"find": ["find_claims"]})
