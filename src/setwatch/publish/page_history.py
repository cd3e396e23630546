"""Versions of a page, two documents side by side, and what documents contradict each other on, as pages."""

from collections.abc import Sequence

from setwatch.model import Conflict, Document, Edit, Passage, Version
from setwatch.publish.dates import spoken
from setwatch.publish.page import BLANK, Line, line, many
from setwatch.publish.safe import clean
from setwatch.publish.shapes import Shape, evidence_shape
from setwatch.publish.shelf import Shelf
from setwatch.publish.words import HEAD, MARK, PROPERTY, QUIET, QUOTE

ROOM = 300
"""Characters of a passage that are shown; all of it is in the JSON."""


def versions_page(versions: Sequence[Version]) -> list[Line]:
    """Return the versions of a page, each with the sentences that it changed."""
    lines: list[Line] = []
    for number, version in enumerate(versions, 1):
        document = version.document
        lines += [BLANK] if lines else []
        lines.append(line(0, (f"{number}. captured {clean(document.captured)[:16].replace('T', ' ')}", HEAD)))
        lines.append(line(2, (document.version[:12], QUIET)))
        for edit in version.edits:
            lines += _edit_lines(edit)
        if number > 1 and not version.edits:
            lines.append(line(2, "the same sentences"))
    return lines


def _edit_lines(edit: Edit) -> list[Line]:
    mark = "gone" if edit.after is None else "new" if edit.before is None else "was"
    first, second = edit.before or edit.after, edit.after if edit.before else None
    lines = [line(2, f"{mark}: ", (_short(first.exact), QUOTE))] if first else []
    return [*lines, line(2, "now: ", (_short(second.exact), MARK))] if second else lines


def versions_shape(versions: Sequence[Version]) -> list[Shape]:
    """Return the versions with their edits, places in either version's text."""
    return [
        {
            "version": v.document.version,
            "captured": v.document.captured,
            "published": v.document.published,
            "edits": [
                {
                    "before": _place(edit.before, versions[n - 1].document) if edit.before else None,
                    "after": _place(edit.after, v.document) if edit.after else None,
                }
                for edit in v.edits
            ],
        }
        for n, v in enumerate(versions)
    ]


def _place(evidence: object, document: Document) -> Shape:
    return evidence_shape(evidence, document, document.document_id, document.version)  # type: ignore[arg-type]


def compare_page(original: Document, copy: Document, passages: Sequence[Passage], shelf: Shelf) -> list[Line]:
    """Return two documents' common passages, one under the other, with what share of the shorter they are."""
    names = shelf.cite(original.document_id), shelf.cite(copy.document_id)
    lines = [line(0, (f"{names[0]} and {names[1]}", HEAD)), line(2, (_measure(original, copy, passages), QUIET))]
    known = shelf.copies.get(copy.document_id)
    if known and known.original == original.document_id:
        lines.append(line(2, f"{known.kind} copy: {known.reason}"))
    for passage in passages:
        lines += [BLANK, line(2, (f"“{_short(passage.original.exact)}”", QUOTE))]
        if clean(passage.original.exact) != clean(passage.copy.exact):
            lines.append(line(2, (f"“{_short(passage.copy.exact)}”", MARK)))
    return lines


def _measure(original: Document, copy: Document, passages: Sequence[Passage]) -> str:
    shorter = max(1, min(len(original.text.split()), len(copy.text.split())))
    words = sum(len(passage.copy.exact.split()) for passage in passages)
    return (
        f"{many(len(passages), 'passage')} in common, {words:,} words, {min(1.0, words / shorter):.0%} of the shorter"
    )


def compare_shape(original: Document, copy: Document, passages: Sequence[Passage]) -> Shape:
    """Return the common passages with their places in both."""
    return {
        "original": original.document_id,
        "copy": copy.document_id,
        "passages": [
            {"original": _place(passage.original, original), "copy": _place(passage.copy, copy)} for passage in passages
        ],
    }


def conflicts_page(conflicts: Sequence[Conflict], shelf: Shelf) -> list[Line]:
    """Return each conflict with its sides and who holds them."""
    lines: list[Line] = []
    for conflict in conflicts:
        lines += [BLANK] if lines else []
        name = next(
            (text for prop, text in PROPERTY.items() if prop == conflict.property), conflict.property.capitalize()
        )
        lines.append(line(0, (name, HEAD), f": {conflict.reason}"))
        for side in conflict.sides:
            told = "; ".join(shelf.cite(document) for document in side.documents)
            value = spoken(side.value) if conflict.property == "release_date" else side.value.replace("_", " ")
            lines.append(line(2, (f"{value}  ", MARK), told))
    return lines


def conflict_shape(conflict: Conflict) -> Shape:
    """Return a conflict with its sides."""
    return {
        "production": conflict.production,
        "property": conflict.property,
        "reason": conflict.reason,
        "sides": [{"value": side.value, "documents": list(side.documents)} for side in conflict.sides],
    }


def _short(words: str) -> str:
    words = clean(words)
    return words if len(words) <= ROOM else words[: ROOM - 2].rsplit(" ", 1)[0] + " …"
