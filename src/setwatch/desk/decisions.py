"""The editor's hand: decisions made, kept as captures, and applied to answers."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from setwatch import tracing as tracing_
from setwatch.desk.hand import kept
from setwatch.desk.upkeep import basis_of
from setwatch.model import (
    Act,
    CopyRuling,
    DateRuling,
    Decided,
    Decision,
    Footage,
    FootageMark,
    GonePost,
    Merge,
    Reading,
    Reject,
    Ruling,
    Split,
    TakeBack,
    Tracing,
    claim_id,
    days_of,
    mark_of,
    take,
)
from setwatch.reading import payload_of, read_decision
from setwatch.record import taken_back
from setwatch.store import Store, at_address, with_post


class DecisionError(Exception):
    """A decision that cannot be made; the message is one line on why."""


Traced = Callable[[frozenset[str]], Tracing]
"""Returns what is traced near some documents, without decisions."""


def listed(store: Store, traced: Traced) -> tuple[Decided, ...]:
    """Return all decisions with what became of them, in the order in which they were made."""
    decisions = kept(store)
    back = taken_back(decisions)
    known = {decision.decision_id for decision in decisions}
    return tuple(Decided(d, back.get(d.decision_id), _finds(store, d.ruling, traced, known)) for d in decisions)


def _finds(store: Store, ruling: Ruling, traced: Traced, known: set[str]) -> bool:
    """Whether what a decision is about is there."""
    if isinstance(ruling, Reject):
        there = _at(store, ruling.claim.document_id)
        return any(ruling.claim.is_on(r.document.document_id, claim) for r in there for claim in r.claims)
    if isinstance(ruling, CopyRuling):
        return bool(_at(store, ruling.original) and _at(store, ruling.copy))
    if isinstance(ruling, DateRuling):
        return bool(_at(store, ruling.document))
    if isinstance(ruling, GonePost):
        return bool(_showing(store, ruling.address))
    if isinstance(ruling, TakeBack):
        return ruling.decision in known
    marks = ruling.footage if isinstance(ruling, Merge) else (ruling.footage,)
    return all(tracing_.find_footage(traced(frozenset(mark.documents)).footage, mark) for mark in marks)


def decide(
    store: Store,
    act: Act,
    about: Sequence[str],
    *,
    author: str,
    note: str | None,
    now: datetime,
    tracing: Callable[[], Tracing],
) -> Decision:
    """Keep a decision made `now` and return it; see `Desk.decide`. `tracing` gives stories, copies and footage."""
    if not author.strip():
        raise DecisionError("a decision needs an author; say who you are")
    note = " ".join(note.split()) or None if note else None
    ruling = MAKERS[act](store, tuple(item.strip() for item in about), tracing)
    capture = take(payload_of(act, ruling, author.strip(), now, note), Decision.MEDIA_TYPE, now, None, "decided here")
    store.keep_captures([capture])
    return read_decision(capture)


def _reject(store: Store, about: Sequence[str], tracing: Callable[[], Tracing]) -> Ruling:
    del tracing
    wanted, *where = _some(about, 1, 2, "the id of a claim (`setwatch show --ids` prints them)")
    readings = _at(store, where[0]) if where else store.readings(basis_of(store.watched()))
    for reading in readings:
        for claim in reading.claims:
            if claim_id(reading.document.document_id, claim) == wanted:
                return Reject(mark_of(reading.document.document_id, claim))
    raise DecisionError(f"there is no claim {wanted!r}; `setwatch show TITLE --ids` prints their ids")


def _copy(store: Store, about: Sequence[str], holds: bool) -> Ruling:
    original, copy = (_document(store, item) for item in _some(about, 2, 2, "two documents: the original, the copy"))
    if original == copy:
        raise DecisionError("a document is no copy of itself; give two")
    return CopyRuling(original, copy, holds)


def _confirm_copy(store: Store, about: Sequence[str], tracing: Callable[[], Tracing]) -> Ruling:
    del tracing
    return _copy(store, about, holds=True)


def _undo_copy(store: Store, about: Sequence[str], tracing: Callable[[], Tracing]) -> Ruling:
    ruling = _copy(store, about, holds=False)
    if isinstance(ruling, CopyRuling):
        pair = {ruling.original, ruling.copy}
        if not any({copy.original, copy.copy} == pair for copy in tracing().copies):
            raise DecisionError("neither of the two is held to be a copy of the other")
    return ruling


def _merge(store: Store, about: Sequence[str], tracing: Callable[[], Tracing]) -> Ruling:
    del store
    wanted = dict.fromkeys(_some(about, 2, None, "two ids of footage or more (`setwatch trace` prints them)"))
    marks = tuple(_mark(_footage(tracing(), item)) for item in wanted)
    if len(marks) < 2:
        raise DecisionError("a footage is one with itself; give two ids that differ")
    return Merge(marks)


def _split(store: Store, about: Sequence[str], tracing: Callable[[], Tracing]) -> Ruling:
    wanted, *items = _some(about, 2, None, "the id of a footage, then documents that show another one")
    piece = _footage(tracing(), wanted)
    documents = tuple(dict.fromkeys(_document(store, item) for item in items))
    if strangers := [d for d in documents if d not in piece.documents]:
        raise DecisionError(f"{strangers[0]} does not talk about {piece.footage_id}")
    if len(documents) == len(piece.documents):
        raise DecisionError(f"these are all documents that talk about {piece.footage_id}; nothing would be left of it")
    return Split(_mark(piece), documents)


def _date(store: Store, about: Sequence[str], tracing: Callable[[], Tracing]) -> Ruling:
    del tracing
    item, published = _some(about, 2, 2, "a document and its date")
    days = days_of(published)
    if days is None:
        raise DecisionError(
            f"{published!r} is no date, or a day that does not exist; give one as 2020-10-07 or 2020-10"
        )
    document = _document(store, item)
    first = min(reading.document.captured for reading in _at(store, document))
    if days.first > datetime.fromisoformat(first).date():
        raise DecisionError(f"the document was captured on {first[:10]}; it cannot have been published later")
    return DateRuling(document, published)


def _gone(store: Store, about: Sequence[str], tracing: Callable[[], Tracing]) -> Ruling:
    del tracing
    (address,) = _some(about, 1, 1, "the address of a post")
    ruling = gone_post(store, address)
    if ruling is None:
        raise DecisionError(f"no document shows the post {address!r}; `setwatch read` prints addresses of posts")
    return ruling


def gone_post(store: Store, address: str) -> GonePost | None:
    """Return that the post at an address is gone, or None where no document shows one there."""
    posts = [post for reading in _showing(store, address) for post in reading.document.posts]
    there = [post for post in posts if post.permalink == address]
    if not there:
        return None
    # A page may show a part of it; the longest is the nearest to all of its words.
    fullest = max(there, key=lambda post: (len(post.text), post.text))
    digest = hashlib.sha256(fullest.text.encode()).hexdigest()
    return GonePost(address, fullest.platform, fullest.post_id, digest)


def _showing(store: Store, address: str) -> tuple[Reading, ...]:
    return store.readings_with(basis_of(store.watched()), with_post(address))


def _take_back(store: Store, about: Sequence[str], tracing: Callable[[], Tracing]) -> Ruling:
    del tracing
    (wanted,) = _some(about, 1, 1, "the id of a decision (`setwatch decisions` prints them)")
    decisions = kept(store)
    if wanted not in {decision.decision_id for decision in decisions}:
        raise DecisionError(f"there is no decision {wanted!r}; `setwatch decisions` prints their ids")
    if wanted in taken_back(decisions):
        raise DecisionError(f"{wanted} is taken back already")
    return TakeBack(wanted)


Maker = Callable[[Store, Sequence[str], Callable[[], Tracing]], Ruling]
MAKERS: dict[Act, Maker] = {
    Act.REJECT: _reject,
    Act.CONFIRM_COPY: _confirm_copy,
    Act.UNDO_COPY: _undo_copy,
    Act.MERGE: _merge,
    Act.SPLIT: _split,
    Act.DATE: _date,
    Act.GONE: _gone,
    Act.TAKE_BACK: _take_back,
}


def _some(about: Sequence[str], least: int, most: int | None, what: str) -> Sequence[str]:
    if not all(about) or not least <= len(about) <= (most or len(about)):
        raise DecisionError(f"give {what}")
    return about


def _at(store: Store, address: str) -> tuple[Reading, ...]:
    return store.readings_with(basis_of(store.watched()), at_address(address))


def _document(store: Store, address: str) -> str:
    """Return the id of the document at an address, or with this id."""
    there: Iterable[Reading] = _at(store, address)
    found = sorted({reading.document.document_id for reading in there})
    if not found:
        raise DecisionError(f"nothing was captured at {address!r}")
    return found[0]


def _footage(tracing: Tracing, wanted: str) -> Footage:
    for piece in tracing.footage:
        if piece.footage_id == wanted:
            return piece
    raise DecisionError(f"there is no footage {wanted!r}; `setwatch trace` prints their ids")


def _mark(piece: Footage) -> FootageMark:
    return FootageMark(piece.footage_id, piece.kind, piece.documents, piece.summary)
