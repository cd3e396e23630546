"""Where a post is had by its address."""

import re
import tomllib
from importlib.resources import files
from urllib.parse import quote, urlsplit

_POSTS = tuple(
    (re.compile(each["page"]), each["url"])
    for each in tomllib.loads((files(__package__) / "posts.toml").read_text(encoding="utf-8"))["post"]
)


def lookup(url: str) -> str | None:
    """Return the address at which a platform tells a post as data, or None for an address that is no such post."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    for pattern, target in _POSTS:
        found = pattern.fullmatch(f"https://{host}{parts.path}")
        if found is not None:
            groups = {name: quote(value, safe=":.") for name, value in found.groupdict().items()}
            return str(target.format(address=quote(url, safe=""), **groups))
    return None
