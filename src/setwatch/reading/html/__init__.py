"""HTML pages: one capture of a page to its document."""

from setwatch.reading.html.read import read_html

__all__ = ["read_html"]
