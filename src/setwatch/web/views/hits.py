"""What a search found, with the words marked that were asked for."""

from dataclasses import dataclass

from setwatch.model import Document
from setwatch.publish import Shelf
from setwatch.publish.found import spans_of
from setwatch.web import links
from setwatch.web.views.marked import post_name

ROOM = 260
"""Characters around the first word that was found."""


WORD = 30
"""Characters of a word that is cut off whole at either end of what is shown."""


@dataclass(frozen=True, slots=True)
class HitView:
    """A document, or a post in one: its title, where and when, its page, and its words; every second part is marked."""

    title: str
    source: str
    post: str | None
    link: str
    parts: tuple[str, ...]


def hit_view(document: Document, post: int | None, asked: str) -> HitView:
    """Return what was found of a document, or of its post with this index."""
    shelf = Shelf.of([document])
    text, evidence = document.text, None
    if post is not None and post < len(document.posts):
        text, evidence = document.posts[post].text, document.posts[post].evidence
    source = shelf.cite(document.document_id)
    return HitView(
        document.title or source,
        source,
        post_name(document.posts[post]) if evidence is not None and post is not None else None,
        links.document(document.version, evidence),
        _parts(text, asked),
    )


def _parts(text: str, asked: str) -> tuple[str, ...]:
    """Return the text around the first word found, cut before and after each word that was asked for."""
    found = spans_of(text, asked, ROOM)
    first = found[0][0] if found else 0
    start, end = _words(text, max(0, first - ROOM // 3), min(len(text), first + ROOM))
    parts, place = ["… " if start else ""], start
    for a, b in found:
        if b <= end:
            parts[-1] += text[place:a]
            parts += [text[a:b], ""]
            place = b
    parts[-1] += text[place:end] + (" …" if end < len(text) else "")
    return tuple(parts)


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of text without the parts of words at its ends, unless that is much of it."""
    lead = text.find(" ", start, start + WORD) + 1 if start else start
    tail = text.rfind(" ", end - WORD, end) if end < len(text) else end
    return lead or start, tail if tail > 0 else end
