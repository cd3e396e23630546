"""What a search found, with the words marked that were asked for."""

import re
import unicodedata
from dataclasses import dataclass

from setwatch.model import Document
from setwatch.publish import Shelf
from setwatch.web import links
from setwatch.web.views.marked import post_name

ROOM = 260
"""Characters around the first word that was found."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


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
    terms = [quoted or word for quoted, word in _TERM.findall(asked)]
    wanted = {_plain(word) for term in terms for word in _WORD.findall(term)}
    begins = tuple(_plain(word) for term in terms if term.endswith("*") for word in _WORD.findall(term)[-1:])
    found = []
    for word in _WORD.finditer(text):
        plain = _plain(word[0])
        if plain in wanted or (begins and plain.startswith(begins)):
            found.append(word.span())
        if found and word.start() > found[0][0] + ROOM:
            break
    first = found[0][0] if found else 0
    start, end = max(0, first - ROOM // 3), min(len(text), first + ROOM)
    parts, place = ["… " if start else ""], start
    for a, b in found:
        if b <= end:
            parts[-1] += text[place:a]
            parts += [text[a:b], ""]
            place = b
    parts[-1] += text[place:end] + (" …" if end < len(text) else "")
    return tuple(parts)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
