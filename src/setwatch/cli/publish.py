"""`setwatch publish`: the site as files."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer

from setwatch import web
from setwatch.cli.alerts import SITE
from setwatch.cli.console import fail, print_json, print_page
from setwatch.cli.options import JsonOption, StoreOption
from setwatch.cli.serve import NO_SITE
from setwatch.cli.store import desk_at
from setwatch.desk import Desk, default_store
from setwatch.publish import line, many
from setwatch.publish.addresses import Addresses


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files go.", show_default=False)],
    *,
    site: Annotated[
        str, typer.Option("--site", metavar="URL", help="Where the site will be, for links in feeds and calendars.")
    ] = SITE,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Write the site's pages, feeds and calendars as files that any web server can hold."""
    try:
        files_of, create_app = web.files_of, web.create_app
    except ImportError:
        fail(NO_SITE)
    if not site.startswith(("http://", "https://")):
        fail(f"--site {site!r} is no address on the web", usage=True)
    with desk_at(store):  # what is wrong with the store is said before anything is written
        pass
    path = store or default_store()
    app = create_app(lambda: Desk.open(path), ["*"])
    files = asyncio.run(files_of(app, Addresses(site if site.endswith("/") else f"{site}/")))
    written = sum(_write(folder, file.path, file.data) for file in files)
    if json:
        print_json({"files": len(files), "written": written})
    else:
        print_page([line(0, f"{many(len(files), 'file')} in {folder}, {written} of them new or changed.")])


def _write(folder: Path, name: str, data: bytes) -> bool:
    """Write a file below a folder whole, where it is not there as it should be; return whether it was written."""
    path = folder / name
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        if not path.parent.resolve().is_relative_to(folder.resolve()):
            fail(f"{path}: a link leads out of {folder}")
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}"[:250])
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        fail(f"{path}: {error.strerror or error}")
    return True
