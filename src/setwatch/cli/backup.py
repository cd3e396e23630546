"""`setwatch backup`, `restore`: the store as a file, copied and put back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from setwatch import desk as desks
from setwatch.cli.console import fail, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.desk import Desk, StoreError, back_up, default_store
from setwatch.publish import line, many

OverwriteOption = Annotated[bool, typer.Option("--overwrite", help="Where there is something already, replace it.")]


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")],
    *,
    overwrite: OverwriteOption = False,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Copy the store to a file, as it stands now; `run` and `serve` may go on meanwhile. The copy is checked.

    It holds all that the store holds, the secrets of alerts too: only you may read it.
    """
    try:
        found = back_up(store or default_store(), file, overwrite=overwrite)
    except StoreError as error:
        fail(str(error))
    size = file.stat().st_size
    if json:
        print_json({"file": str(file), "captures": found.captures, "schema": found.revision, "bytes": size})
    else:
        print_page([line(0, f"{many(found.captures, 'capture')} in {file}, {size:,} bytes, checked")])


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that `setwatch backup` made.")],
    *,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Where there is a store already, lay it aside; its name is told.")
    ] = False,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Make a copy the store again; stop `run` and `serve` first. It is checked before anything is changed.

    One of an older Setwatch is brought up to date. A store that is there already is laid aside, never thrown away.
    """
    path = store or default_store()
    try:
        found, aside = desks.put_back(file, path, datetime.now(UTC), overwrite=overwrite)
        Desk.open(path).close()  # brings it up to date
    except StoreError as error:
        fail(str(error))
    if json:
        told = None if aside is None else str(aside)
        print_json({"store": str(path), "captures": found.captures, "schema": found.revision, "aside": told})
        return
    print_page([line(0, f"{many(found.captures, 'capture')} in {path}")])
    if aside is not None:
        print_page([line(0, f"What was there before is {aside}")])
