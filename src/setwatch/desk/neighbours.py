"""What is traced, kept up to date part by part: one more document touches its own part and those beside it."""

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from functools import cache

from setwatch import tracing as tracing_
from setwatch.desk.hand import Hand, hand
from setwatch.desk.upkeep import basis_of
from setwatch.model import Part, PartTracing, Place, Reading, Tracing
from setwatch.store import Store, with_footage


def trace_all(store: Store) -> Tracing:
    """Return what is traced among all documents; all readings must be up to date."""
    upkeep = _Upkeep(store)
    places = store.places.all()
    lying: dict[str, list[int]] = defaultdict(list)
    for place in places.values():
        lying[place.home].append(place.at)
    for ats in lying.values():
        ats.sort()

    def more_than(most: int, home: str, start: int, end: int) -> bool:
        return bisect_left(lying[home], end) - bisect_left(lying[home], start) > most

    parts = _parts(places.values(), more_than)
    found = {part: upkeep.traced(part) for part in sorted(parts)}
    store.places.keep_only(parts)
    return tracing_.Joined(found).tracing(upkeep.fetch)


@dataclass(frozen=True, slots=True)
class Near:
    """What is traced near some documents, the homes that were looked at for it, and the posts (keys of readings)."""

    tracing: Tracing
    homes: frozenset[str]
    posts: frozenset[str]


def trace_near(store: Store, documents: Set[str], by_hand: Hand | None = None) -> Tracing:
    """Return what of all that is traced touches these documents; all readings must be up to date.

    By the dates as people corrected them by now, or as other decisions leave them.
    """
    return look_near(store, documents, by_hand).tracing


def look_near(store: Store, documents: Set[str], by_hand: Hand | None = None) -> Near:
    """Return what of all that is traced touches these documents, and what it depends on."""
    upkeep = _Upkeep(store, by_hand)
    more_than = cache(store.places.more_than)

    found: dict[Part, PartTracing] = {}
    joined = tracing_.Joined(found)
    wanted, known, shown = frozenset(documents), set[str](), set[str]()
    while more := wanted - known:
        if fresh := sorted(_parts(store.places.of(more).values(), more_than) - found.keys()):
            found |= {part: upkeep.traced(part) for part in fresh}
            joined = tracing_.Joined(found)
        known |= more
        wanted, posts = joined.reach(documents)
        shown |= set(map(with_footage, posts))
        wanted |= store.places.showing(map(with_footage, posts))
    tracing = joined.tracing(upkeep.fetch, documents)
    return Near(tracing, frozenset(part.home for part in found), frozenset(shown))


def touching(tracing: Tracing, documents: Set[str]) -> Tracing:
    """Return what of a tracing touches these documents."""
    return Tracing(
        tuple(story for story in tracing.stories if not documents.isdisjoint(story.documents)),
        tuple(copy for copy in tracing.copies if copy.original in documents or copy.copy in documents),
        tuple(piece for piece in tracing.footage if not documents.isdisjoint(piece.documents)),
    )


def _parts(places: Iterable[Place], more_than: Callable[[int, str, int, int], bool]) -> set[Part]:
    parts: set[Part] = set()
    last: Part | None = None
    for place in sorted(places, key=lambda p: (p.home, p.at)):
        if last is None or not last.holds(place):
            last = tracing_.part_of(place, more_than)
            parts.add(last)
    return parts


class _Upkeep:
    """Parts, traced when they are asked for and have changed, by the dates that people corrected."""

    def __init__(self, store: Store, by_hand: Hand | None = None) -> None:
        self._store = store
        self._basis = basis_of(store.watched())
        self._keeps = by_hand is None  # what is traced as it was decided once is not kept
        self._hand = hand(store) if by_hand is None else by_hand

    def traced(self, part: Part) -> PartTracing:
        """Return what is traced in a part: what is kept where nothing has changed since, else anew."""
        inside, beside = self._store.places.around(part, *tracing_.reach_of(part))
        versions = inside | beside
        lying = (f"{document} {versions[document]}" for document in sorted(versions))
        dated = (f"{document} said {date}" for document, date in sorted(self._hand.dates(versions).items()))
        inputs = (self._basis, str(len(inside)), *lying, *dated)
        digest = hashlib.sha256("\n".join(inputs).encode()).hexdigest()
        found = self._store.places.tracing(part, digest)
        if found is None:
            found = tracing_.trace_part(self.fetch(versions), frozenset(inside))
            if self._keeps:
                self._store.places.keep_tracing(part, digest, found)
        return found

    def fetch(self, documents: Iterable[str]) -> tuple[Reading, ...]:
        """Return the readings of these documents, all versions of each."""
        return self._hand.dated(self._store.readings_of_documents(self._basis, documents))
