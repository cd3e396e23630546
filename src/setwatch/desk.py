"""The one place that puts the parts together; commands talk to it alone."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, TypeVar

import msgspec
from platformdirs import user_data_path
from rapidfuzz import fuzz, process

# Parts that take long to load stand behind doors that open when they are first used; most answers need none of them.
from setwatch import __version__
from setwatch import capture as capture_
from setwatch import claims as claims_
from setwatch import language as language_
from setwatch import llm as llm_
from setwatch import media as media_
from setwatch import tracing as tracing_
from setwatch.model import (
    Capture,
    Change,
    Claim,
    ClaimReader,
    Conflict,
    Document,
    Footage,
    Passage,
    Production,
    Reading,
    Record,
    Refusal,
    ReleaseReport,
    Sighting,
    Story,
    Tracing,
    Version,
    fold,
)
from setwatch.reading import read, versions
from setwatch.record import changes, conflicts, history, record
from setwatch.store import Store, StoreError, at_address, check, of_production, with_post

__all__ = [
    "AddSummary",
    "Desk",
    "MediaError",
    "Progress",
    "StoreError",
    "UnknownTitleError",
    "default_store",
    "read_capture",
    "read_source",
]

T = TypeVar("T")

DERIVATION = f"{__version__}/1"
"""What all that is derived was derived by; raise the number when a change of the code changes them."""

FINGERPRINTS = "media/1"
"""What fingerprints were made by; raise the number when a change of the code changes them."""

MEDIA_BYTES = 256 * 1024 * 1024
"""Bytes of a picture or video that is looked for; `add` takes as many."""

NO_MEDIA = "pictures and video need more libraries: pip install 'setwatch[media]'"

BATCH = 32
"""Captures or readings to a transaction: few flushes to disk, and little to do again after a kill."""

NEAR = 60
"""Similarity (0 to 100, rapidfuzz WRatio) from which a watched name is offered for an unknown title."""

Progress = Callable[[int, int], None]
"""Called with how many captures are read and how many there are to read."""


class MediaError(Exception):
    """A picture or video that cannot be looked for; the message is one line on why."""


class UnknownTitleError(LookupError):
    """A title that is not watched; the message names those that come near."""


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What an `add` did: captures newly read, captures that were there already, and what was refused.

    `undated` is where those came from of the newly read that tell no date, `media` how many pictures and videos were
    newly fingerprinted (not counted as read).
    """

    read: int
    already: int
    refused: tuple[Refusal, ...]
    undated: tuple[str, ...] = ()
    media: int = 0


def default_store() -> Path:
    """Return where the store lies if nobody says otherwise: in the user's data folder."""
    return user_data_path("setwatch", appauthor=False) / "setwatch.sqlite3"


def read_capture(capture: Capture, watched: tuple[Production, ...], second: ClaimReader | None = None) -> Reading:
    """Return all that `capture` says of the `watched` productions. Pure: no clock, no network, no store.

    What a `second` reader finds beyond the rules is added; what it does to find it is its own affair.

    Raises:
        ValueError: the bytes are not what the media type says, or the second reader quotes what is not there.
    """
    document = read(capture)
    analysis = language_.analyse(document, watched)
    claims = claims_.find_claims(document, analysis, watched)
    if second is not None:
        known = {_fact(claim) for claim in claims}
        more = second.find_claims(document, analysis, watched)
        claims = (*claims, *(claim for claim in more if _fact(claim) not in known))
    reading = Reading(document, claims, tracing_.tell(document, analysis, watched))
    if second is not None:
        check(reading)
    return reading


def _fact(claim: Claim) -> tuple[str, ...]:
    return claim.production, claim.property, fold(claim.value), claim.polarity


def model_reader(url: str, model: str, key: str | None = None) -> ClaimReader:
    """Return a language model as a second reader; `url` is an OpenAI-compatible address up to `/v1`.

    Raises:
        ImportError: the `llm` extra is not installed.
    """
    return llm_.ModelReader(url, model, key)


def read_source(
    source: Path | BinaryIO, watched: tuple[Production, ...], captured: datetime, second: ClaimReader | None = None
) -> Iterator[tuple[str, Reading | Refusal]]:
    """Yield where each capture of a file, folder or stream is, and its reading or why there is none; keeps nothing."""
    for item in capture_.captures_of(source, captured):
        if isinstance(item, Refusal):
            yield item.origin, item
            continue
        try:
            yield item.origin, read_capture(item, watched, second)
        except ValueError as error:
            yield item.origin, Refusal(item.origin, " ".join(str(error).split()))


class Desk:
    """A store and all that can be asked of it. What is not up to date is derived before an answer is given."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

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
        kept: set[str] = set()
        already = 0
        refused: list[Refusal] = []
        for batch in _batches(item for source in sources for item in capture_.captures_of(source, self._clock())):
            captures = [item for item in batch if isinstance(item, Capture)]
            refused += [item for item in batch if isinstance(item, Refusal)]
            new = self._store.keep_captures(captures)
            kept |= new
            already += len(captures) - len(new)
        media = kept & set(self._store.pending_prints(FINGERPRINTS))
        unread = self._derive(progress) | self._fingerprint()
        basis = _basis(self.watched())
        found = (r.document for batch in _batches(sorted(kept)) for r in self._store.readings_of(basis, batch))
        undated = tuple(self._store.capture(d.version).origin for d in found if d.published is None)
        read_ = len(kept - media - unread.keys())
        return AddSummary(read_, already, (*refused, *unread.values()), undated, len(media - unread.keys()))

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings of all captures that can be read, in the order of the captures' digests."""
        self._derive(None)
        return tuple(self._store.readings(_basis(self.watched())))

    def origins(self) -> dict[str, str]:
        """Return by digest where each capture came from, for people who look for its bytes."""
        return self._store.origins()

    def refused(self) -> tuple[Refusal, ...]:
        """Return the captures that are kept and cannot be read."""
        self._derive(None)
        return self._store.refused(_basis(self.watched()))

    def tracing(self) -> Tracing:
        """Return stories, copies and footage over all readings; kept until a capture or the watch list changes."""
        self._derive(None)
        watched = self.watched()
        basis = _basis(watched)
        inputs = _digest(basis, *self._store.read(basis))
        tracing = self._store.tracing(inputs)
        if tracing is None:
            tracing = tracing_.trace(tuple(self._store.readings(basis)), watched)
            self._store.keep_tracing(tracing, inputs)
        return tracing

    def look(self, path: Path) -> tuple[Sighting, ...]:
        """Return the captures in which a picture or video, or a copy of it, is found, the surest first.

        Raises:
            MediaError: the file is no picture or video that can be read, or the libraries for it are not installed.
        """
        self._fingerprint()
        try:
            with path.open("rb") as stream:
                payload = stream.read(MEDIA_BYTES + 1)
            matches = media_.matches(payload, media_.Library(self._store.prints(FINGERPRINTS)))
        except ImportError as error:
            raise MediaError(NO_MEDIA) from error
        except (OSError, ValueError) as error:
            raise MediaError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
        found = []
        for match in matches:
            origin, url, captured = self._store.whereabouts(match.reference)
            there = [r.document for r in self._at(url) if url in _addresses(r)] if url else []
            posts = tuple(dict.fromkeys(p for document in there for p in document.posts if p.permalink == url))
            documents = tuple(document.document_id for document in there)
            found.append(Sighting(match, origin, url, captured, posts, documents))
        return tuple(found)

    def production(self, title: str) -> Production:
        """Return the watched production that has this name or alias, whatever its case, accents and punctuation.

        Raises:
            UnknownTitleError: none has; the message lists near matches.
        """
        watched = self.watched()
        named = {fold(name): production for production in watched for name in reversed(production.names)}
        named |= {fold(production.name): production for production in watched}
        if (found := named.get(fold(title))) is not None:
            return found
        near = process.extract(fold(title), list(named), scorer=fuzz.WRatio, limit=5, score_cutoff=NEAR)
        names = dict.fromkeys(named[name].name for name, _, _ in near)
        hint = f"near: {', '.join(names)}" if names else "see `setwatch watch --list`"
        raise UnknownTitleError(f"{title!r} is not watched; {hint}")

    def record(self, title: str, known: datetime | None = None, captured: datetime | None = None) -> Record:
        """Return what stood of a production, as known and as captured by these times (UTC; None: by now)."""
        production = self.production(title)
        readings = self._with(of_production(production.name))
        return record(readings, self.tracing(), production, known, captured)

    def changes(self, title: str, since: datetime | None = None) -> tuple[Change, ...]:
        """Return what changed in the record of a production after `since` (UTC; None: all), in order."""
        production = self.production(title)
        readings = self._with(of_production(production.name))
        return changes(readings, self.tracing(), production, since)

    def history(self, title: str) -> tuple[ReleaseReport, ...]:
        """Return which document reported which release date, in the order in which they were said."""
        production = self.production(title)
        return history(self._with(of_production(production.name)), production)

    def conflicts(self, title: str) -> tuple[Conflict, ...]:
        """Return what documents contradict each other on."""
        production = self.production(title)
        return conflicts(self._with(of_production(production.name)), production)

    def stories(self, title: str) -> tuple[Story, ...]:
        """Return the stories with a document that says something of a production."""
        name = self.production(title).name
        about = {r.document.document_id for r in self._with(of_production(name))}
        return tuple(story for story in self.tracing().stories if about & set(story.documents))

    def trails(self, query: str | None = None) -> tuple[Footage, ...]:
        """Return footage with its trail: of a title, of one footage id, of a document's or post's address, or all.

        Raises:
            UnknownTitleError: `query` is none of these.
        """
        footage = self.tracing().footage
        if query is None:
            return footage
        if found := tuple(f for f in footage if f.footage_id == query):
            return found
        there = {r.document.document_id for r in self._at(query)}
        if there or "://" in query:
            return tuple(f for f in footage if there & set(f.documents))
        name = self.production(query).name
        return tuple(f for f in footage if f.production == name)

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
        return versions(there)

    def rebuild(self, progress: Progress | None = None) -> tuple[Refusal, ...]:
        """Drop all that is derived, derive it again from the captures; return what cannot be read."""
        self._store.drop_derived()
        refused = self._derive(progress) | self._fingerprint()
        self.tracing()
        return tuple(refused.values())

    def _derive(self, progress: Progress | None) -> dict[str, Refusal]:
        """Derive what is not up to date; return what could not be read, by digest."""
        watched = self.watched()
        basis = _basis(watched)
        pending = self._store.pending(basis)
        refused: dict[str, Refusal] = {}
        done = 0
        for batch in _batches(pending):
            readings, wrong = [], []
            for digest in batch:
                capture = self._store.capture(digest)
                try:
                    reading = read_capture(capture, watched)
                    check(reading)
                except ValueError as error:
                    reason = " ".join(str(error).split())
                    wrong.append((digest, reason))
                    refused[digest] = Refusal(capture.origin, reason)
                else:
                    readings.append(reading)
                done += 1
                if progress is not None:
                    progress(done, len(pending))
            self._store.keep_derived(readings, wrong, basis)
        return refused

    def _fingerprint(self) -> dict[str, Refusal]:
        """Fingerprint pictures and video that are not; return what could not be, by digest."""
        refused: dict[str, Refusal] = {}
        for digest in self._store.pending_prints(FINGERPRINTS):
            capture = self._store.capture(digest)
            try:
                self._store.keep_print(digest, FINGERPRINTS, media_.print_of(capture.payload))
            except ImportError:  # kept, and fingerprinted once the libraries are there
                refused[digest] = Refusal(capture.origin, f"is kept, without a fingerprint; {NO_MEDIA}")
            except ValueError as error:
                refused[digest] = Refusal(capture.origin, " ".join(str(error).split()))
                self._store.keep_print(digest, FINGERPRINTS, refused[digest])
        return refused

    def _at(self, address: str) -> tuple[Reading, ...]:
        """Return the readings of the page at an address and of the documents that show the post there."""
        return self._with(at_address(address), with_post(address))

    def _with(self, *keys: str) -> tuple[Reading, ...]:
        """Return the readings of documents with one of these keys, all versions of each."""
        self._derive(None)
        return self._store.readings_with(_basis(self.watched()), *keys)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _basis(watched: tuple[Production, ...]) -> str:
    """What readings depend on besides their captures: how they are derived, and for which productions."""
    return f"{DERIVATION} {_digest(msgspec.json.encode(watched).decode())}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _addresses(reading: Reading) -> set[str | None]:
    document = reading.document
    return {document.document_id, document.url} | {post.permalink for post in document.posts}
