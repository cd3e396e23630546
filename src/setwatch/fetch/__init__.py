"""The network, asked politely and safely: no address that is not public, no more than a site wants."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.fetch.allowed import refused
    from setwatch.fetch.fetcher import Fetcher, Gate, Limits
    from setwatch.fetch.manners import Hosts, Manners, Time
    from setwatch.fetch.network import Resolve, resolve
    from setwatch.fetch.stream import messages

__all__ = ["Fetcher", "Gate", "Hosts", "Limits", "Manners", "Resolve", "Time", "messages", "refused", "resolve"]

# Imported when first used: most commands ask no network.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "allowed": ["refused"],
        "fetcher": ["Fetcher", "Gate", "Limits"],
        "manners": ["Hosts", "Manners", "Time"],
        "network": ["Resolve", "resolve"],
        "stream": ["messages"],
    },
)
