"""Posts asked for at their platforms: taken, and looked at again for whether they are still there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from setwatch import following as following_
from setwatch.desk.decisions import gone_post
from setwatch.desk.hand import kept
from setwatch.desk.upkeep import basis_of
from setwatch.model import (
    Act,
    Capture,
    Decision,
    GonePost,
    Ruling,
    Schedule,
    Setting,
    Source,
    SourceKind,
    TakeBack,
    take,
)
from setwatch.reading import payload_of, read
from setwatch.record import in_force
from setwatch.store import Store, at_address

AUTHOR = "setwatch"
"""Who is written as the author of what a check found, not a person."""
LOOKED_UP = Setting.LOOK_UP_POSTS.value
"""What is written as having named the posts that are asked for because documents show them."""


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts that documents of a store show, as their platforms have them."""

    store: Store

    def gone(self, address: str, now: datetime, why: str) -> bool:
        """Mark a post as gone; return whether a document shows it. Marked once: the first check tells the time."""
        ruling = gone_post(self.store, address)
        if ruling is not None and self._mark(ruling) is None:
            self._keep(Act.GONE, ruling, now, why)
        return ruling is not None

    def there(self, address: str, now: datetime) -> bool:
        """Take the mark back that an earlier check made; a person's stays. Return whether there was one."""
        ruling = gone_post(self.store, address)
        mark = self._mark(ruling) if ruling is not None else None
        if mark is None or mark.author != AUTHOR:
            return False
        self._keep(Act.TAKE_BACK, TakeBack(mark.decision_id), now, "it answers again")
        return True

    def otherwise(self, captures: Sequence[Capture]) -> list[Capture]:
        """Return those captures that say what the store does not have: counts of likes change, the words do not."""
        basis = basis_of(self.store.watched())
        found = []
        for capture in captures:
            try:
                document = read(capture)
            except ValueError:  # kept, and refused with its reason when it is read
                found.append(capture)
                continue
            had = self.store.readings_with(basis, at_address(document.document_id))
            if not any(reading.document.text == document.text for reading in had):
                found.append(capture)
        return found

    def look_up(self, now: datetime) -> int:
        """Follow the posts that documents show and that are not followed, where the setting is; return how many."""
        if self.store.settings.get(Setting.LOOK_UP_POSTS) != "on":
            self.store.sources.forget(LOOKED_UP)
            return 0
        new = [url for url in self.store.sources.posts_shown() if following_.lookup(url) is not None]
        schedule: Schedule = following_.first(SourceKind.POST, now)
        sources = [(Source(url, SourceKind.POST, via=LOOKED_UP, pages=False), schedule) for url in new]
        return len(self.store.sources.follow(sources))

    def _mark(self, ruling: GonePost) -> Decision | None:
        for decision in in_force(kept(self.store)):
            if isinstance(decision.ruling, GonePost) and decision.ruling.address == ruling.address:
                return decision
        return None

    def _keep(self, act: Act, ruling: Ruling, now: datetime, why: str) -> None:
        payload = payload_of(act, ruling, AUTHOR, now, why)
        self.store.keep_captures([take(payload, Decision.MEDIA_TYPE, now, None, "checked here")])
