"""The documents that what is shown stands on: how they are named, where they lie, and the sentence around words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from urllib.parse import urlsplit

from setwatch.model import Copy, Document, Evidence, Interval, interval_of
from setwatch.publish.dates import spoken

SENTENCE = 200
"""Characters of a quoted sentence: three lines of a terminal."""

_IDS = frozenset(("document_id", "named_by", "original", "copy", "document"))
"""Fields of the model that hold the id of a document; `documents` holds several."""

Sentences = Mapping[str, Mapping[tuple[int, int], tuple[str, str]]]
"""By version and place of words: what stands before and after them in their sentence."""

_END = re.compile(r"[.!?…]['\"”’)]*\s+|\n\s*")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents by version and by id (the newest version), copies by the id of the copy.

    `sentences` are those of documents that stand here without their words.
    """

    versions: Mapping[str, Document]
    newest: Mapping[str, Document]
    copies: Mapping[str, Copy]
    origins: Mapping[str, str]
    sentences: Sentences = field(default_factory=dict)

    @classmethod
    def of(
        cls, documents: Iterable[Document], copies: Iterable[Copy] = (), origins: Mapping[str, str] | None = None
    ) -> "Shelf":
        """Return a shelf; `origins` says by version in which file the bytes were."""
        ordered = sorted(documents, key=lambda d: (d.captured, d.version))
        return cls(
            {d.version: d for d in ordered},
            {d.document_id: d for d in ordered},
            {c.copy: c for c in sorted(copies, key=lambda c: (c.copy, c.original), reverse=True)},
            origins or {},
        )

    def name(self, document_id: str, version: str | None = None) -> str:
        """Return how to call a document: its outlet, else its address's host, its title, the file it came from."""
        document = self._document(document_id, version)
        if document is None:
            return document_id
        return (
            document.outlet
            or _host(document.url)
            or document.title
            or self.origins.get(document.version)
            or document_id
        )

    def cite(self, document_id: str, version: str | None = None) -> str:
        """Return a document with its date: `The Reel Desk, 5 October 2020`."""
        document = self._document(document_id, version)
        date = spoken(document.published) if document and document.published else "undated"
        return f"{self.name(document_id, version)}, {date}"

    def place(self, document_id: str, version: str | None = None) -> str:
        """Return where a document can be found: its address, else the file that it came from, else its id."""
        document = self._document(document_id, version)
        if document is None:
            return document_id
        return document.url or self.origins.get(document.version) or document_id

    def said(self, version: str) -> Interval:
        """Return when a version of a document was said, as its own date and its capture tell."""
        document = self.versions.get(version)
        if document is None:
            return Interval(None, None)
        told, captured = interval_of(document.published or ""), datetime.fromisoformat(document.captured)
        return Interval(told.not_before, min(told.not_after, captured) if told.not_after else captured)

    def sentence(self, evidence: Evidence, version: str) -> tuple[str, str, str]:
        """Return what stands before the words in their sentence, the words, and what stands after them."""
        if (kept := self.sentences.get(version, {}).get((evidence.start, evidence.end))) is not None:
            return kept[0], _shortened(evidence.exact), kept[1]
        document = self.versions.get(version)
        text = document.text if document else ""
        if not evidence.stands_in(text):
            return "", evidence.exact, ""
        room = max(0, SENTENCE - len(evidence.exact)) // 2
        head = text[max(0, evidence.start - room) : evidence.start]
        tail = text[evidence.end : evidence.end + room]
        stops = list(_END.finditer(head))
        before = head[stops[-1].end() :] if stops else _cut_head(head, whole=evidence.start <= room)
        stop = _END.search(tail)
        after = tail[: stop.end()] if stop else _cut_tail(tail, whole=evidence.end + room >= len(text))
        whole = evidence.exact.rstrip("'\"”’)")[-1:] in set(".!?…")
        return before, _shortened(evidence.exact), "" if whole else after

    def _document(self, document_id: str, version: str | None) -> Document | None:
        return self.versions.get(version or "") or self.newest.get(document_id)


def documents_in(found: object) -> frozenset[str]:
    """Return the ids of all documents that a thing of the model, or several in a tuple, speaks of."""
    if isinstance(found, tuple):
        return frozenset(document for item in found for document in documents_in(item))
    ids: set[str] = set()
    for part in fields(found) if is_dataclass(found) else ():
        value = getattr(found, part.name)
        if part.name in _IDS and isinstance(value, str):
            ids.add(value)
        elif part.name == "documents":
            ids.update(value)
        else:
            ids |= documents_in(value)
    return frozenset(ids)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return url


def _cut_head(head: str, *, whole: bool) -> str:
    return head if whole or " " not in head else "… " + head.split(" ", 1)[1]


def _cut_tail(tail: str, *, whole: bool) -> str:
    return tail if whole or " " not in tail else tail.rsplit(" ", 1)[0] + " …"


def _shortened(words: str) -> str:
    return words if len(words) <= SENTENCE else words[: SENTENCE - 2].rsplit(" ", 1)[0] + " …"
