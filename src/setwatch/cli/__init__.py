"""The commands."""

from setwatch.cli.app import app, main

__all__ = ["app", "main"]
