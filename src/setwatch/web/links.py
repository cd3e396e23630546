"""Where things are on the site."""

from urllib.parse import quote, urlencode

from setwatch.model import Evidence
from setwatch.publish.addresses import Addresses, slug

_HERE = Addresses("/")


def production(name: str, page: str = "", known: str | None = None) -> str:
    """Return a production's page, or one of the pages below it, as known on a date."""
    below = f"/{page}" if page else ""
    return f"{_HERE.production(name)}{below}{_query(known=known)}"


def here(path: str, known: str | None = None, since: str | None = None) -> str:
    """Return a page of this site by its path, as known on a date; of changes, those after another one."""
    return f"{path}{_query(known=known, since=since)}"


def franchise(name: str) -> str:
    """Return the page of a franchise."""
    return _HERE.franchise(name)


def feed(what: str, name: str | None, form: str) -> str:
    """Return a feed, as `Addresses.feed` does."""
    return _HERE.feed(what, name, form)


def calendar(what: str, name: str | None) -> str:
    """Return a calendar, as `Addresses.calendar` does."""
    return _HERE.calendar(what, name)


def webcal(base: str, what: str, name: str | None) -> str:
    """Return the address by which a calendar program follows a calendar; `base` is that of the site."""
    return Addresses(f"webcal://{base.partition('://')[2]}").calendar(what, name)


def footage(footage_id: str, document_id: str | None = None, known: str | None = None) -> str:
    """Return the page of a piece of footage; one of no watched production is found by a document that tells of it."""
    return f"{_HERE.footage(footage_id)}{_query(**{'in': document_id, 'known': known})}"


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


def export(what: str, name: str, form: str, known: str | None = None) -> str:
    """Return an export of a `production`, as known on a date, or of a piece of `footage`."""
    return f"/export/{what}/{_part(slug(name) if what == 'production' else name)}.{form}{_query(known=known)}"


def search(words: str, page: int = 1) -> str:
    """Return what a search found."""
    return f"/search{_query(q=words, page=str(page) if page > 1 else None)}"


def _query(**given: str | None) -> str:
    found = {key: value for key, value in given.items() if value}
    return f"?{urlencode(found)}" if found else ""


def _part(text: str) -> str:
    return quote(text, safe="")
