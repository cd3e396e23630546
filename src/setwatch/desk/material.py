"""What exports and interfaces of a production are made of, from one desk."""

from datetime import datetime

from setwatch.desk.desk import Desk
from setwatch.desk.resting import rests_in
from setwatch.publish.exports import Material
from setwatch.publish.shelf import Shelf, documents_in


def material_of(desk: Desk, title: str, known: datetime | None = None, captured: datetime | None = None) -> Material:
    """Return what is known of a production, as known and as captured by these times (UTC; None: by now).

    Raises:
        UnknownTitleError: the title is not watched.
    """
    production = desk.production(title)
    record = desk.record(title, known, captured)
    changes = desk.changes(title, None, known, captured)
    footage = desk.trails(production.name)
    found = (record, changes, footage)
    return Material(
        production,
        record,
        changes,
        desk.readings_at(documents_in(found)),
        footage,
        shelf_of(desk, found),
        rests_in(desk, record),
    )


def shelf_of(desk: Desk, found: object) -> Shelf:
    """Return the documents that what was found stands on, with what they copy and the files that they came from."""
    cited = documents_in(found)
    copies = [copy for copy in desk.tracing_near(cited).copies if copy.copy in cited]
    documents = [r.document for r in desk.readings_at(cited | documents_in(tuple(copies)))]
    return Shelf.of(documents, copies, desk.origins(document.version for document in documents))
