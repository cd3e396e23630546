"""The headline of a text, if it has one."""

import re
from urllib.parse import urlsplit

from setwatch.reading.plain.lines import head_of, lines_of

_WORD = re.compile(r"[^\W_]{3,}")

LONGEST = 220
"""Characters of a headline at most."""

LIKE_ADDRESS = 0.4
"""Share of a line's words that the address must have for the line to be the headline."""


def title_of(text: str, url: str | None) -> str | None:
    """Return the line of the head that has most of the address' words, else a first line that is no sentence."""
    lines = lines_of(text)
    head = [line for line in head_of(lines)[:12] if len(line.text) <= LONGEST]
    slug = set(_WORD.findall(urlsplit(url or "").path.casefold()))
    best = max(head, key=lambda line: _likeness(line.text, slug), default=None)
    if best is not None and _likeness(best.text, slug) >= LIKE_ADDRESS:
        return best.text.strip("*# ")
    if len(lines) > 1 and head and head[0] is lines[0] and len(head[0].text.split()) >= 3:
        first = head[0].text
        if not first.endswith((".", ":")):
            return first.strip("*# ")
    return None


def _likeness(line: str, slug: set[str]) -> float:
    words = set(_WORD.findall(line.casefold()))
    return len(words & slug) / len(words) if len(words) >= 3 else 0.0
