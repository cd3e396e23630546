"""Setwatch follows films and series in production through the news."""

__version__ = "0.1.0"
