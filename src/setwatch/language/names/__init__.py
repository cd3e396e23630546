"""Names in a text: people, places and organisations."""

from setwatch.language.names.find import find_names

__all__ = ["find_names"]
