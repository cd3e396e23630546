"""Where things are on the site: one place that every link, feed and calendar takes its addresses from."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from setwatch.model import fold

WEB = frozenset({"http", "https"})
"""Schemes of addresses that are linked; captured text may hold others (`javascript:`)."""


_PATH = "%/:@!$&'()*+,;=~"
_QUERY = f"{_PATH}?"
"""What may stand in a path, and in a query or fragment, as it is (RFC 3986, 3.3 and 3.4)."""


def slug(name: str) -> str:
    """Return a name as it stands in an address: folded, with hyphens. Two spellings of one name have one slug."""
    return fold(name).replace(" ", "-") or name


def web(address: str | None) -> str | None:
    """Return an absolute address on the web as a URI (RFC 3986: what is not ASCII percent-encoded), else None."""
    if not address or not address.isprintable():
        return None
    try:
        parts = urlsplit(address.strip())
        host = parts.netloc.encode("ascii" if parts.netloc.isascii() else "idna").decode()
    except ValueError:
        return None
    if parts.scheme not in WEB or not parts.hostname or " " in host:
        return None
    return urlunsplit(
        (parts.scheme, host, quote(parts.path, _PATH), quote(parts.query, _QUERY), quote(parts.fragment, _QUERY))
    )


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses below `base`, which is absolute and ends with a slash (`https://desk.example/`)."""

    base: str

    def production(self, name: str) -> str:
        """Return the page of a production."""
        return f"{self.base}productions/{_part(slug(name))}"

    def franchise(self, name: str) -> str:
        """Return the page of a franchise."""
        return f"{self.base}franchises/{_part(slug(name))}"

    def footage(self, footage_id: str) -> str:
        """Return the page of a piece of footage."""
        return f"{self.base}footage/{_part(footage_id)}"

    def feed(self, what: str, name: str | None, form: str, query: str = "") -> str:
        """Return a feed: `all` and `alarms` have no name; `production` and `franchise` have one."""
        there = what if name is None else f"{what}/{_part(slug(name))}"
        return f"{self.base}feeds/{there}.{form}{f'?{query}' if query else ''}"

    def calendar(self, what: str, name: str | None, query: str = "") -> str:
        """Return a calendar: `all`, or of one `production` or `franchise`."""
        there = what if name is None else f"{what}/{_part(slug(name))}"
        return f"{self.base}calendar/{there}.ics{f'?{query}' if query else ''}"


def _part(text: str) -> str:
    return quote(text, safe="")
