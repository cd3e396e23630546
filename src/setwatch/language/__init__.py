"""The language layer: sentences, names, places, dates and productions in a text, with their offsets."""

from setwatch.language.analysis import analyse

__all__ = ["analyse"]
