"""Homes: which documents are traced together, so that one more touches its own neighbourhood and not the archive."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime

from setwatch.model import Part, Place, Production, Reading
from setwatch.tracing.across.figures import HOMES
from setwatch.tracing.across.paper import days_shown, latest, with_sure_date

WITHIN_DAY = 12
"""Bits of a place that tell documents of one day apart, so that a day with very many can be split too."""
WHOLE = 34
"""Bits of all places: days of the common era up to the year 9999 (22 bits), and those within a day."""
MARGIN = int(HOMES["margin_days"]) << WITHIN_DAY
"""How far on both sides of a part documents are looked at with it."""
MOST = int(HOMES["most"])
"""Documents that are traced as one part."""
BESIDE = int(HOMES["beside"])
"""Documents that are looked at beside a part on either side, at most."""


def place_of(versions: Sequence[Reading], watched: Sequence[Production]) -> Place:
    """Return where a document is traced; `versions` are its readings, of which the one captured last decides.

    Its home is the franchise (else the production) of the watched that it speaks of most, of equals the first by name;
    that of a document that speaks of none is the month of its date. A document without a date lies at its capture.
    """
    reading = with_sure_date(latest(versions))
    document = reading.document
    days = days_shown(document)
    day = days[0] if days else datetime.fromisoformat(document.captured).toordinal()
    homes = {production.name: production.franchise or production.name for production in watched}
    named = [claim.production for claim in reading.claims]
    named += [mention.production for mention in reading.telling.footage if mention.production]
    spoken = Counter(homes.get(name, name) for name in named)
    most = min(spoken, key=lambda home: (-spoken[home], home), default=None)
    home = f"of {most}" if most else f"in {date.fromordinal(day):%Y-%m}"
    within = int.from_bytes(hashlib.sha256(document.document_id.encode()).digest()[:2]) >> (16 - WITHIN_DAY)
    return Place(home, day << WITHIN_DAY | within)


def part_of(place: Place, more_than: Callable[[int, str, int, int], bool]) -> Part:
    """Return the part that a place lies in: the largest stretch that holds it and is not crowded.

    Stretches are halves of halves of all places, so that one more document changes no border but those of the part
    that it makes too large. `more_than` tells whether there are more than so many documents in a home, from a place up
    to another.
    """
    bits = WHOLE
    while bits > 0 and more_than(MOST, place.home, start := place.at >> bits << bits, start + (1 << bits)):
        bits -= 1
    return Part(place.home, place.at >> bits << bits, 1 << bits)


def reach_of(part: Part) -> tuple[int, int, int]:
    """Return from where up to where documents are looked at with a part, and how many at most on either side of it."""
    return part.start - MARGIN, part.end + MARGIN, BESIDE
