"""Opening the desk for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from setwatch.cli.console import fail
from setwatch.desk import Desk, MediaError, StoreError, UnknownTitleError, default_store
from setwatch.publish import Shelf, documents_in


@contextmanager
def desk_at(store: Path | None, *, make: bool = False) -> Iterator[Desk]:
    """Open the store, or the user's own; only commands that `make` one do so where there is none.

    What a person can mend (no store, a file that is none, a title that is not watched) ends the command in one line.
    """
    path = store or default_store()
    if not make and not path.exists():
        fail(f"{path}: there is no store yet; begin with: setwatch watch TITLE")
    try:
        with Desk.open(path) as desk:
            yield desk
    except (MediaError, StoreError) as error:
        fail(str(error))
    except UnknownTitleError as error:
        fail(error.args[0])


def shelf_of(desk: Desk, found: object) -> Shelf:
    """Return the documents that what was found stands on, with what they copy and the files that they came from."""
    cited = documents_in(found)
    copies = [copy for copy in desk.tracing_near(cited).copies if copy.copy in cited]
    documents = [r.document for r in desk.readings_at(cited | documents_in(tuple(copies)))]
    return Shelf.of(documents, copies, desk.origins(document.version for document in documents))
