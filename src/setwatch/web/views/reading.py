"""What one document says, as its page lists it, and where its words came from."""

from collections.abc import Sequence
from dataclasses import dataclass

from setwatch.model import Claim, Copy, Edit, Passage, Property, Reading, Version, claim_id
from setwatch.publish import Shelf, clean
from setwatch.publish.dates import spoken
from setwatch.publish.words import PROPERTY
from setwatch.web import links

ROOM = 400
"""Characters of a sentence or passage that are shown."""

EDITS = 12
"""Edits of one version, and passages of two documents, that are shown."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a document's page lists it."""

    number: int
    production: str
    name: str
    key: str
    value: str
    surely: str
    by: str | None
    claim_id: str


@dataclass(frozen=True, slots=True)
class EditView:
    """A sentence that was, and what it is now; either may be missing."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a page."""

    captured: str
    link: str
    here: bool
    edits: tuple[EditView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CopyView:
    """The other side of a copy: its name, its page, how and why, and the page with both side by side."""

    name: str
    link: str
    how: str
    reason: str
    beside: str
    about: tuple[str, str]


def claim_views(reading: Reading) -> tuple[ClaimView, ...]:
    """Return the claims of a document in the order in which `marked` numbers them."""
    document_id = reading.document.document_id
    return tuple(_claim(number, claim, claim_id(document_id, claim)) for number, claim in enumerate(reading.claims, 1))


def _claim(number: int, claim: Claim, ident: str) -> ClaimView:
    dated = claim.property is Property.RELEASE_DATE
    value = spoken(claim.value) if dated else claim.value
    value = value.replace("_", " ") if claim.property is Property.PRODUCTION_STATUS else value
    surely = claim.modality.value if claim.polarity == "affirmed" else f"denied, {claim.modality.value}"
    return ClaimView(
        number,
        claim.production,
        PROPERTY[claim.property],
        claim.property.value,
        value,
        surely,
        claim.attribution,
        ident,
    )


def version_views(versions: Sequence[Version], here: str) -> tuple[VersionView, ...]:
    """Return the versions of a page, the oldest first."""
    return tuple(
        VersionView(
            clean(v.document.captured)[:16].replace("T", " "),
            links.document(v.document.version),
            v.document.version == here,
            tuple(_edit(edit) for edit in v.edits[:EDITS]),
            max(0, len(v.edits) - EDITS),
        )
        for v in versions
    )


def _edit(edit: Edit) -> EditView:
    return EditView(short(edit.before.exact) if edit.before else "", short(edit.after.exact) if edit.after else "")


def copy_views(copies: Sequence[Copy], document_id: str, shelf: Shelf) -> tuple[CopyView, ...]:
    """Return what a document copied and what copied it."""
    found = []
    for copy in copies:
        other = copy.original if copy.copy == document_id else copy.copy
        original, copied = shelf.newest.get(copy.original), shelf.newest.get(copy.copy)
        if document_id in {copy.original, copy.copy} and original and copied:
            how = "copied from" if copy.copy == document_id else "copied by"
            how = "has words in common with" if copy.undecided else how
            found.append(
                CopyView(
                    shelf.cite(other),
                    links.document(shelf.newest[other].version),
                    f"{copy.kind.value}: {how}",
                    copy.reason,
                    links.compare(original.version, copied.version),
                    (copy.original, copy.copy),
                )
            )
    return tuple(found)


def passage_views(passages: Sequence[Passage]) -> tuple[EditView, ...]:
    """Return passages that two documents have in common: the original's words, and the copy's."""
    return tuple(EditView(short(p.original.exact), short(p.copy.exact)) for p in passages)


def short(words: str) -> str:
    """Return words in one line, cut where they are long."""
    words = clean(words)
    return words if len(words) <= ROOM else words[: ROOM - 2].rsplit(" ", 1)[0] + " …"
