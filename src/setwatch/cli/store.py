"""Opening the desk for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from setwatch.cli.console import fail
from setwatch.desk import Desk, MediaError, StoreError, UnknownTitleError, default_store


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
