"""All that can be asked of a store."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from platformdirs import user_data_path

from setwatch import following as following_
from setwatch import tracing as tracing_
from setwatch.desk.board import Board
from setwatch.desk.decisions import decide, listed
from setwatch.desk.had import Had, decided, traced_near
from setwatch.desk.hand import hand
from setwatch.desk.ledger import Ledgers
from setwatch.desk.look import look
from setwatch.desk.neighbours import touching, trace_all, trace_near
from setwatch.desk.shown import shown
from setwatch.desk.suggested import Suggested
from setwatch.desk.titles import UnknownTitleError, production_of
from setwatch.desk.upkeep import AddSummary, Progress, basis_of, derive, fingerprint, take
from setwatch.desk.websub import Hubs
from setwatch.model import (
    Act,
    Change,
    Conflict,
    Decided,
    Decision,
    Document,
    Followed,
    Footage,
    Hit,
    Passage,
    Production,
    Reading,
    Record,
    Refusal,
    ReleaseReport,
    Sighting,
    Source,
    Tracing,
    Version,
)
from setwatch.reading import versions
from setwatch.store import Store, at_address, of_production, with_post


def default_store() -> Path:
    """Return where the store lies if nobody says otherwise: in the user's data folder."""
    return user_data_path("setwatch", appauthor=False) / "setwatch.sqlite3"


class Desk:
    """A store and all that can be asked of it. What is not up to date is derived before an answer is given."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock, self.path, self.vitals = store, clock, store.path, store.vitals
        self._ledgers = Ledgers(store)
        self._board = Board(store, self._ledgers)
        self.outbox, self.tokens, self.suggested = store.outbox, store.tokens, Suggested(store)
        self.settings, self.hubs, self.media = store.settings, Hubs(store), store.media

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Self:
        """Open or make the store at `path`; `clock` tells the time of captures, aware and in UTC.

        Raises:
            StoreError: the file cannot serve as a store.
        """
        return cls(Store(path), clock)

    def __enter__(self) -> Self:
        """Return the desk; leaving the `with` closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace_back: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def watch(self, productions: Iterable[Production]) -> None:
        """Watch these productions too; all captures are read again when next something is asked."""
        self._store.watch(productions, self._clock())

    def watched(self) -> tuple[Production, ...]:
        """Return the watched productions in the order of their names."""
        return self._store.watched()

    def add(self, sources: Iterable[Path | BinaryIO], progress: Progress | None = None) -> AddSummary:
        """Keep what files, folders and streams hold, then read all that has no reading that is up to date.

        Each batch of captures is kept before anything reads it. A capture that cannot be read is kept and refused.
        """
        return take(self._store, sources, self._clock, progress)

    def follow(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        """Follow these sources from now on, and return those that were not followed."""
        now = self._clock()
        return self._store.sources.follow((source, following_.first(source.kind, now)) for source in sources)

    def unfollow(self, url: str) -> tuple[str, ...]:
        """Follow no more what is or was found at an address; return the addresses that are asked no more."""
        return self._store.sources.unfollow(url)

    def followed(self) -> tuple[Followed, ...]:
        """Return all sources with when they are asked, in the order of their addresses."""
        return self._store.sources.all()

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings of all captures that can be read, in the order of the captures' digests.

        Dates are corrected and rejected claims left out, as people decided.
        """
        self._derive()
        return self._decided(tuple(self._store.readings(basis_of(self.watched()))))

    def document(self, document_id: str) -> Reading:
        """Return the reading of a document, of its newest version.

        Raises:
            UnknownTitleError: there is no such document, or it cannot be read.
        """
        there = self.readings_at([document_id])
        if not there:
            raise UnknownTitleError(f"there is no document {document_id!r}")
        return max(there, key=lambda r: (r.document.captured, r.document.version))

    def readings_at(self, document_ids: Iterable[str]) -> tuple[Reading, ...]:
        """Return the readings of these documents, all versions of each, in the order of the captures' digests."""
        self._derive()
        return self._decided(self._store.readings_of_documents(basis_of(self.watched()), document_ids))

    def readings_of(self, title: str) -> tuple[Reading, ...]:
        """Return the readings of documents that say something of a production, all versions of each."""
        return self._decided(self._with(of_production(self.production(title).name)))

    def readings_in(self, versions: Sequence[str]) -> tuple[Reading, ...]:
        """Return the readings of the captures with these digests, in the order of the digests."""
        self._derive()
        return self._decided(self._store.readings_of(basis_of(self.watched()), versions))

    def reading(self, version: str) -> Reading:
        """Return the reading of the capture with this digest.

        Raises:
            UnknownTitleError: there is none.
        """
        found = self.readings_in([version])
        if not found:
            raise UnknownTitleError(f"no document was captured as {version!r}")
        return found[0]

    def search(self, words: str, limit: int = 20, offset: int = 0) -> tuple[Hit, ...]:
        """Return the documents and posts in which all of these words stand, what was said last first.

        Words in quotes stand together; one that ends in `*` is the beginning of a word.
        """
        self._derive()
        return shown(self._store, self._store.search.find(words, basis_of(self.watched()), limit, offset))

    def documents_with(self, words: str, limit: int, by: date | None, after: str | None) -> tuple[str, ...]:
        """Return the digests of documents that have all words, by a day, after one; see `Search.documents`."""
        self._derive()
        return self._store.search.documents(words, basis_of(self.watched()), limit, by, after)

    def serial(self) -> int:
        """Return a number that grows whenever what documents say, or what people decided, is another one."""
        self._derive()
        return self._store.ledgers.serial()

    def origins(self, digests: Iterable[str] | None = None) -> dict[str, str]:
        """Return by digest where these captures (None: all) came from, for people who look for their bytes."""
        return self._store.origins(digests)

    def refused(self) -> tuple[Refusal, ...]:
        """Return the captures that are kept and cannot be read."""
        self._derive()
        return self._store.refused(basis_of(self.watched()))

    def tracing(self) -> Tracing:
        """Return stories, copies and footage over all readings, as people decided on them."""
        return shown(self._store, hand(self._store).tracing(self._traced()))

    def decide(self, act: Act, about: Sequence[str], author: str, note: str | None = None) -> Decision:
        """Keep a decision of `author`, made now, and return it; all answers from now on follow it.

        `about` is, by act: `reject` the id of a claim (and its document's id or address, to find it sooner);
        `confirm-copy`, `undo-copy` the original and the copy; `merge` two footage ids or more; `split` a footage id,
        then the documents that show another piece; `date` a document and its date (EDTF); `take-back` a decision's id.

        Raises:
            DecisionError: what it is about is not there, or it makes no sense.
        """
        self._derive()
        return decide(self._store, act, about, author=author, note=note, now=self._clock(), tracing=self.tracing)

    def decisions(self) -> tuple[Decided, ...]:
        """Return all decisions, those taken back too, in the order in which they were made."""
        self._derive()
        return shown(self._store, listed(self._store, lambda documents: trace_near(self._store, documents)))

    def tracing_of(self, title: str) -> Tracing:
        """Return what is traced of the documents that say something of a production, with whatever others.

        Raises:
            UnknownTitleError: the title is not watched.
        """
        return self.ledgers.traced(self.production(title).name)

    def tracing_near(self, document_ids: Iterable[str]) -> Tracing:
        """Return of all that is traced what touches these documents, as people decided on it.

        Other parts of the archive are not looked at; what has not changed since it was last asked for is kept.
        """
        documents = frozenset(document_ids)
        self._derive()
        return shown(self._store, touching(traced_near(self._store, documents, hand(self._store)), documents))

    def look(self, path: Path) -> tuple[Sighting, ...]:
        """Return the captures in which a picture or video, or a copy of it, is found, the surest first.

        Raises:
            MediaError: the file is no picture or video that can be read, or the libraries for it are not installed.
        """
        return look(self._store, path, self._at)

    def production(self, title: str) -> Production:
        """Return the watched production that has this name or alias, whatever its case, accents and punctuation.

        Raises:
            UnknownTitleError: none has; the message lists near matches.
        """
        return production_of(self.watched(), title)

    def record(self, title: str, known: datetime | None = None, captured: datetime | None = None) -> Record:
        """Return what stood of a production, as known and as captured by these times (UTC; None: by now)."""
        production = self.production(title)
        self._derive()
        if captured is None:
            return self._ledgers.record(production.name, known)
        return shown(self._store, Had(self._store, production, captured).record(known))

    def changes(
        self, title: str, since: datetime | None = None, known: datetime | None = None, captured: datetime | None = None
    ) -> tuple[Change, ...]:
        """Return what changed after `since`, by `known`, from what was captured by `captured` (UTC; None: all)."""
        production = self.production(title)
        self._derive()
        if captured is None:
            found = self._ledgers.changes(production.name)
        else:
            found = shown(self._store, Had(self._store, production, captured).changes())
        return tuple(c for c in found if (known is None or c.said <= known) and (since is None or c.said > since))

    def history(self, title: str) -> tuple[ReleaseReport, ...]:
        """Return which document reported which release date, in the order in which they were said."""
        return self.ledgers.history(self.production(title).name)

    def conflicts(self, title: str, known: datetime | None = None) -> tuple[Conflict, ...]:
        """Return what documents contradict each other on, of those that were said by `known` (UTC; None: all)."""
        return self.ledgers.conflicts(self.production(title).name, known)

    def footage(self, footage_id: str, document_id: str | None = None) -> Footage | None:
        """Return a piece of footage of a watched production, or one that a document tells of; None: there is none."""
        if (found := self.ledgers.of_footage(footage_id)) is not None or document_id is None:
            return found
        return next((p for p in self.tracing_near([document_id]).footage if p.footage_id == footage_id), None)

    def trails(self, query: str | None = None) -> tuple[Footage, ...]:
        """Return footage with its trail: of a title, of one footage id, of a document's or post's address, or all.

        Raises:
            UnknownTitleError: `query` is none of these.
        """
        if query is None:
            return self.tracing().footage
        if query.startswith("footage-") and (one := self.footage(query)) is not None:
            return (one,)
        there = {r.document.document_id for r in self._at(query)}
        if there or "://" in query:
            return self.tracing_near(there).footage
        if query.startswith("footage-") and (found := [f for f in self.tracing().footage if f.footage_id == query]):
            return tuple(found)
        name = self.production(query).name
        return tuple(f for f in self.tracing_of(query).footage if f.production == name)

    def compare(self, original: str, copy: str) -> tuple[Document, Document, tuple[Passage, ...]]:
        """Return the newest documents at two addresses, and the passages that they have in common.

        Raises:
            UnknownTitleError: nothing was captured at one of them.
        """
        ours, theirs = self.versions(original)[-1].document, self.versions(copy)[-1].document
        return ours, theirs, tracing_.passages(ours, theirs)

    def versions(self, address: str) -> tuple[Version, ...]:
        """Return the versions of the page at an address (or of a document's id), as captured one after the other.

        Raises:
            UnknownTitleError: nothing was captured there.
        """
        there = [r.document for r in self._with(at_address(address))]
        if not there:
            raise UnknownTitleError(f"nothing was captured at {address!r}")
        return versions(list(shown(self._store, tuple(there))))

    def rebuild(self, progress: Progress | None = None) -> tuple[Refusal, ...]:
        """Drop all that is derived, derive it again from the captures; return what cannot be read."""
        self._store.drop_derived()
        refused = derive(self._store, progress) | fingerprint(self._store)
        trace_all(self._store)
        return tuple(refused.values())

    @property
    def ledgers(self) -> Ledgers:
        """What is kept of each production, by its name; what is not up to date is made again when it is asked for."""
        self._derive()
        return self._ledgers

    @property
    def board(self) -> Board:
        """What is kept over all productions: what changed, release dates, how outlets did."""
        self._derive()
        return self._board

    def _derive(self) -> None:
        """Read what has no reading that is up to date; nothing is looked for while nothing in the store changed."""
        self._store.pulse.while_same("derived", lambda: derive(self._store))

    def _traced(self) -> Tracing:
        self._derive()
        return trace_all(self._store)

    def _decided(self, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        self._derive()
        return shown(self._store, decided(self._store, readings))

    def _at(self, address: str) -> tuple[Reading, ...]:
        """Return the readings of the page at an address and of the documents that show the post there."""
        return self._with(at_address(address), with_post(address))

    def _with(self, *keys: str) -> tuple[Reading, ...]:
        """Return the readings of documents with one of these keys, all versions of each."""
        self._derive()
        return self._store.readings_with(basis_of(self.watched()), *keys)
