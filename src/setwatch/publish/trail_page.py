"""A piece of footage as a page: its trail, the documents that tell of it with their copies, old footage back as new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from setwatch.model import Alarm, Appearance, First, Footage, Ground, Role, fold
from setwatch.publish.dates import said
from setwatch.publish.page import BLANK, Line, line, many
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import ALARM, HEAD, KIND, MARK, QUIET, QUOTE, ROLE, platform

LATER = "is said to have had it first"
"""What an origin did that was not the first one."""

BRIEF = 3
"""Documents named for footage that has no trail."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An actor in one role on a trail, with all places where documents tell of it; `first` is the earliest."""

    first: Appearance
    told: tuple[Appearance, ...]


def trails_page(footage: Sequence[Footage], shelf: Shelf) -> list[Line]:
    """Return one page for several pieces of footage, those first seen first at its top."""
    lines: list[Line] = []
    for piece in footage:
        if piece.appearances or piece.alarms:
            lines += [*([BLANK] if lines else []), *trail_lines(piece, shelf)]
    rest = [piece for piece in footage if not piece.appearances and not piece.alarms]
    if rest:
        lines += [*([BLANK] if lines else []), line(0, ("Talked of, with no word on where it came from", HEAD))]
        lines += [_brief(piece, shelf) for piece in rest]
    return lines


def by_first_seen(footage: Iterable[Footage]) -> tuple[Footage, ...]:
    """Return footage in the order in which it was first seen; what nobody dates comes last."""
    return tuple(sorted(footage, key=lambda piece: (_seen(piece), piece.footage_id)))


def _seen(piece: Footage) -> datetime:
    times = [a.time.not_before or a.time.not_after for a in piece.appearances]
    return min((time for time in times if time is not None), default=datetime.max.replace(tzinfo=UTC))


def _brief(piece: Footage, shelf: Shelf) -> Line:
    told = "; ".join(shelf.cite(document) for document in piece.documents[:BRIEF])
    more = f" and {len(piece.documents) - BRIEF} more" if len(piece.documents) > BRIEF else ""
    return line(2, f"{KIND[piece.kind]} ", (f"“{piece.summary}” ", QUOTE), told, more)


def trail_lines(piece: Footage, shelf: Shelf) -> list[Line]:
    """Return the page of one piece of footage."""
    about = f" of {piece.production}" if piece.production else ""
    lines = [
        line(0, (f"{KIND[piece.kind]}{about}: ", HEAD), (f"“{piece.summary}”", QUOTE)),
        line(2, (f"{piece.footage_id}; {_counts(piece)}", QUIET)),
    ]
    firsts = 0
    for number, stop in enumerate(stops(piece.appearances), start=1):
        firsts += stop.first.role is Role.ORIGIN
        did = LATER if stop.first.role is Role.ORIGIN and firsts > 1 else ROLE[stop.first.role]
        lines += _stop_lines(number, stop, did, shelf)
    lines += _firsts_lines(piece, shelf)
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


def _citing(seen: Appearance, shelf: Shelf) -> tuple[bool, bool, str]:
    """Return what tells whose words to cite: no copy's, those that name the actor, the earliest."""
    document = shelf.newest.get(seen.document_id)
    said_on = document.published if document and document.published else "9999"
    return seen.document_id in shelf.copies, seen.named_by is not None, said_on


def _stop_lines(number: int, stop: Stop, did: str, shelf: Shelf) -> list[Line]:
    first = stop.first
    cited = min(stop.told, key=lambda a: _citing(a, shelf))
    before, words, after = shelf.sentence(cited.evidence, cited.version)
    source = shelf.cite(cited.document_id, cited.version)
    lines = [
        line(2, f"{number}. ", (who(first), HEAD), f" {did}, {said(first.time)}"),
        line(5, ("“", QUOTE), (before.lstrip(), QUOTE), (words, MARK), (after.rstrip(), QUOTE), ("” ", QUOTE), source),
    ]
    refuted = next((a for a in stop.told if a.refuted_by), None)
    if refuted and refuted.refuted_by:
        by = shelf.cite(refuted.refuted_by.document_id, refuted.refuted_by.version)
        lines.append(line(5, ("refuted: ", ALARM), refuted.refuted_by.words, (f", as {by} shows", QUIET)))
    unnamed = dict.fromkeys((a.document_id, a.named_by) for a in stop.told if a.named_by)
    for document, by in unnamed:
        text = f"left unnamed by {shelf.cite(document)}; named by {shelf.cite(by or '')}"
        lines.append(line(5, (text, QUIET)))
    return lines


DECIDED = {
    Ground.CLOCK: "the clocks of the posts decide",
    Ground.DATE: "the dates of the posts decide",
    Ground.TRADE: "no clock decides; a newspaper mostly publishes what others took",
    Ground.TELLERS: "no clock decides; more documents that are no copies speak for the first of these",
    Ground.NOTHING: "nothing decides between them",
}


def _firsts_lines(piece: Footage, shelf: Shelf) -> list[Line]:
    """Return who else is said to have had it first, and what decides."""
    if not piece.firsts or piece.decided_by is None:
        return []
    head = f"{len(piece.firsts)} are said to have had it first: "
    lines = [line(2, ("! ", ALARM), (head, ALARM), DECIDED[piece.decided_by])]
    return lines + [line(5, *_first_parts(first, shelf)) for first in piece.firsts]


def _first_parts(first: First, shelf: Shelf) -> tuple[tuple[str, str] | str, ...]:
    name = f"@{first.handle}" if first.handle else first.actor
    outcome = f"refuted, {first.refuted_by.words}" if first.refuted_by else said(first.time)
    told = "; ".join(shelf.cite(document) for document in first.documents[:BRIEF])
    more = f" and {len(first.documents) - BRIEF} more" if len(first.documents) > BRIEF else ""
    return (name, HEAD), f", {outcome}: ", (f"{told}{more}", QUIET)


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
            lines += _found(4, shelf.cite(document), document, shelf)
            lines += _copies(document, documents, shelf, 1, {document})
    return lines


def _found(indent: int, text: str, document: str, shelf: Shelf) -> list[Line]:
    return [line(indent, text), line(indent + 2, (shelf.place(document), QUIET), whole=True)]


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
