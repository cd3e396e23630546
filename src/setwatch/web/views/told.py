"""Documents as pages name them: outlet and date, where they are on the site, what they copy."""

from dataclasses import dataclass

from setwatch.publish import Shelf
from setwatch.web import links


@dataclass(frozen=True, slots=True)
class Told:
    """A document: its name with date, its title, its page, and in words what it copies with the page beside it."""

    name: str
    title: str | None
    link: str | None
    copy: str = ""
    beside: str | None = None


def told_by(document_id: str, shelf: Shelf) -> Told:
    """Return a document; one that is no longer on the shelf has no page."""
    document = shelf.newest.get(document_id)
    if document is None:
        return Told(document_id, None, None)
    name, link = shelf.cite(document_id), links.document(document.version)
    copy = shelf.copies.get(document_id)
    original = shelf.newest.get(copy.original) if copy else None
    if copy is None or original is None:
        return Told(name, document.title, link)
    which = "may copy, or be copied by," if copy.undecided else f"{copy.kind} copy of"
    words = f"{which} {shelf.name(copy.original)}: {copy.reason}"
    return Told(name, document.title, link, words, links.compare(original.version, document.version))
