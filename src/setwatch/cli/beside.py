"""`setwatch versions`, `compare`, `conflicts`: things side by side."""

from typing import Annotated

import typer

from setwatch.cli.ask import Title
from setwatch.cli.console import note, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.store import desk_at
from setwatch.desk import shelf_of
from setwatch.publish import (
    compare_page,
    compare_shape,
    conflict_shape,
    conflicts_page,
    versions_page,
    versions_shape,
)


def versions(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="A page's address, or a document's id.", show_default=False)
    ],
    *,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the versions of a page that was captured more than once: which sentences each of them changed."""
    with desk_at(store) as desk:
        found = desk.versions(url)
    if json:
        print_json(versions_shape(found))
    else:
        print_page(versions_page(found))


def compare(
    original: Annotated[str, typer.Argument(metavar="URL", help="A page's address, or a document's id.")],
    copy: Annotated[str, typer.Argument(metavar="URL", help="Another one's.")],
    *,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the passages that two documents have in common, side by side."""
    with desk_at(store) as desk:
        ours, theirs, found = desk.compare(original, copy)
        shelf = shelf_of(desk, (ours, theirs))
    if json:
        print_json(compare_shape(ours, theirs, found))
    else:
        print_page(compare_page(ours, theirs, found, shelf))


def conflicts(title: Title, *, json: JsonOption = False, store: StoreOption = None) -> None:
    """Print what documents contradict each other on: the values side by side, and who says which."""
    with desk_at(store) as desk:
        found = desk.conflicts(title)
        shelf = shelf_of(desk, found)
    if json:
        print_json([conflict_shape(conflict) for conflict in found])
    elif found:
        print_page(conflicts_page(found, shelf))
    else:
        note("no documents contradict each other on it")
