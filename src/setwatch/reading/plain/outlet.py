"""Where a text was published, made readable: as the text spells it, as it is known, or the host itself."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

_KNOWN: dict[str, str] = tomllib.loads(files(__package__).joinpath("outlets.toml").read_text(encoding="utf-8"))

_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac", "edu", "or", "ne"))
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,2}(?:(?:19|20)\d\d)?,?\s{0,2}(?P<name>[A-Z][\w.&'’ -]{1,40}?)(?=[.,|\n]|$)",
    re.IGNORECASE,
)

READ = 6000
"""Characters at both ends of the text in which the outlet's own spelling is looked for."""


def outlet_of(text: str, url: str | None) -> str | None:
    """Return the publisher's name; None where neither address nor copyright line tells it."""
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    if not host:
        match = _COPYRIGHT.search(text[-READ:])
        return match["name"].strip() if match else None
    for parts in range(len(host.split("."))):
        known = _KNOWN.get(host.split(".", parts)[-1])
        if known:
            return known
    label = _label(host)
    if len(label) < 3:
        return host
    shown = text if len(text) <= 2 * READ else text[:READ] + text[-READ:]
    match = _spelling(label).search(shown)
    if match:
        return match.group()
    return label.replace("-", " ").title() if "-" in label else label[0].upper() + label[1:]


def _label(host: str) -> str:
    """The part of a host that names the house: `screenrealm` of `www.screenrealm.co.uk`."""
    parts = host.split(".")[:-1] or [host]
    if len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
        parts.pop()
    return parts[-1]


@lru_cache(maxsize=1024)
def _spelling(label: str) -> re.Pattern[str]:
    """The label's letters as a text spells them, with capitals, blanks, hyphens, an article before."""
    letters = "[ .'’-]?".join(re.escape(letter) for letter in label.replace("-", "")[:40])
    return re.compile(rf"(?<![\w@/.#])(?:The )?(?=[A-Z0-9]){letters}(?![\w@])(?!\.\w)", re.IGNORECASE)
