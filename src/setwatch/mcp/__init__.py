"""A server of the Model Context Protocol: what is known, for language models, each statement with its words.

Needs the `mcp` extra (`pip install setwatch[mcp]`).
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.mcp.server import create_server

__all__ = ["create_server"]

# Imported when first used: its libraries are there only with the extra.
__getattr__, __dir__, _ = lazy_loader.attach(__name__, submod_attrs={"server": ["create_server"]})
