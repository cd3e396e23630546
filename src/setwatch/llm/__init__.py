"""A language model as a second reader, where a user plugs one in. Needs the `llm` extra."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.llm.accept import Rejection, accept
    from setwatch.llm.reader import ModelError, ModelReader

__all__ = ["ModelError", "ModelReader", "Rejection", "accept"]

# Imported when first used: its libraries are there only with the extra.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__, submod_attrs={"accept": ["Rejection", "accept"], "reader": ["ModelError", "ModelReader"]}
)
