"""From the bytes of a page to its document."""

from dataclasses import replace

from setwatch.model import Capture, Document
from setwatch.reading.html.authors import authors, people
from setwatch.reading.html.body import body_of
from setwatch.reading.html.naming import canonical, language, outlet, title
from setwatch.reading.html.page import look
from setwatch.reading.html.source import parse_page
from setwatch.reading.html.when import modified, published
from setwatch.reading.text import document_of


def read_html(capture: Capture) -> Document:
    """Return the document that a captured page holds. Pure: no clock, no network, no store.

    Its text is the article's, a block a line. `published` and `modified` are whole days; the instants with their
    offsets, where the page tells them, are in `published_at` and `modified_at`.

    Raises:
        ValueError: the bytes hold no page that can be read in bounded time; the message says in one line why.
    """
    page = look(parse_page(capture.payload), capture.url)
    text = body_of(page.tree, capture.payload)
    if not text:
        raise ValueError("no main text in this page")
    first, last = published(page), modified(page)
    document = document_of(
        capture,
        text,
        url=canonical(page),
        lang=language(page),
        published=first.day if first else None,
        title=title(page),
        outlet=outlet(page),
        byline=people(authors(page)),
    )
    return replace(document, published_at=first.instant if first else None, modified_at=last.instant if last else None)
