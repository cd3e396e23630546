"""What a site asks of robots [RFC 9309]."""

import math
from dataclasses import dataclass

from protego import Protego

from setwatch.model import Answer

AGENT = "Setwatch"
MOST_DELAY = 24 * 3600.0
"""Seconds between two requests that a site is granted at most; who wants more can leave all closed."""
ROBOTS_BYTES = 512 * 1024
"""RFC 9309, section 2.5: at least 500 KiB are to be read."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site's robots.txt asks: which addresses to leave alone, and seconds between two requests."""

    rules: Protego | None
    """None: nothing may be asked (the server fails, so what it asks is not known)."""

    def allow(self, url: str) -> bool:
        """Whether this address may be asked."""
        return self.rules is not None and bool(self.rules.can_fetch(url, AGENT))

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that the site names."""
        return tuple(self.rules.sitemaps) if self.rules else ()

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests, 0 where it names none."""
        told = float((self.rules.crawl_delay(AGENT) if self.rules else None) or 0.0)
        return min(told, MOST_DELAY) if math.isfinite(told) and told > 0 else 0.0


def rules_of(answer: Answer) -> Rules:
    """Return what an answer to a request for robots.txt asks for [RFC 9309, section 2.3.1].

    No such file (4xx) asks for nothing; a server that fails (5xx), or has too much
    to do (429), is left alone.
    """
    if answer.status >= 500 or answer.status == 429:
        return Rules(None)
    text = answer.body[:ROBOTS_BYTES].decode("utf-8", "replace") if answer.status == 200 else ""
    return Rules(Protego.parse(text))
