"""Productions in a text: watched ones by name, alias, abbreviation and description, and other titles."""

from setwatch.language.productions.find import Found, find_productions

__all__ = ["Found", "find_productions"]
