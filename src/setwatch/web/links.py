"""Where things are on the site."""

from urllib.parse import quote, urlencode

from setwatch.model import Evidence
from setwatch.publish.addresses import Addresses

_HERE = Addresses("/")


def production(name: str, page: str = "", known: str | None = None) -> str:
    """Return a production's page, or one of the pages below it, as known on a date."""
    below = f"/{page}" if page else ""
    return f"{_HERE.production(name)}{below}{_query(known=known)}"


def footage(footage_id: str, document_id: str | None = None) -> str:
    """Return the page of a piece of footage; one of no watched production is found by a document that tells of it."""
    return f"{_HERE.footage(footage_id)}{_query(**{'in': document_id})}"


def document(version: str, evidence: Evidence | None = None) -> str:
    """Return the page of a version of a document; with evidence, at these words, marked."""
    at = f"?at={evidence.start}-{evidence.end}#at" if evidence else ""
    return f"/documents/{_part(version)}{at}"


def outlet(name: str) -> str:
    """Return the page of an outlet."""
    return f"/outlets/{_part(name)}"


def compare(original: str, copy: str) -> str:
    """Return the page that has two versions side by side."""
    return f"/compare/{_part(original)}/{_part(copy)}"


def decide(act: str, *about: str) -> str:
    """Return the form for a decision."""
    return f"/decide/{act}?{urlencode([('about', item) for item in about])}"


def search(words: str, page: int = 1) -> str:
    """Return what a search found."""
    return f"/search{_query(q=words, page=str(page) if page > 1 else None)}"


def _query(**given: str | None) -> str:
    found = {key: value for key, value in given.items() if value}
    return f"?{urlencode(found)}" if found else ""


def _part(text: str) -> str:
    return quote(text, safe="")
