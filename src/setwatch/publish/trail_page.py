"""A piece of footage as a page: its trail, the documents that tell of it with their copies, old footage back as new."""

from collections.abc import Sequence
from dataclasses import dataclass

from setwatch.model import Alarm, Appearance, Footage, fold
from setwatch.publish.dates import said
from setwatch.publish.page import BLANK, Line, line, many
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import ALARM, HEAD, KIND, MARK, QUIET, QUOTE, ROLE, platform


@dataclass(frozen=True, slots=True)
class Stop:
    """An actor in one role on a trail, with all places where documents tell of it; `first` is the earliest."""

    first: Appearance
    told: tuple[Appearance, ...]


def trails_page(footage: Sequence[Footage], shelf: Shelf) -> list[Line]:
    """Return one page for several pieces of footage, those first seen first at its top."""
    lines: list[Line] = []
    for piece in footage:
        lines += [*([BLANK] if lines else []), *trail_lines(piece, shelf)]
    return lines


def trail_lines(piece: Footage, shelf: Shelf) -> list[Line]:
    """Return the page of one piece of footage."""
    about = f" of {piece.production}" if piece.production else ""
    lines = [
        line(0, (f"{KIND[piece.kind]}{about}: ", HEAD), (f"“{piece.summary}”", QUOTE)),
        line(2, (f"{piece.footage_id}; {_counts(piece)}", QUIET)),
    ]
    for number, stop in enumerate(stops(piece.appearances), start=1):
        lines += _stop_lines(number, stop, shelf)
    for alarm in piece.alarms:
        lines += _alarm_lines(alarm, shelf)
    return lines + _document_lines(piece.documents, shelf)


def _counts(piece: Footage) -> str:
    witnesses = many(piece.witnesses, "witness", "witnesses")
    return f"{many(len(piece.documents), 'document')}, {witnesses}"


def stops(appearances: Sequence[Appearance]) -> tuple[Stop, ...]:
    """Return the appearances of one actor in one role as one stop, in the order of the trail."""
    found: dict[tuple[str, str], list[Appearance]] = {}
    for appearance in appearances:
        who = fold(appearance.actor or appearance.handle or "")
        found.setdefault((who or f"? {appearance.platform or ''}", appearance.role), []).append(appearance)
    return tuple(Stop(told[0], tuple(told)) for told in found.values())


def who(appearance: Appearance) -> str:
    """Return an actor with handle and platform: `Reel Spotter (@reelspotter) on Twitter`."""
    handle = f"@{appearance.handle}" if appearance.handle else ""
    named = appearance.actor or ""
    if handle and fold(named) == fold(appearance.handle or ""):
        named = ""
    name = f"{named} ({handle})" if named and handle else named or handle or "somebody unnamed"
    return name + (f" on {platform(appearance.platform)}" if appearance.platform else "")


def _stop_lines(number: int, stop: Stop, shelf: Shelf) -> list[Line]:
    first = stop.first
    cited = next((a for a in stop.told if not a.named_by), first)
    before, words, after = shelf.sentence(cited.evidence, cited.version)
    source = shelf.cite(cited.document_id, cited.version)
    lines = [
        line(2, f"{number}. ", (who(first), HEAD), f" {ROLE[first.role]}, {said(first.time)}"),
        line(5, ("“", QUOTE), (before.lstrip(), QUOTE), (words, MARK), (after.rstrip(), QUOTE), ("” ", QUOTE), source),
    ]
    unnamed = dict.fromkeys((a.document_id, a.named_by) for a in stop.told if a.named_by)
    for document, by in unnamed:
        text = f"left unnamed by {shelf.cite(document)}; named by {shelf.cite(by or '')}"
        lines.append(line(5, (text, QUIET)))
    return lines


def _alarm_lines(alarm: Alarm, shelf: Shelf) -> list[Line]:
    before, words, after = shelf.sentence(alarm.evidence, alarm.version)
    told = f"{shelf.cite(alarm.document_id, alarm.version)} gives it as new; first seen {said(alarm.first_seen)}"
    return [
        line(2, ("! Old footage back as new: ", ALARM), told),
        line(5, ("“", QUOTE), (before.lstrip(), QUOTE), (words, MARK), (after.rstrip(), QUOTE), ("”", QUOTE)),
    ]


def _document_lines(documents: Sequence[str], shelf: Shelf) -> list[Line]:
    lines = [line(2, "Told by")]
    for document in documents:
        if _root(document, documents, shelf) is None:
            lines.append(line(4, shelf.cite(document), (f"  {shelf.place(document)}", QUIET), whole=True))
            lines += _copies(document, documents, shelf, 1, {document})
    return lines


def _root(document: str, documents: Sequence[str], shelf: Shelf) -> str | None:
    """Return the document under which this one is folded: its original, where that tells of the footage too."""
    copy = shelf.copies.get(document)
    return copy.original if copy and copy.original in documents and not copy.undecided else None


def _copies(original: str, documents: Sequence[str], shelf: Shelf, depth: int, seen: set[str]) -> list[Line]:
    lines: list[Line] = []
    for document in documents:
        if document not in seen and _root(document, documents, shelf) == original:
            seen.add(document)
            copy = shelf.copies[document]
            lines.append(
                line(4 + 2 * depth, f"copied by {shelf.cite(document)}", (f" ({copy.kind}: {copy.reason})", QUIET))
            )
            lines += _copies(document, documents, shelf, depth + 1, seen)
    return lines
