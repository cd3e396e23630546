"""The pages of a document: its text with what it says marked, its versions, and two documents side by side."""

import re
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from setwatch.publish import Shelf
from setwatch.publish.addresses import web
from setwatch.web import links
from setwatch.web.asked import TheDesk
from setwatch.web.errors import Wrong
from setwatch.web.kept import Kept
from setwatch.web.media import kept_at
from setwatch.web.pages import page
from setwatch.web.session import turned_on
from setwatch.web.views.marked import marked
from setwatch.web.views.reading import claim_views, copy_views, passage_views, version_views
from setwatch.web.views.trails import piece_view

router = APIRouter(route_class=Kept)

_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)

PASSAGES = 60
"""Passages that two documents side by side show."""


@router.get("/documents")
def by_address(desk: TheDesk, url: Annotated[str, Query(max_length=4000)]) -> Response:
    """Go to the newest version of the page at an address."""
    return RedirectResponse(links.document(desk.versions(url)[-1].document.version), 303)


@router.get("/documents/{version}")
def document(
    request: Request,
    desk: TheDesk,
    version: str,
    at: Annotated[str, Query(max_length=20)] = "",
    start: Annotated[int | None, Query(alias="from", ge=0, le=1_000_000_000)] = None,
) -> Response:
    """One version of a document; `at` are the words to mark, as two offsets into its text."""
    reading = desk.reading(version)
    found = reading.document
    traced = desk.tracing_near([found.document_id])
    copies = traced.copies
    told = {found.document_id, *(i for c in copies for i in (c.original, c.copy))}
    shelf = Shelf.of((r.document for r in desk.readings_at(told)), copies)
    footage = [piece_view(piece, shelf, 0) for piece in traced.footage]
    return page(
        request,
        "document.html",
        document=found,
        elsewhere=web(found.url),
        name=shelf.name(found.document_id, version),
        text=marked(reading, _place(at), start),
        claims=claim_views(reading),
        versions=version_views(desk.versions(found.document_id), version),
        copies=copy_views(copies, found.document_id, shelf),
        credits=list(dict.fromkeys(credit.source for credit in reading.telling.credits)),
        footage=footage,
        media=kept_at(desk, [reading]) if turned_on(request) else None,
    )


@router.get("/compare/{original}/{copy}")
def compare(request: Request, desk: TheDesk, original: str, copy: str) -> Response:
    """Two documents side by side: the passages that they have in common."""
    ids = [desk.reading(version).document.document_id for version in (original, copy)]
    ours, theirs, passages = desk.compare(*ids)
    copies = [c for c in desk.tracing_near(ids).copies if {c.original, c.copy} == set(ids)]
    shelf = Shelf.of((ours, theirs), copies)
    return page(
        request,
        "compare.html",
        sides=[(shelf.cite(d.document_id), d.title, links.document(d.version)) for d in (ours, theirs)],
        reason=copies[0].reason if copies else "",
        passages=passage_views(passages[:PASSAGES]),
        count=len(passages),
    )


def _place(at: str) -> tuple[int, int] | None:
    if not at:
        return None
    found = _AT.fullmatch(at)
    if found is None or int(found[1]) >= int(found[2]):
        raise Wrong(f"{at!r} is no place in a text; give one as 120-160.")
    return int(found[1]), int(found[2])
