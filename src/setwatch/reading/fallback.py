"""A page to its document by trafilatura alone, until the page reader is there."""

import trafilatura

from setwatch.model import Capture, Document
from setwatch.reading.text import document_of


def read_html(capture: Capture) -> Document:
    """Return the document of a page: main text and metadata as trafilatura has them.

    Raises:
        ValueError: no main text was found.
    """
    found = trafilatura.bare_extraction(capture.payload, url=capture.url, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        raise ValueError("no main text in this page")
    names = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return document_of(
        capture, found.text, published=found.date, title=found.title, outlet=found.sitename, byline=names
    )
