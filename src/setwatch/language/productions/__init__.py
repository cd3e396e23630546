"""Productions in a text: watched ones by name, alias, abbreviation and description, and other titles."""

from setwatch.language.productions.find import Found, find_productions, names_of, numbered_names, whole_names

__all__ = ["Found", "find_productions", "names_of", "numbered_names", "whole_names"]
