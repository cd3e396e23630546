"""The language layer: sentences, names, places, dates and productions in a text, with their offsets."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.language.analysis import analyse

__all__ = ["analyse"]

# Imported when first used: most commands answer without it.
__getattr__, __dir__, _ = lazy_loader.attach(__name__, submod_attrs={"analysis": ["analyse"]})
