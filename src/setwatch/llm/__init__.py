"""A language model as a second reader, where a user plugs one in. Needs the `llm` extra."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setwatch.llm.accept import Rejection, accept
    from setwatch.llm.reader import ModelError, ModelReader

__all__ = ["ModelError", "ModelReader", "Rejection", "accept"]

_HOME = {
    "ModelError": "setwatch.llm.reader",
    "ModelReader": "setwatch.llm.reader",
    "Rejection": "setwatch.llm.accept",
    "accept": "setwatch.llm.accept",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is first used: the library that asks the model is an extra."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
