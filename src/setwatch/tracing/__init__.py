"""Tracing: what a document tells of footage, and across documents stories, copies, footage and trails."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setwatch.tracing.across import trace
    from setwatch.tracing.common import passages
    from setwatch.tracing.within import tell

__all__ = ["passages", "tell", "trace"]

_HOME = {
    "passages": "setwatch.tracing.common",
    "tell": "setwatch.tracing.within",
    "trace": "setwatch.tracing.across",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is first used; most commands answer without it."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
