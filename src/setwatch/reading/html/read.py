"""From the bytes of a page to its document."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from setwatch.model import Capture, Document, Post
from setwatch.reading.html.authors import authors, people
from setwatch.reading.html.body import Body, body_of
from setwatch.reading.html.linked import texts
from setwatch.reading.html.naming import canonical, language, outlet, title
from setwatch.reading.html.page import Page, look
from setwatch.reading.html.source import parse_page
from setwatch.reading.html.when import modified, published
from setwatch.reading.text import document_of

LINKS = 500
"""Links of an article that are kept at most."""


def read_html(capture: Capture) -> Document:
    """Return the document that a captured page holds. Pure: no clock, no network, no store.

    Its text is the article's, a block a line, each post a line of its own; where a page shows no words, what it says
    of itself elsewhere. `published` and `modified` are whole days; the instants with their offsets, where the page
    tells them, are in `published_at` and `modified_at`.

    Raises:
        ValueError: the bytes hold no page that can be read in bounded time; the message says in one line why.
    """
    page = look(parse_page(capture.payload, capture.media_type), capture.url)
    body = body_of(page.tree, capture.payload)
    if not body.text:
        body = Body(_told(page))
    first, last = published(page), modified(page)
    document = document_of(
        capture,
        body.text,
        url=canonical(page),
        lang=language(page),
        published=first.day if first else None,
        title=title(page),
        outlet=outlet(page),
        byline=people(authors(page)),
    )
    return replace(
        document,
        posts=_together(body.posts, document.posts),
        links=_links(body.anchors, document.url) or document.links,
        published_at=first.instant if first else None,
        modified_at=last.instant if last else None,
    )


def _told(page: Page) -> str:
    """The words that a page without words in its body has elsewhere."""
    for told in (
        texts(page.article.get("articleBody")),
        texts(page.article.get("description")),
        list(page.all_meta(["og:description"])),
        list(page.all_meta(["description"])),
        [title(page) or ""],
    ):
        if told and (text := "\n".join(" ".join(line.split()) for line in told[0].splitlines() if line.strip())):
            return text
    raise ValueError("no words in this page")


def _together(embedded: tuple[Post, ...], flattened: tuple[Post, ...]) -> tuple[Post, ...]:
    """All posts in the order of the text; what lies over an embedded one is that one."""
    others = [
        post
        for post in flattened
        if all(post.evidence.end <= e.evidence.start or e.evidence.end <= post.evidence.start for e in embedded)
    ]
    return tuple(sorted([*embedded, *others], key=lambda post: post.evidence.start))


def _links(anchors: Iterable[LexborNode], base: str | None) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for anchor in anchors:
        href = anchor.attributes.get("href")
        if href:
            try:
                address = urljoin(base or "", href.strip())
            except ValueError:
                continue
            if address.startswith(("http://", "https://")) and len(found) < LINKS:
                found[address] = None
    return tuple(found)
