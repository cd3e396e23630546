"""Addresses as they may be shown and logged: what opens doors is left out."""

import re
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

SHOWN = 300
"""Characters of an address that are shown."""

_SECRET = re.compile(
    r"key|token|secret|sig(?:nature)?$|pass(?:word|wd)?|auth|session|credential|^sid$|^code$", re.IGNORECASE
)
"""Names of parameters that hold secrets: of OAuth 2.0, of signed links, of feeds that are one person's."""
_HIDDEN = "..."


def shown_address(url: str) -> str:
    """Return an address without a name and password in it, without the values of parameters that are secrets, cut."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url.rpartition("@")[2][:SHOWN]
    host = parts.netloc.rpartition("@")[2]
    query = parts.query
    pairs = parse_qsl(query, keep_blank_values=True)
    if any(_SECRET.search(name) for name, _ in pairs):
        query = "&".join(f"{quote(n)}={_HIDDEN if _SECRET.search(n) else quote(v)}" for n, v in pairs)
    return urlunsplit((parts.scheme, host, parts.path, query, ""))[:SHOWN]
