"""What is known as data to take away: of a production, and of a piece of footage."""

from fastapi import APIRouter
from starlette.responses import Response

from setwatch.desk import Desk, material_of
from setwatch.model import Footage
from setwatch.publish import documents_in
from setwatch.publish.addresses import slug
from setwatch.publish.derivation import FORMATS as TRAILS
from setwatch.publish.derivation import export, graph_of
from setwatch.publish.exports import EXPORTS, exported
from setwatch.web.asked import KnownDate, TheDesk, by_end_of
from setwatch.web.errors import Missing

router = APIRouter(prefix="/export")

MEDIA_TYPES = {
    "jsonld": "application/ld+json",
    "webannotation": 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    "ninjs": "application/json",
    "prov": "application/json",
    "csv": "text/csv; charset=utf-8",
    "graphml": "application/xml",
    "gexf": "application/xml",
}
"""By format; what needs an extra (`parquet`) is for the command alone."""

SUFFIXES = {"webannotation": "anno.jsonld", "ninjs": "ninjs.json", "prov": "prov.json"}
"""How names of files end where the format's own name is no known ending."""


@router.get("/production/{title}.{form}")
def production(desk: TheDesk, title: str, form: str, known: KnownDate = "") -> Response:
    """What is known of a production, by a date."""
    if form not in EXPORTS or form not in MEDIA_TYPES:
        raise Missing(f"There is no such export; there are {', '.join(f for f in EXPORTS if f in MEDIA_TYPES)}.")
    found, moment = desk.production(title), by_end_of(known)
    name = f"{slug(found.name)}-{moment.date().isoformat()}" if moment else slug(found.name)
    return _file(exported(form, material_of(desk, found.name, moment)), name, form)


@router.get("/footage/{footage_id}.{form}")
def footage(desk: TheDesk, footage_id: str, form: str) -> Response:
    """The trail of a piece of footage as a graph: who had it from whom, by which documents."""
    if form not in TRAILS:
        raise Missing(f"There is no such export; there are {', '.join(TRAILS)}.")
    piece = desk.footage(footage_id)
    if piece is None:
        raise Missing(f"There is no footage {footage_id!r}. What it is made of may have changed since.")
    return _file(_trail(desk, piece, form), piece.footage_id, form)


def _trail(desk: Desk, piece: Footage, form: str) -> bytes:
    told = documents_in((piece,))
    return export(graph_of((piece,), desk.readings_at(told), desk.tracing_near(told).copies), form).encode()


def _file(data: bytes, name: str, form: str) -> Response:
    plain = "".join(c if c.isascii() and (c.isalnum() or c == "-") else "_" for c in name)[:80]
    answer = Response(data, media_type=MEDIA_TYPES[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{plain}.{SUFFIXES.get(form, form)}"'
    return answer
